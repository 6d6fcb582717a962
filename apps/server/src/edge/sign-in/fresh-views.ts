/**
 * The state in which a step has just left a sign-in, for the stream that its page opens at once: to
 * read it again would tell nothing new. A signal that comes between makes it void.
 */
import type { OwnSignIn, SignInId, SignInView, Signals } from '@open-mitid/identity/sign-in'
import { equalBytes, type Bytes } from '@open-mitid/kernel'

type State = SignInView['state']

export type FreshViews = {
  readonly keep: (own: OwnSignIn, state: State) => void
  /** Once, and for that browser alone. */
  readonly take: (own: OwnSignIn) => State | undefined
}

/** A page opens its stream within a moment; whoever comes later reads. */
const lifeMs = 2_000

type Fresh = {
  readonly state: State
  readonly browser: Bytes
  readonly until: number
  readonly stop: () => void
}

export function openFreshViews(signals: Signals): FreshViews {
  const fresh = new Map<SignInId, Fresh>()
  const drop = (id: SignInId) => {
    fresh.get(id)?.stop()
    fresh.delete(id)
  }
  return {
    keep({ id, browser }, state) {
      const now = performance.now()
      // Maps keep the order of insertion: the oldest come first.
      for (const [old, { until }] of fresh) {
        if (now < until) break
        drop(old)
      }
      drop(id)
      const stop = signals.listen(id, () => {
        drop(id)
      })
      fresh.set(id, { state, browser, until: now + lifeMs, stop })
    },
    take({ id, browser }) {
      const found = fresh.get(id)
      if (!found) return undefined
      drop(id)
      const holds = performance.now() < found.until && equalBytes(found.browser, browser)
      return holds ? found.state : undefined
    },
  }
}
