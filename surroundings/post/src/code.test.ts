import { expect, test } from 'vitest'
import { codesIn, piecesOf } from './code.ts'

test.each([
  ['Din kode er 123456.', ['123456']],
  ['Din kode til at aktivere MitID-appen er 914 510. Den gælder i 29 minutter.', ['914 510']],
  ['Your code: 004512 (valid 30 minutes). Code 004512.', ['004512']],
  ['Aktiveringskode: 7K3M-9QRT-X2VW', ['7K3M-9QRT-X2VW']],
  ['Aktiveringskode: 7K3M9QRTX2VW', ['7K3M9QRTX2VW']],
  ['Type 7K3M 9QRT here', ['7K3M 9QRT']],
])('in "%s" the codes are %j', (text, codes) => {
  expect(codesIn(text)).toEqual(codes)
})

test.each([
  'Ring 701020 hvis det ikke var dig.',
  'Koden sendes til +4520123456 den 22. november 2026.',
  'Koden: ring +45 701020 eller 20 123456',
  'Koden: ring 70 102 030 eller 701 020 30',
  'Your code costs 123456.50 kr.',
  'SANDBOXPOSTS KONTO',
])('in "%s" nothing is a code', (text) => {
  expect(codesIn(text)).toEqual([])
})

test('a link ends before the sentence does, and only web addresses are links', () => {
  const text = 'See http://localhost:3003/help?a=1. Not javascript:alert(1).'
  const links = piecesOf(text).filter((piece) => piece.kind === 'link')
  expect(links.map((piece) => piece.text)).toEqual(['http://localhost:3003/help?a=1'])
})

test('the pieces put together are the text', () => {
  const text = 'Kode 123456\nhttps://a.example/x og 7K3M-9QRT-X2VW!'
  const whole = piecesOf(text).map((piece) => piece.text)
  expect(whole.join('')).toBe(text)
})
