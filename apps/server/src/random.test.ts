import { expect, it } from 'vitest'
import { openRandom } from './random.ts'

it('what is handed out has the length asked for, is never the same twice, and is never blank', () => {
  const random = openRandom()
  const seen = new Set<string>()
  for (let draw = 0; draw < 2_000; draw += 1) {
    const bytes = random(16 + (draw % 32))
    expect(bytes).toHaveLength(16 + (draw % 32))
    expect(bytes.some((byte) => byte !== 0)).toBe(true)
    seen.add(bytes.slice(0, 16).join())
  }
  expect(seen.size).toBe(2_000)
  expect(random(10_000).filter((byte) => byte !== 0).length).toBeGreaterThan(9_000)
})

it('what was handed out stays as it is while more is drawn', () => {
  const random = openRandom()
  const first = random(32)
  const copy = first.slice()
  for (let draw = 0; draw < 500; draw += 1) random(32)
  expect(first).toEqual(copy)
})
