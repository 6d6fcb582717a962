/**
 * What this process has read or written a moment ago and may need once more. It saves a trip to the
 * database and is no more than that: another process knows nothing of it, and everything in it may
 * have changed since. See docs/decisions/one-statement-a-move.md.
 */
import { forgetOldest, Instant } from '@open-mitid/kernel'

export type Kept<Key, Value> = {
  readonly keep: (key: Key, value: Value) => void
  /** Once: whoever has to decide again reads again. */
  readonly take: (key: Key) => Value | undefined
}

/** Longer than a person usually takes from one step of a sign-in to the next. */
const lifeMs = 120_000
/** At a few kilobytes each. */
const most = 5_000

export function openKept<Key, Value>(): Kept<Key, Value> {
  const kept = new Map<Key, { readonly value: Value; readonly until: number }>()
  return {
    keep(key, value) {
      kept.delete(key)
      kept.set(key, { value, until: performance.now() + lifeMs })
      forgetOldest(kept, most)
    },
    take(key) {
      const found = kept.get(key)
      kept.delete(key)
      return found && performance.now() < found.until ? found.value : undefined
    },
  }
}

/** The time by the database's clock, and the moment by this process's own when it was read. */
export type Reading = { readonly now: Instant; readonly at: number }

export function readNow(now: Instant): Reading {
  return { now, at: performance.now() }
}

/** What that time has become. */
export function goneOn({ now, at }: Reading): Reading {
  const seconds = Math.floor((performance.now() - at) / 1000)
  return { now: Instant.plus(now, seconds), at: at + seconds * 1000 }
}
