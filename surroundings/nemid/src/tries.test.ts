import { expect, it } from 'vitest'
import { afterWrong, noTries, standing, type Tries } from './tries.ts'

const hour = 60 * 60 * 1000
const wrongly = (times: number, from: Tries, now: number) =>
  Array.from({ length: times }).reduce<Tries>((tries) => afterWrong(tries, now), from)

it('four wrong tries in a row change nothing, the fifth locks for eight hours', () => {
  expect(standing(wrongly(4, noTries, 0), 0)).toEqual({ kind: 'open' })
  const locked = wrongly(5, noTries, 1000)
  expect(standing(locked, 1000)).toEqual({ kind: 'locked', until: 1000 + 8 * hour })
  expect(standing(locked, 1000 + 8 * hour)).toEqual({ kind: 'open' })
})

it('three wrong tries after a lock block for good', () => {
  const locked = wrongly(5, noTries, 0)
  expect(standing(wrongly(2, locked, 9 * hour), 9 * hour)).toEqual({ kind: 'open' })
  expect(standing(wrongly(3, locked, 9 * hour), 1000 * hour)).toEqual({ kind: 'blocked' })
})
