/** Time, in the whole seconds that signed objects and the database agree on. */
import type { Brand } from './brand.ts'

/** Whole seconds since 1970-01-01T00:00:00Z, as the database's clock `mitid.now()` tells them. */
export type Instant = Brand<number, 'Instant'>
/** A span of time in whole seconds. */
export type Seconds = number

export const Instant = {
  of(seconds: number): Instant {
    return Math.floor(seconds) as Instant
  },
  plus(instant: Instant, span: Seconds): Instant {
    return (instant + span) as Instant
  },
}
