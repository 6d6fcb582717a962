import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Instant } from '@open-mitid/kernel'
import {
  AssuranceLevel,
  BirthDate,
  CprNumber,
  EmailAddress,
  masked,
  PersonName,
  PhoneNumber,
  UserId,
  userIdIndex,
} from './index.ts'

const at = (text: string) => (Date.parse(text) / 1000) as Instant

describe('user ID (product §A)', () => {
  it.each([
    ['anna', 'user-id-length'],
    ['a'.repeat(49), 'user-id-length'],
    [' anna sommer', 'user-id-space'],
    ['anna sommer ', 'user-id-space'],
    ['anna\tsommer', 'user-id-letter'],
    ['anna/sommer', 'user-id-letter'],
    ['annä sommer', 'user-id-letter'],
    ['anna​sommer', 'user-id-letter'],
    ['аnna sommer', 'user-id-letter'],
    ['1234567890', 'user-id-digits'],
    ['a1b2c3d4e5f6g7h8i9j0', 'user-id-digits'],
  ])('%j is refused: %s', (typed, kind) => {
    expect(UserId.parse(typed)).toEqual({ ok: false, refusal: { kind } })
  })

  it.each(['anna sommer', 'øæå{}!#$^,*()_+-=:;?.@', 'a'.repeat(48), '123456789'])(
    '%j is taken',
    (typed) => {
      expect(UserId.parse(typed)).toEqual({ ok: true, value: typed })
    },
  )

  it('is never the CPR number, however that is written', () => {
    const cpr = '6101905678' as CprNumber
    for (const typed of ['6101905678', '610190-5678', 'cpr 610190 5678'])
      expect(UserId.parse(typed, cpr)).toEqual({ ok: false, refusal: { kind: 'user-id-cpr' } })
  })

  it('case and spelling do not matter, spaces inside do', async () => {
    const mac = (_: string, bytes: Uint8Array<ArrayBuffer>) => Promise.resolve(bytes)
    const index = (typed: string) => userIdIndex(mac, typed)
    expect(UserId.parse('ANNA ÅS')).toEqual({ ok: true, value: 'anna ås' })
    expect(await index('Anna Ås'.normalize('NFD'))).toEqual(await index('anna ås'))
    expect(await index('annaås')).not.toEqual(await index('anna ås'))
  })

  it('what has been taken is taken again as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const parsed = UserId.parse(typed)
        if (parsed.ok) expect(UserId.parse(parsed.value)).toEqual(parsed)
      }),
    )
  })
})

describe('CPR number', () => {
  it('outside production only numbers with the day raised by 60 are taken, in production no other', () => {
    expect(CprNumber.parse('610190-5678', 'synthetic')).toEqual({ ok: true, value: '6101905678' })
    expect(CprNumber.parse('0101905678', 'real')).toEqual({ ok: true, value: '0101905678' })
    const not = (text: string, numbers: 'real' | 'synthetic') => {
      const parsed = CprNumber.parse(text, numbers)
      return parsed.ok ? 'taken' : parsed.refusal.kind
    }
    expect(not('0101905678', 'synthetic')).toBe('cpr-not-synthetic')
    expect(not('6101905678', 'real')).toBe('cpr-synthetic')
    for (const text of ['', '610190567', '61019056789', '3201905678', '9201905678', '6113905678'])
      expect(not(text, 'synthetic')).toBe('cpr-form')
  })
})

describe('contacts', () => {
  it('eight digits are Danish, and foreign numbers are accepted', () => {
    expect(PhoneNumber.parse('20 12 34 56')).toBe('+4520123456')
    expect(PhoneNumber.parse('0046 70-123 45 67')).toBe('+46701234567')
    for (const text of ['', '2012345', '+0123456789', '+45abcdefgh', '+4520123456;x', '112'])
      expect(PhoneNumber.parse(text)).toBeUndefined()
  })

  it('an address that could carry more than one recipient or header is no e-mail address', () => {
    expect(EmailAddress.parse(' asta@post.example ')).toBe('asta@post.example')
    for (const text of [
      'asta',
      'a@b',
      'a@b.dk,c@d.dk',
      'a@b.dk\r\nBcc: c@d.dk',
      '<a@b.dk>',
      'a b@c.dk',
    ])
      expect(EmailAddress.parse(text)).toBeUndefined()
  })

  it('masked, a contact is known again by its owner and useless to others', () => {
    const phone = PhoneNumber.parse('20123456')
    const email = EmailAddress.parse('asta@post.example')
    if (phone === undefined || email === undefined) throw new Error('not contacts')
    expect(masked({ channel: 'sms', to: phone })).toBe('•• •• •• 56')
    expect(masked({ channel: 'email', to: email })).toBe('a•••@post.example')
  })
})

describe('person', () => {
  it('a birth date is a day that there was, and age counts whole years', () => {
    for (const text of ['1990-02-30', '1990-1-1', '19900101', '', '2023-02-29'])
      expect(BirthDate.parse(text)).toBeUndefined()
    const born = BirthDate.parse('2012-02-29')
    if (born === undefined) throw new Error('not a date')
    expect(BirthDate.age(born, at('2025-02-28T23:59:59Z'))).toBe(12)
    expect(BirthDate.age(born, at('2025-03-01T00:00:00Z'))).toBe(13)
  })

  it('a name is one line that can be seen', () => {
    expect(PersonName.parse('  Asta   Øster­gård ')).toBeUndefined()
    expect(PersonName.parse('  Asta   Østergård '.normalize('NFD'))).toBe('Asta Østergård')
    for (const text of ['', ' ', 'a'.repeat(201), 'a\u202Eb'])
      expect(PersonName.parse(text)).toBeUndefined()
  })

  it('the level of a sign-in is the lower one', () => {
    expect(AssuranceLevel.lower('High', 'Substantial')).toBe('Substantial')
    expect(AssuranceLevel.lower('Low', 'High')).toBe('Low')
    expect(AssuranceLevel.parse('Medium')).toBeUndefined()
  })
})
