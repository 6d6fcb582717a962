import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base64url, byEngine, byLetter, fromBase64url } from './base64url.ts'

const bytes = fc.uint8Array({ maxLength: 80 }).map((value) => new Uint8Array(value))

it('The engine writes and reads where it knows how, as the pinned Node does', () => {
  expect({ write: base64url, read: fromBase64url }).toEqual(byEngine)
})

describe.each(Object.entries({ byEngine, byLetter }))('%s', (_, way) => {
  const { write, read } = way ?? byLetter

  it('RFC 4648 §5: what is written as base64url is read back, as other tools write it', () => {
    fc.assert(
      fc.property(bytes, (value) => {
        expect(write(value)).toBe(Buffer.from(value).toString('base64url'))
        expect(read(write(value))).toEqual(value)
      }),
    )
  })

  it('RFC 4648 §3.5: padding, other letters and loose bits are refused', () => {
    const wrong = [
      'AA==',
      'A',
      'A+AA',
      'A/AA',
      'AB',
      'AAB',
      'AA\n',
      'AA AA',
      'AAAA\n',
      'AAé',
      'A\0AA',
    ]
    for (const text of wrong) expect(read(text), JSON.stringify(text)).toBeUndefined()
  })

  it('any text is refused, or is the very text of its bytes', () => {
    const letter = fc.constantFrom(
      'A',
      'Z',
      'a',
      'z',
      '0',
      '9',
      '-',
      '_',
      '+',
      '/',
      '=',
      ' ',
      '\n',
      'é',
    )
    fc.assert(
      fc.property(fc.string({ unit: letter, maxLength: 12 }), (text) => {
        const found = read(text)
        if (found) expect(write(found)).toBe(text)
        expect(found).toEqual(byLetter.read(text))
      }),
    )
  })
})
