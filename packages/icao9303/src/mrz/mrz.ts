/** The machine-readable zone of a travel document (ICAO 9303-3 §4, 9303-4, 9303-5, 9303-6). */
import { checkDigit } from './check-digit.ts'
import { layouts, type Layout, type MrzFormat, type Span } from './layout.ts'
import { isMrzDate, type MrzDate } from './mrz-date.ts'
import { MrzError } from './mrz-error.ts'
import { readMrzName, type MrzName } from './mrz-name.ts'

/** The fields that a check digit stands for. */
export type CheckedField =
  'document-number' | 'birth-date' | 'expiry-date' | 'optional-data' | 'composite'

export type Mrz = {
  readonly format: MrzFormat
  /** One or two letters: `P` and a subtype for passports, `I`, `A`, `C` for cards. */
  readonly documentCode: string
  /** The issuing state or organisation (ICAO 9303-3 §5): `DNK`, `D`, `UTO`. */
  readonly issuer: string
  readonly name: MrzName
  /** Whole, also where it is longer than nine letters; without fillers. */
  readonly documentNumber: string
  readonly nationality: string
  readonly birthDate: MrzDate
  readonly sex: 'F' | 'M' | 'X'
  readonly expiryDate: MrzDate
  /** Each field without the fillers at its end. The passport of Denmark has the CPR number here. */
  readonly optionalData: readonly string[]
  /** Check digits that are not right. A document as printed and signed may have such. */
  readonly wrongCheckDigits: readonly CheckedField[]
}

/** Reads a zone whose check digits are all right; anything else is refused. */
export function parseMrz(text: string): Mrz {
  const mrz = readMrz(text)
  if (mrz.wrongCheckDigits.length > 0) throw new MrzError('check-digit', 'ICAO 9303-3 §4.9')
  return mrz
}

/**
 * Reads a zone and tells which check digits are wrong. Takes the lines with or without line ends
 * between them, as data group 1 and cameras give them.
 */
export function readMrz(text: string): Mrz {
  const { format, lines } = linesOf(text)
  const layout = layouts[format]
  const field = ([line, start, length]: Span) => lines[line]?.slice(start, start + length) ?? ''
  const sex = field(layout.sex)
  const dates = [field(layout.birthDate), field(layout.expiryDate)] as const
  if (!dates.every(isMrzDate) || !['F', 'M', 'X', '<'].includes(sex))
    throw new MrzError('field-form', layout.clause)
  const { documentNumber, optionalData, numberIsRight } = numberOf(layout, field)
  const isRight: Record<CheckedField, boolean> = {
    'document-number': numberIsRight,
    'birth-date': checkDigit(dates[0]) === field(layout.birthDateCheck),
    'expiry-date': checkDigit(dates[1]) === field(layout.expiryDateCheck),
    'optional-data': optionalIsRight(layout, field),
    composite: checkDigit(layout.composite.map(field).join('')) === field(layout.compositeCheck),
  }
  return {
    format,
    documentCode: withoutFiller(field(layout.documentCode)),
    issuer: withoutFiller(field(layout.issuer)),
    name: readMrzName(field(layout.name)),
    documentNumber,
    nationality: withoutFiller(field(layout.nationality)),
    birthDate: dates[0],
    sex: sex === 'F' || sex === 'M' ? sex : 'X',
    expiryDate: dates[1],
    optionalData,
    wrongCheckDigits: (Object.keys(isRight) as CheckedField[]).filter((name) => !isRight[name]),
  }
}

function linesOf(text: string): { format: MrzFormat; lines: readonly string[] } {
  if (text.length > 200) throw new MrzError('lines', 'ICAO 9303-3 §4.2')
  const letters = text.replaceAll(/[\r\n]/gu, '')
  if (!/^[0-9A-Z<]*$/u.test(letters)) throw new MrzError('letters', 'ICAO 9303-3 §4.3')
  for (const format of ['TD1', 'TD2', 'TD3'] as const) {
    const { lines, width } = layouts[format]
    if (letters.length === lines * width) {
      const starts = Array.from({ length: lines }, (_, line) => line * width)
      return { format, lines: starts.map((start) => letters.slice(start, start + width)) }
    }
  }
  throw new MrzError('lines', 'ICAO 9303-3 §4.2')
}

/**
 * A filler where the check digit belongs says that the number goes on in the optional data, with
 * its check digit after it (ICAO 9303-5 §4.2.4, 9303-6 §4.2.4).
 */
function numberOf(layout: Layout, field: (span: Span) => string) {
  const start = field(layout.documentNumber)
  const digit = field(layout.documentNumberCheck)
  const optional = layout.optionalData.map(field)
  const [more = '', ...others] = optional
  const rest = /^([0-9A-Z]+)([0-9])(?:<|$)/u.exec(more)
  if (digit === '<' && layout.longNumbers && rest) {
    const [, letters = '', check] = rest
    const documentNumber = start + letters
    const left = more.slice(letters.length + 2)
    return {
      documentNumber,
      optionalData: [left, ...others].map(withoutFiller),
      numberIsRight: checkDigit(documentNumber) === check,
    }
  }
  return {
    documentNumber: withoutFiller(start),
    optionalData: optional.map(withoutFiller),
    numberIsRight: checkDigit(start) === digit,
  }
}

/** Where there is no optional data, the digit may be a filler (ICAO 9303-4 §4.2.2.2). */
function optionalIsRight(layout: Layout, field: (span: Span) => string): boolean {
  if (!layout.optionalDataCheck) return true
  const text = layout.optionalData.map(field).join('')
  const digit = field(layout.optionalDataCheck)
  return checkDigit(text) === digit || (digit === '<' && /^<*$/u.test(text))
}

function withoutFiller(text: string): string {
  return text.replace(/<+$/u, '')
}
