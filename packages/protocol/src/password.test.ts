import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Password, type PasswordRefusal } from './password.ts'

const userId = 'anna.sommer'

describe('a password that may be chosen (product §A)', () => {
  it.each([
    'Blå cykel 47',
    'troldmand i regnvejr',
    'ñ✓🚲 8 tegn',
    'a'.repeat(7) + 'bcdx',
    '12345678'.replace('45', 'xy'),
  ])('may be “%s”', (typed) => {
    expect(Password.parse(typed, userId)).toEqual({ ok: true, value: typed })
  })

  const refused: readonly [string, PasswordRefusal['kind']][] = [
    ['7 tegn.', 'password-short'],
    ['🚲🚲🚲🚲🚲🚲🚲', 'password-short'],
    ['x'.repeat(65), 'password-long'],
    ['med\nlinje og', 'password-letter'],
    ['min ANNA.sommer 7', 'password-user-id'],
    ['nr 2030405060', 'password-digits'],
    ['Mit PassWord 7', 'password-word'],
    ['AdgangsKode-7', 'password-word'],
    ['mit kodeord 7', 'password-word'],
    ['Sommer12345', 'password-keyboard'],
    ['Sommer54321', 'password-keyboard'],
    ['et QwErTz til', 'password-keyboard'],
    ['iopå og mere poiuy', 'password-keyboard'],
    ['hjklæø er ude', 'password-keyboard'],
  ]
  it.each(refused)('may not be “%s”: %s', (typed, kind) => {
    expect(Password.parse(typed, userId)).toEqual({ ok: false, refusal: { kind } })
  })

  it('is the same however a keyboard spells its letters (NFC)', () => {
    const apart = 'bla\u030A cykel 47'
    expect(Password.parse(apart, userId)).toEqual({ ok: true, value: 'blå cykel 47' })
    expect(Password.normalise(apart)).toBe('blå cykel 47')
  })

  it('whatever is typed is taken or refused, and what is taken holds every rule', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (typed) => {
        const read = Password.parse(typed, userId)
        if (!read.ok) return
        const letters = [...read.value].length
        expect(letters >= 8 && letters <= 64).toBe(true)
        expect(read.value.toLowerCase()).not.toContain(userId)
      }),
    )
  })
})

describe('the strength shown while typing', () => {
  it.each([
    ['', 'weak'],
    ['aaaaaaaaaaaaaaaa', 'weak'],
    ['abcdefghijklmnop', 'weak'],
    ['sommer77', 'weak'],
    ['Blå cykel 47', 'strong'],
    ['troldmandsregn', 'fair'],
    ['fire heste spiser havre', 'strong'],
  ])('of “%s” is %s', (typed, strength) => {
    expect(Password.strength(typed)).toBe(strength)
  })

  it('never falls where a letter of a new kind is added', () => {
    const rank = { weak: 0, fair: 1, strong: 2 }
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,40}$/u), (typed) => {
        expect(rank[Password.strength(`${typed}7`)]).toBeGreaterThanOrEqual(
          rank[Password.strength(typed)],
        )
      }),
    )
  })
})
