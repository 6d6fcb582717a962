import fc from 'fast-check'
import { expect, test } from 'vitest'
import { caretAfter, groupCode, readCode, splitCode } from './code-text.ts'

const groups = [4, 4]

test.each([
  ['k7m2-9qxd', 'K7M29QXD'],
  [' K7M2 9QXD ', 'K7M29QXD'],
  ['oOiIlL', '001111'],
  ['Ukraine?', 'KRA1NE'],
  ['K7M29QXD and more', 'K7M29QXD'],
])('What is typed as "%s" is meant as %s', (typed, meant) => {
  expect(readCode(typed, 8)).toBe(meant)
})

test('A code read from its groups is the same code', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      const code = readCode(typed, 8)
      expect(readCode(groupCode(code, groups), 8)).toBe(code)
      expect(splitCode(code, groups).join('')).toBe(code)
    }),
  )
})

test('The caret stays behind the character it was behind', () => {
  expect([0, 3, 4, 5, 8].map((count) => caretAfter(count, groups))).toEqual([0, 3, 4, 6, 9])
})
