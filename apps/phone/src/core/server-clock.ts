/**
 * What time it is at the server, as near as this phone can know: phones have wrong clocks. It only
 * tells people how long something lasts; what is over, the server alone decides.
 */
export type ServerClock = {
  /** Seconds since 1970, at the server. */
  now(): number
  /** The server said that it is this late. */
  hear(at: number): void
  /** Something of the server's is dated so: it cannot be earlier there. */
  atLeast(at: number): void
}

/** `now`: the phone's own clock, in seconds. */
export function serverClock(now: () => number): ServerClock {
  let ahead = 0
  return {
    now: () => now() + ahead,
    hear(at) {
      ahead = at - now()
    },
    atLeast(at) {
      ahead = Math.max(ahead, at - now())
    },
  }
}
