import { expect, test } from 'vitest'
import { pickLanguage } from './language.ts'

test.each([
  ['en-GB,en;q=0.9,da;q=0.8', 'en'],
  ['da', 'da'],
  ['de-DE,de;q=0.9,en;q=0.5', 'en'],
  ['en;q=0.2,da-DK;q=0.9', 'da'],
  ['nb-NO,nb;q=0.9,en;q=0.8', 'da'],
  ['en;q=0,da;q=0.1', 'da'],
] as const)('RFC 9110 §12.5.4: "%s" asks for %s', (header, language) => {
  expect(pickLanguage(header)).toBe(language)
})

test.each([undefined, '', 'de', '*', ';;,,q=', 'en;q=x'])('"%s" gets the fallback', (header) => {
  expect(pickLanguage(header)).toBe('da')
  expect(pickLanguage(header, 'en')).toBe('en')
})
