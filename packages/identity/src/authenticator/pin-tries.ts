/** How often a PIN may be tried: 3, wait 5 minutes, 3, wait 60 minutes, 3, blocked (protocols §1). */
import { accept, Instant, refuse, type Brand, type Result, type Seconds } from '@open-mitid/kernel'

/** Tries since the last right PIN, 0 to 9, and until when no other may begin. */
export type PinTries = { readonly count: number; readonly waitUntil: Instant | undefined }

/** A try may begin. Only a store that has committed the count may let its answer go out. */
export type CountedTry = Brand<PinTries, 'CountedTry'>

type PinTriesRefusal =
  { readonly kind: 'pin-wait'; readonly until: Instant } | { readonly kind: 'pin-blocked' }

/** After so many tries, so long a wait; after the last no try ever begins. */
const waits: Readonly<Record<number, Seconds>> = { 3: 5 * 60, 6: 60 * 60 }
export const mostTries = 9
const inARow = 3

export const PinTries = {
  none: { count: 0, waitUntil: undefined } satisfies PinTries,

  /** Counts a try that is about to be answered. */
  begin(tries: PinTries, now: Instant): Result<CountedTry, PinTriesRefusal> {
    if (tries.count >= mostTries) return refuse({ kind: 'pin-blocked' })
    if (tries.waitUntil !== undefined && now < tries.waitUntil)
      return refuse({ kind: 'pin-wait', until: tries.waitUntil })
    const count = tries.count + 1
    const wait = waits[count]
    const waitUntil = wait === undefined ? undefined : Instant.plus(now, wait)
    return accept({ count, waitUntil } as CountedTry)
  },

  /** Before the next wait or the block; 0 while either is on. */
  left({ count, waitUntil }: PinTries, now: Instant): number {
    const waiting = waitUntil !== undefined && now < waitUntil
    return waiting || count >= mostTries ? 0 : inARow - (count % inARow)
  },
}

/** Wrong typed codes: 3, wait 1 minute, and anew. A right one begins anew at once. */
export type CodeTries = PinTries

const codeWait: Seconds = 60

export const CodeTries = {
  none: PinTries.none,

  /** Until when no code is looked at; undefined where one may be tried. */
  waitUntil({ waitUntil }: CodeTries, now: Instant): Instant | undefined {
    return waitUntil !== undefined && now < waitUntil ? waitUntil : undefined
  },

  wrong({ count }: CodeTries, now: Instant): CodeTries {
    const next = count + 1
    return next < inARow
      ? { count: next, waitUntil: undefined }
      : { count: 0, waitUntil: Instant.plus(now, codeWait) }
  },

  left({ count, waitUntil }: CodeTries, now: Instant): number {
    return waitUntil !== undefined && now < waitUntil ? 0 : inARow - count
  },
}
