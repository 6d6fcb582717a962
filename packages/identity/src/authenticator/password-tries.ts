/**
 * How often a password may be tried (protocols §4, "Throttling without lock-out"). Counters belong
 * to user IDs, whether or not anybody has them, and never to a person: a stranger slows strangers.
 */
import { accept, Instant, refuse, type Result, type Seconds } from '@open-mitid/kernel'
import type { Evaluation } from './password-server.ts'

/** Undefined times: nothing was counted yet, or nothing is waited for. */
export type TryCounter = {
  readonly count: number
  readonly at: Instant | undefined
  readonly waitUntil: Instant | undefined
}

/**
 * `known`: the browser is known to the person. `let-on`: a link to their own channel has let it on.
 * `stranger`: anybody else, and the person too on a browser that is new to them.
 */
export type PasswordCaller = 'stranger' | 'let-on' | 'known'

/**
 * `own`: of the network, or of a browser that is known or let on. `day`: of all strangers together,
 * or of that browser.
 */
export type TryCounters = { readonly own: TryCounter; readonly day: TryCounter }

export type PasswordWait = { readonly kind: 'password-wait'; readonly seconds: Seconds }
export type CountedPasswordTry = TryCounters & { readonly evaluation: Evaluation }

const longestWait: Seconds = 60
/** After so long a pause the waits begin anew. */
const pause: Seconds = 60 * 60
/** Real answers a day for one user ID. What comes after looks the same and opens nothing. */
const mostADay: Readonly<Record<PasswordCaller, number>> = {
  stranger: 1000,
  // Whoever talked a person out of what their link says gets so many guesses, and nothing else.
  'let-on': 10,
  known: 100,
}
const aDay: Seconds = 24 * 60 * 60

export const TryCounter = {
  none: { count: 0, at: undefined, waitUntil: undefined } satisfies TryCounter,
}

export const PasswordTries = {
  /** Counts a try that is about to be answered: after the nth, 2^n seconds. */
  begin(
    { own, day }: TryCounters,
    caller: PasswordCaller,
    now: Instant,
  ): Result<CountedPasswordTry, PasswordWait> {
    if (own.waitUntil !== undefined && now < own.waitUntil)
      return refuse({ kind: 'password-wait', seconds: own.waitUntil - now })
    const paused = own.at === undefined || now >= Instant.plus(own.at, pause)
    const count = (paused ? 0 : own.count) + 1
    const waitUntil = Instant.plus(now, Math.min(longestWait, 2 ** Math.min(count, 6)))
    const today = sameDay(day.at, now) ? day.count + 1 : 1
    return accept({
      own: { count, at: now, waitUntil },
      day: { count: today, at: now, waitUntil: undefined },
      evaluation: today > mostADay[caller] ? 'fake' : 'real',
    })
  },
}

function sameDay(at: Instant | undefined, now: Instant): boolean {
  return at !== undefined && Math.floor(at / aDay) === Math.floor(now / aDay)
}
