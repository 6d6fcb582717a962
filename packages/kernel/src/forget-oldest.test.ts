import { expect, it } from 'vitest'
import { forgetOldest } from './index.ts'

it('what is remembered keeps its bound, and the oldest goes first', () => {
  const kept = new Map([1, 2, 3].map((key) => [key, key]))
  forgetOldest(kept, 3)
  expect([...kept.keys()]).toEqual([1, 2, 3])
  forgetOldest(kept, 2)
  expect([...kept.keys()]).toEqual([2, 3])
})
