import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CprNumber } from './cpr-number.ts'
import type { PersonName } from './person.ts'
import { candidateUserIds } from './suggest-user-ids.ts'
import { UserId } from './user-id.ts'

const cpr = '6101905678' as CprNumber
const seeds = fc.string({ minLength: 1 })
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
  const [one, other] = ['enr_one', 'enr_other']
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
