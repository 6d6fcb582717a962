import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isKey, keysOnACard, left, makeCard, nextNumber, printed, withUsed } from './card.ts'

/** As unpredictable as a test needs, and the same again for the same seed. */
function drawing(seed: number) {
  let drawn = 0
  return (length: number) => {
    const hash = createHash('sha512').update(`${String(seed)} ${String((drawn += 1))}`)
    return Uint8Array.from(hash.digest().subarray(0, length))
  }
}

it('a card has 148 keys of six digits beside numbers of four, in order', () => {
  const card = makeCard(drawing(1))
  const keys = printed(card)
  expect(keys).toHaveLength(keysOnACard)
  for (const [number, key] of keys) {
    expect(number).toMatch(/^\d{4}$/u)
    expect(key).toMatch(/^\d{6}$/u)
  }
  expect(keys.map(([number]) => number)).toEqual(keys.map(([number]) => number).toSorted())
  expect(card.number).toMatch(/^[A-Z]\d{3}-\d{3}-\d{3}$/u)
})

it('a key is asked for once in the life of a card, and each is', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = drawing(seed)
      let card = makeCard(random)
      const asked = new Set<string>()
      for (let number = nextNumber(card, random); number; number = nextNumber(card, random)) {
        expect(asked.has(number)).toBe(false)
        expect(isKey(card, number, card.keys[number] ?? '')).toBe(true)
        asked.add(number)
        card = withUsed(card, number)
        expect(isKey(card, number, card.keys[number] ?? '')).toBe(false)
      }
      expect([asked.size, left(card)]).toEqual([keysOnACard, 0])
    }),
    { numRuns: 20 },
  )
})
