/** Specimens: ICAO 9303-4 appendix B, 9303-5 appendix B, 9303-6 appendix B. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mrzInformation, repairAccessFields } from './access-fields.ts'
import { checkDigit } from './check-digit.ts'
import { birthDateOf, expiryDateOf } from './mrz-date.ts'
import { MrzError, type MrzErrorCode } from './mrz-error.ts'
import { nameMatches, readMrzName, writeMrzName } from './mrz-name.ts'
import { parseMrz, readMrz } from './mrz.ts'

const td3 =
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10'
const td2 = 'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6'
const td1 =
  'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<'
const longNumber =
  'I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<'

function codeOf(run: () => unknown): MrzErrorCode | undefined {
  try {
    run()
  } catch (error) {
    if (error instanceof MrzError) return error.code
    throw error
  }
  return undefined
}

describe('machine-readable zone', () => {
  it('ICAO 9303-3 §4.9: check digits', () => {
    expect(checkDigit('520727')).toBe('3')
    expect(checkDigit('AB2134<<<')).toBe('5')
    expect(checkDigit('L898902C3')).toBe('6')
  })
  it('ICAO 9303-4 appendix B: the specimen passport is read', () => {
    expect(parseMrz(td3)).toEqual({
      format: 'TD3',
      documentCode: 'P',
      issuer: 'UTO',
      name: { primary: 'ERIKSSON', secondary: 'ANNA MARIA', mayBeTruncated: false },
      documentNumber: 'L898902C3',
      nationality: 'UTO',
      birthDate: '740812',
      sex: 'F',
      expiryDate: '120415',
      optionalData: ['ZE184226B'],
      wrongCheckDigits: [],
    })
  })
  it('ICAO 9303-5, 9303-6 appendix B: the specimen cards are read', () => {
    expect(parseMrz(td2)).toMatchObject({ format: 'TD2', documentNumber: 'D23145890' })
    expect(parseMrz(td1)).toMatchObject({
      format: 'TD1',
      documentNumber: 'D23145890',
      name: { primary: 'ERIKSSON', secondary: 'ANNA MARIA' },
      optionalData: ['', ''],
    })
  })
  it('ICAO 9303-5 §4.2.4: a long document number goes on in the optional data', () => {
    const { documentNumber, wrongCheckDigits } = readMrz(longNumber)
    expect(documentNumber).toBe('D23145890734')
    expect(wrongCheckDigits).not.toContain('document-number')
    expect(mrzInformation({ documentNumber, birthDate: '340712', expiryDate: '950712' })).toBe(
      'D23145890734934071279507122',
    )
  })
  it('ICAO 9303-4 §4.2.2.2: the digit of empty optional data may be a filler or nought', () => {
    const line = 'L898902C36UTO7408122F1204159<<<<<<<<<<<<<<'
    for (const digit of ['<', '0']) {
      const text = `${td3.slice(0, 44)}${line}${digit}`
      const composite = checkDigit(text.slice(44, 54) + text.slice(57, 64) + text.slice(65, 87))
      expect(parseMrz(text + composite).optionalData).toEqual([''])
    }
  })
  it('a zone with a wrong check digit is refused by the parser and told by the reader', () => {
    const text = td3.replace('L898902C36', 'L898902C46')
    expect(codeOf(() => parseMrz(text))).toBe('check-digit')
    expect(readMrz(text).wrongCheckDigits).toEqual(['document-number', 'composite'])
  })
  it.for<[string, MrzErrorCode]>([
    ['', 'lines'],
    [`${td3}<`, 'lines'],
    ['P'.repeat(1_000_000), 'lines'],
    [td3.toLowerCase(), 'letters'],
    [td3.replace('740812', '741312'), 'field-form'],
    [td3.replace('2F1', '2Q1'), 'field-form'],
  ])('%#: what is not laid out as Doc 9303 says is refused', ([text, code]) => {
    expect(codeOf(() => parseMrz(text))).toBe(code)
  })
  it('any text at all is read or refused with an error of this package', () => {
    const letter = fc.constantFrom(...Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<<<<'))
    const zone = fc
      .constantFrom(72, 88, 90)
      .chain((length) =>
        fc.array(letter, { minLength: length, maxLength: length }).map((all) => all.join('')),
      )
    const changed = fc
      .tuple(fc.constantFrom(td1, td2, td3), fc.nat(90), letter)
      .map(([text, at, other]) => text.slice(0, at) + other + text.slice(at + 1))
    fc.assert(
      fc.property(fc.oneof(zone, changed, fc.string()), (text) => {
        codeOf(() => readMrz(text))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('dates', () => {
  const today = new Date('2026-11-22T12:00:00Z')
  it('ICAO 9303-3 §4.8: a birth date is the latest day that is not in the future', () => {
    expect(birthDateOf('740812', today)).toBe('1974-08-12')
    expect(birthDateOf('261122', today)).toBe('2026-11-22')
    expect(birthDateOf('261123', today)).toBe('1926-11-23')
    expect(birthDateOf('74<<<<', today)).toBeUndefined()
    expect(birthDateOf('740230', today)).toBeUndefined()
  })
  it('an expiry date is the nearest day that it can mean', () => {
    expect(expiryDateOf('361122', today)).toBe('2036-11-22')
    expect(expiryDateOf('991231', today)).toBe('1999-12-31')
    expect(expiryDateOf('050101', new Date('2096-01-01'))).toBe('2105-01-01')
  })
})

describe('names', () => {
  it('ICAO 9303-3 §6: letters outside A to Z are written as the table says', () => {
    expect(writeMrzName('Sørensen-Åkjær', "Bjørn D'Arcy", 39)).toBe(
      'SOERENSEN<AAKJAER<<BJOERN<DARCY'.padEnd(39, '<'),
    )
    expect(writeMrzName('Müller', '', 31)).toBe('MUELLER'.padEnd(31, '<'))
    expect(writeMrzName('Щукин', 'Юрий', 31)).toBe('SHCHUKIN<<IURII'.padEnd(31, '<'))
  })
  it('a name of a register is recognised in any spelling that the table allows', () => {
    const name = { primary: 'Åkjær Müller', secondary: 'Søren José' }
    for (const field of [
      'AAKJAER<MUELLER<<SOEREN<JOSE<<<',
      'AKJAER<MUXXLLER<<SOEREN<JOSE<<<',
      'AAKJAER<MULLER<<SOEREN<JOSE<<<<',
      'AAKJAERMUELLER<<SOEREN<JOSE<<<<',
    ])
      expect(nameMatches(name, readMrzName(field))).toBe(true)
    for (const field of ['AAKJAER<MUELLER<<SOEREN<<<', 'AAKJAER<<SOEREN<JOSE<<<', '<<<<'])
      expect(nameMatches(name, readMrzName(field))).toBe(false)
  })
  it('ICAO 9303-3 §4.6.3: a name that fills the field is recognised by its beginning', () => {
    const name = { primary: 'Nilavadhanananda', secondary: 'Chayapa Dejthamrong Krasuang' }
    const field = writeMrzName(name.primary, name.secondary, 39)
    expect(field).toBe('NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K')
    expect(nameMatches(name, readMrzName(field))).toBe(true)
    expect(nameMatches({ ...name, secondary: 'Chayapa' }, readMrzName(field))).toBe(false)
  })
  it('any name is written into any width and recognised again', () => {
    const part = fc.string({
      unit: fc.constantFrom(...Array.from('aåæøéñüžяъ -')),
      minLength: 1,
      maxLength: 24,
    })
    fc.assert(
      fc.property(part, part, fc.constantFrom(30, 31, 39), (primary, secondary, width) => {
        const field = writeMrzName(primary, secondary, width)
        expect(field).toMatch(/^[A-Z<]+$/u)
        expect(field).toHaveLength(width)
      }),
    )
  })
})

describe('access fields from a camera', () => {
  const fields = { documentNumber: 'L898902C3', birthDate: '740812', expiryDate: '120415' }
  it('a clean reading of every size gives the fields', () => {
    expect(repairAccessFields(td3.split('\n'))[0]).toEqual(fields)
    for (const text of [td2, td1])
      expect(repairAccessFields(text.split('\n'))[0]?.documentNumber).toBe('D23145890')
    expect(repairAccessFields(longNumber.split('\n'))[0]?.documentNumber).toBe('D23145890734')
  })
  it('look-alikes, lower case and stray marks are mended; lines above the zone are passed over', () => {
    const seen = [
      'UTOPIA PASSPORT',
      'P<UTOERIKSSON<<ANNA<MARIA«««<<<<<<<<<<<<<<<<',
      'L8989O2C36UT07408I22FI2O4I59ZE184226B<<<<<10',
    ]
    expect(repairAccessFields(seen)[0]).toEqual(fields)
  })
  it('a reading whose dates do not fit their check digits gives nothing', () => {
    expect(repairAccessFields(td3.replace('740812', '740813').split('\n'))).toEqual([])
  })
  it('no text makes more than 64 readings', () => {
    const worst = ['P<UTO'.padEnd(44, '<'), 'O0O0O0O0O0UTO7408122F1204159'.padEnd(44, '<')]
    expect(repairAccessFields(worst).length).toBeLessThanOrEqual(64)
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 60 }), { maxLength: 6 }), (lines) => {
        expect(repairAccessFields(lines).length).toBeLessThanOrEqual(64)
      }),
    )
  })
})
