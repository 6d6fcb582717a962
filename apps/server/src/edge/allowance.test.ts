import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openAllowance } from './allowance.ts'
import { openSeats } from './seats.ts'

describe('an allowance', () => {
  it('gives the burst at once, then as much as fills up, and says how long to wait', () => {
    const allowance = openAllowance<string>({ burst: 3, perSecond: 0.5 }, 10)
    expect([1, 2, 3, 4].map(() => allowance.take('a', 0))).toEqual([0, 0, 0, 2])
    expect(allowance.take('a', 1000)).toBe(1)
    expect(allowance.take('a', 2000)).toBe(0)
    expect(allowance.take('a', 2000)).toBe(2)
  })
  it('waiting as long as was said is always enough, and nobody is shut out by asking', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 60 }),
        fc.double({ min: 0.1, max: 50, noNaN: true }),
        (pauses, perSecond) => {
          const allowance = openAllowance<string>({ burst: 2, perSecond }, 10)
          let now = 0
          for (const pause of pauses) {
            now += pause
            const wait = allowance.take('a', now)
            if (wait === 0) continue
            now += wait * 1000
            expect(allowance.take('a', now)).toBe(0)
          }
        },
      ),
    )
  })
  it('one caller takes nothing from another', () => {
    const allowance = openAllowance<string>({ burst: 1, perSecond: 1 }, 10)
    for (let tries = 0; tries < 100; tries += 1) allowance.take('a', 0)
    expect(allowance.take('b', 0)).toBe(0)
  })
  it('memory is bounded, and who goes on calling is not forgotten', () => {
    const allowance = openAllowance<number>({ burst: 1, perSecond: 0.001 }, 100)
    expect(allowance.take(-1, 0)).toBe(0)
    for (let caller = 0; caller < 10_000; caller += 1) {
      allowance.take(caller, 0)
      if (caller % 20 === 0) expect(allowance.take(-1, 0)).toBeGreaterThan(0)
    }
    expect(allowance.size()).toBeLessThanOrEqual(100)
  })
})

describe('seats', () => {
  it('are as many as there are, are given back once, and leave nothing behind', () => {
    const seats = openSeats<string>(2)
    const [first, second] = [seats.take('a'), seats.take('a')]
    expect(seats.take('a')).toBeUndefined()
    expect(seats.take('b')).toBeDefined()
    first?.()
    first?.()
    expect(seats.take('a')).toBeDefined()
    expect(seats.take('a')).toBeUndefined()
    second?.()
    expect(seats.size()).toBe(2)
  })
})
