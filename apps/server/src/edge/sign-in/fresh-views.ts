/**
 * A sign-in as a step has just left it, for the page or the stream that its browser opens at once:
 * to read it again would tell nothing new. A signal that comes between makes it void.
 */
import type { OwnSignIn, SignInId, SignInView, Signals } from '@open-mitid/identity/sign-in'
import { equalBytes, Instant, type Bytes } from '@open-mitid/kernel'

export type FreshViews = {
  readonly keep: (own: OwnSignIn, view: SignInView) => void
  /** Once, and for that browser alone. */
  readonly take: (own: OwnSignIn) => SignInView | undefined
}

/** A browser follows within a moment; whoever comes later reads. */
const lifeMs = 2_000

type Fresh = {
  readonly view: SignInView
  readonly browser: Bytes
  readonly since: number
  readonly stop: () => void
}

export function openFreshViews(signals: Signals): FreshViews {
  const fresh = new Map<SignInId, Fresh>()
  const drop = (id: SignInId) => {
    fresh.get(id)?.stop()
    fresh.delete(id)
  }
  return {
    keep({ id, browser }, view) {
      const now = performance.now()
      // Maps keep the order of insertion: the oldest come first.
      for (const [old, { since }] of fresh) {
        if (now < since + lifeMs) break
        drop(old)
      }
      drop(id)
      const stop = signals.listen(id, () => {
        drop(id)
      })
      fresh.set(id, { view, browser, since: now, stop })
    },
    take({ id, browser }) {
      const found = fresh.get(id)
      if (!found) return undefined
      drop(id)
      const age = performance.now() - found.since
      if (age >= lifeMs || !equalBytes(found.browser, browser)) return undefined
      return { ...found.view, now: Instant.plus(found.view.now, Math.floor(age / 1000)) }
    },
  }
}
