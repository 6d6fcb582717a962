import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  concat,
  crockford,
  equalBytes,
  fromUtf8,
  idOf,
  Instant,
  readCrockford,
  utf8,
  type Bytes,
} from './index.ts'

const bytes = fc.uint8Array({ maxLength: 80 }).map((value) => new Uint8Array(value))

describe('bytes', () => {
  it('text and bytes are one and the same, and malformed UTF-8 is no text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fromUtf8(utf8(text))).toBe(text)
      }),
    )
    expect(fromUtf8(Uint8Array.of(0xc3, 0x28))).toBeUndefined()
  })
  it('a comparison tells every difference, also one of length', () => {
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        expect(equalBytes(one, other)).toBe(Buffer.compare(one, other) === 0)
        expect(equalBytes(concat(one, other), concat(one, other))).toBe(true)
      }),
    )
  })
})

describe('crockford', () => {
  it('what is shown is read back, however a person types it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (value) => {
        const text = crockford(value, 12)
        const typed = text.toLowerCase().replaceAll('1', 'l').replaceAll('0', 'o')
        expect(readCrockford(`${typed.slice(0, 4)}-${typed.slice(4)} `, 12)).toBe(text)
      }),
    )
  })
  it('a wrong length or a letter that is not in the alphabet is refused', () => {
    for (const typed of ['', 'ABCDEFG', 'ABCDEFGHJ', 'ABCDEFGU', 'ABCDEFG!'])
      expect(readCrockford(typed, 8)).toBeUndefined()
  })
})

describe('identifiers', () => {
  const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))
  const PersonId = idOf('per')
  it('an identifier is read back and never taken for one of another kind', () => {
    const id = PersonId.make(random)
    expect(PersonId.parse(id)).toBe(id)
    expect(idOf('sgn').parse(id)).toBeUndefined()
    expect(PersonId.parse(`${id}0`)).toBeUndefined()
    expect(PersonId.parse(undefined)).toBeUndefined()
  })
})

describe('instant', () => {
  it('is whole seconds', () => {
    expect(Instant.plus(Instant.of(1.9), 300)).toBe(301)
  })
})
