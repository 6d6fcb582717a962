import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Instant } from '@open-mitid/kernel'
import {
  PasswordTries,
  TryCounter,
  type PasswordCaller,
  type TryCounters,
} from './password-tries.ts'

const start = Instant.of(1_790_035_200) // a midnight, UTC
const none: TryCounters = { own: TryCounter.none, day: TryCounter.none }
const callers = fc.constantFrom<PasswordCaller>('stranger', 'let-on', 'known')
const late = (seconds: number) => Instant.plus(start, seconds)

/** Tries as soon as it may, so often; answers the last one. */
function persist(times: number, from: Instant = start) {
  let counters = none
  let now = from
  for (let left = times; left > 0; left -= 1) {
    const begun = PasswordTries.begin(counters, 'stranger', now)
    if (!begun.ok) throw new Error('waited too little')
    counters = begun.value
    now = counters.own.waitUntil ?? now
    if (left === 1) return { ...begun.value, now }
  }
  throw new Error('no try')
}

describe('tries of a password (protocols §4)', () => {
  it('after the nth in a row the next waits 2^n seconds, and a minute at the most', () => {
    const waits: number[] = []
    let counters = none
    let now = start
    for (let n = 1; n <= 8; n += 1) {
      const begun = PasswordTries.begin(counters, 'stranger', now)
      if (!begun.ok) throw new Error('refused')
      counters = begun.value
      const until = counters.own.waitUntil ?? now
      waits.push(until - now)
      expect(PasswordTries.begin(counters, 'stranger', Instant.plus(until, -1))).toEqual({
        ok: false,
        refusal: { kind: 'password-wait', seconds: 1 },
      })
      now = until
    }
    expect(waits).toEqual([2, 4, 8, 16, 32, 60, 60, 60])
  })

  it('begin anew after an hour without any', () => {
    const { own, day, now } = persist(6)
    const later = Instant.plus(now, 60 * 60)
    expect(PasswordTries.begin({ own, day }, 'stranger', later)).toMatchObject({
      value: { own: { count: 1, waitUntil: Instant.plus(later, 2) } },
    })
  })

  it.each<[string, PasswordCaller, number]>([
    ['strangers together', 'stranger', 1000],
    ['a browser that a link has let on', 'let-on', 10],
    ['a known browser', 'known', 100],
  ])('of %s get so many real answers a day, and then fakes until midnight', (_, caller, most) => {
    const day = { count: most - 1, at: start, waitUntil: undefined }
    const last = PasswordTries.begin({ own: TryCounter.none, day }, caller, late(60))
    expect(last).toMatchObject({ value: { evaluation: 'real', day: { count: most } } })
    const over = { own: TryCounter.none, day: { ...day, count: most } }
    const fake = PasswordTries.begin(over, caller, late(86_399))
    expect(fake).toMatchObject({ value: { evaluation: 'fake' } })
    const tomorrow = PasswordTries.begin(over, caller, late(86_400))
    expect(tomorrow).toMatchObject({ value: { evaluation: 'real', day: { count: 1 } } })
  })

  it('never wait longer than a minute, whatever was counted before', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.nat(10_000_000), callers, (own, day, caller) => {
        const counters = {
          own: { count: own, at: start, waitUntil: start },
          day: { count: day, at: start, waitUntil: undefined },
        }
        const begun = PasswordTries.begin(counters, caller, start)
        expect(begun.ok && (begun.value.own.waitUntil ?? 0) - start).toBeLessThanOrEqual(60)
      }),
    )
  })
})
