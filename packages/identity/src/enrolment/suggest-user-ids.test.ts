import fc from 'fast-check'
import { expect, it } from 'vitest'
import { UserId, type CprNumber, type PersonName } from '../person/index.ts'
import { EnrolmentId } from './enrolment.ts'
import { candidateUserIds } from './suggest-user-ids.ts'

const cpr = '6101905678' as CprNumber
const bytes = fc.uint8Array({ minLength: 17, maxLength: 17 })
const seeds = bytes.map((drawn) => EnrolmentId.make(() => new Uint8Array(drawn)))
const names = fc.oneof(
  fc.constantFrom(
    'Anna Sommer',
    'Zoë Ångström Ólafsdóttir',
    'Nguyễn Thị Hồng Hạnh',
    'Li Bo',
    'Øjvind',
    'Wilhelmine Charlotte Amalie Frederikke Østergaard-Schjønning von Rosenkrantz-Hvidtfeldt',
    '王 秀英',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
) as fc.Arbitrary<PersonName>

it('product §A: each suggestion may be chosen, is told apart from the others, and there are enough', () => {
  fc.assert(
    fc.property(names, seeds, (name, seed) => {
      const suggested = candidateUserIds({ name, cpr }, seed)
      expect(suggested.length).toBeGreaterThanOrEqual(6)
      expect(new Set(suggested).size).toBe(suggested.length)
      for (const each of suggested)
        expect(UserId.parse(each, cpr)).toEqual({ ok: true, value: each })
    }),
  )
})

it('a page that is opened again suggests the same, and another person something else', () => {
  const name = 'Anna Sommer' as PersonName
  const [one, other] = [1, 2].map((fill) => EnrolmentId.make((n) => new Uint8Array(n).fill(fill)))
  if (!one || !other) throw new Error('no seeds')
  expect(candidateUserIds({ name, cpr }, one)).toEqual(candidateUserIds({ name, cpr }, one))
  expect(candidateUserIds({ name, cpr }, other)).not.toEqual(candidateUserIds({ name, cpr }, one))
})

it('no suggestion holds a part of the CPR number or of a birth date', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      for (const each of candidateUserIds({ name: 'Anna Sommer' as PersonName, cpr }, seed)) {
        expect(each).not.toMatch(/\d{4}/u)
        expect(each).not.toContain('01')
      }
    }),
  )
})
