import { Instant, type Result } from '@open-mitid/kernel'
import { describe, expect, it } from 'vitest'
import { CodeTries, mostTries, PinTries } from './pin-tries.ts'

const start = Instant.of(1_800_000_000)
const at = (seconds: number) => Instant.plus(start, seconds)

function begun(result: Result<PinTries, unknown>): PinTries {
  if (!result.ok) throw new Error('the try was not allowed')
  return result.value
}

/** Tries at these seconds, all of them allowed. */
function after(...times: readonly number[]): PinTries {
  return times.reduce<PinTries>(
    (tries, time) => begun(PinTries.begin(tries, at(time))),
    PinTries.none,
  )
}

describe('protocols §1: PIN tries', () => {
  const all = [0, 1, 2, 302, 303, 304, 3904, 3905, 3906]
  const table: readonly [tries: number, second: number, left: number, wait: number | undefined][] =
    [
      [1, 0, 2, undefined],
      [2, 1, 1, undefined],
      [3, 2, 0, 302],
      [4, 302, 2, undefined],
      [5, 303, 1, undefined],
      [6, 304, 0, 3904],
      [7, 3904, 2, undefined],
      [8, 3905, 1, undefined],
      [9, 3906, 0, undefined],
    ]
  it.each(table)('after try %i there are so many left, and so long a wait', (...row) => {
    const [count, second, left, wait] = row
    const tries = after(...all.slice(0, count))
    expect(tries).toEqual({ count, waitUntil: wait === undefined ? undefined : at(wait) })
    expect(PinTries.left(tries, at(second))).toBe(left)
  })
  it('no try begins during a wait, and the next does in the second in which it ends', () => {
    const tries = after(0, 1, 2)
    expect(PinTries.begin(tries, at(301))).toEqual({
      ok: false,
      refusal: { kind: 'pin-wait', until: at(302) },
    })
    expect(PinTries.begin(tries, at(302)).ok).toBe(true)
    expect(PinTries.left(tries, at(302))).toBe(3)
  })
  it('after the ninth none ever begins', () => {
    const tries = after(...all)
    expect(tries.count).toBe(mostTries)
    expect(PinTries.begin(tries, at(10_000_000))).toEqual({
      ok: false,
      refusal: { kind: 'pin-blocked' },
    })
  })
})

describe('protocols §4: wrong typed codes', () => {
  it('three are taken, then none for a minute, then three again', () => {
    let tries: CodeTries = CodeTries.none
    for (const left of [2, 1, 0]) {
      expect(CodeTries.waitUntil(tries, start)).toBeUndefined()
      tries = CodeTries.wrong(tries, start)
      expect(CodeTries.left(tries, start)).toBe(left)
    }
    expect(CodeTries.waitUntil(tries, at(59))).toBe(at(60))
    expect(CodeTries.waitUntil(tries, at(60))).toBeUndefined()
    expect(CodeTries.left(tries, at(60))).toBe(3)
  })
})
