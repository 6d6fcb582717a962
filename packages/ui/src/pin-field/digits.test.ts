import { expect, test } from 'vitest'
import { digitsOf } from './digits.ts'

test.each([
  ['418027', '418027'],
  ['418 027', '418027'],
  ['Your code is 418-027.', '418027'],
  ['4180279', '418027'],
  ['abc', ''],
])('"%s" holds the digits "%s"', (text, digits) => {
  expect(digitsOf(text, 6)).toBe(digits)
})
