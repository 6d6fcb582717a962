/** The three fields of the zone that open the chip, and how a camera's reading is mended. */
import { checkDigit } from './check-digit.ts'
import { layouts, type MrzFormat, type Span } from './layout.ts'
import { isMrzDate, type MrzDate } from './mrz-date.ts'

/** What the keys to the chip are made of (ICAO 9303-11 §4.3.3.1). */
export type AccessFields = {
  /** As printed, without fillers; letters and digits. */
  readonly documentNumber: string
  readonly birthDate: MrzDate
  readonly expiryDate: MrzDate
}

/** The fields with their check digits: `MRZ_information` (ICAO 9303-11 §9.7.3). */
export function mrzInformation({ documentNumber, birthDate, expiryDate }: AccessFields): string {
  const number = documentNumber.padEnd(9, '<')
  return [number, birthDate, expiryDate].map((text) => text + checkDigit(text)).join('')
}

/** Letters that a camera takes for each other in OCR-B, as the digit and its look-alikes. */
const lookAlikes: Readonly<Record<string, string>> = {
  0: 'ODQ',
  1: 'IL',
  2: 'Z',
  4: 'A',
  5: 'S',
  6: 'G',
  7: 'T',
  8: 'B',
}
const toDigit = new Map(
  Object.entries(lookAlikes).flatMap(([digit, alike]) =>
    [...alike].map((l) => [l, digit] as const),
  ),
)
/** A digit may have been its first look-alike; the others are too unlike to guess. */
const toLetter = new Map(
  Object.entries(lookAlikes).map(([digit, alike]) => [digit, alike.charAt(0)] as const),
)

const mostDoubts = 6

/**
 * The access fields that lines read by a camera can mean, likeliest first; only readings whose
 * check digits are right. Digits are put where only digits can stand, and letters of the document
 * number that look alike are tried both ways. The chip refuses a wrong guess, so a caller tries
 * them in order. At most 64 readings.
 */
export function repairAccessFields(lines: readonly string[]): AccessFields[] {
  const cleaned = lines.map(clean).filter((line) => line.length >= 28)
  const found = (['TD3', 'TD2', 'TD1'] as const).flatMap((format) => repair(format, cleaned))
  const unique = new Map(found.map((fields) => [mrzInformation(fields), fields]))
  return [...unique.values()].slice(0, 1 << mostDoubts)
}

function clean(line: string): string {
  return line
    .toUpperCase()
    .replaceAll(/[«‹([{≤]/gu, '<')
    .replaceAll(/[^0-9A-Z<]/gu, '')
}

/** Takes the last lines, since whatever a camera sees besides the zone stands above it. */
function repair(format: MrzFormat, lines: readonly string[]): AccessFields[] {
  const layout = layouts[format]
  const zone = lines.slice(-layout.lines)
  const fits = (line: string) => Math.abs(line.length - layout.width) <= 2
  if (zone.length !== layout.lines || !zone.every(fits)) return []
  const field = ([line, start, length]: Span) => zone[line]?.slice(start, start + length) ?? ''
  const birthDate = checkedDate(field(layout.birthDate), field(layout.birthDateCheck))
  const expiryDate = checkedDate(field(layout.expiryDate), field(layout.expiryDateCheck))
  if (birthDate === undefined || expiryDate === undefined) return []
  const printed = field(layout.documentNumber)
  const digit = field(layout.documentNumberCheck)
  const more = field(layout.optionalData[0] ?? [0, 0, 0])
  const numbers =
    digit === '<' && layout.longNumbers
      ? longNumbers(printed, more)
      : readings(printed).filter((number) => checkDigit(number) === digits(digit))
  return numbers.map((number) => ({
    documentNumber: number.replace(/<+$/u, ''),
    birthDate,
    expiryDate,
  }))
}

function checkedDate(text: string, digit: string): MrzDate | undefined {
  const date = digits(text)
  return isMrzDate(date) && checkDigit(date) === digits(digit) ? date : undefined
}

function longNumbers(start: string, more: string): string[] {
  const [rest = ''] = more.split('<')
  const digit = digits(rest.slice(-1))
  return readings(start + rest.slice(0, -1)).filter((number) => checkDigit(number) === digit)
}

function digits(text: string): string {
  return Array.from(text, (letter) => toDigit.get(letter) ?? letter).join('')
}

/** Every way to read the doubtful letters, those with the fewest changes first. */
function readings(text: string): string[] {
  const doubtful = [...text].flatMap((letter, at) => (otherReading(letter) ? [at] : []))
  const tried = doubtful.slice(0, mostDoubts)
  const masks = Array.from({ length: 1 << tried.length }, (_, mask) => mask)
  const changes = (mask: number) => tried.filter((_, bit) => mask & (1 << bit)).length
  return masks
    .sort((one, other) => changes(one) - changes(other))
    .map((mask) => {
      const letters = [...text]
      tried.forEach((at, bit) => {
        if (mask & (1 << bit)) letters[at] = otherReading(letters[at] ?? '') ?? ''
      })
      return letters.join('')
    })
}

function otherReading(letter: string): string | undefined {
  return toDigit.get(letter) ?? toLetter.get(letter)
}
