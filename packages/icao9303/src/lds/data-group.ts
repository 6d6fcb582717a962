/** The files of the application: their tags and identifiers (ICAO 9303-10 §4.7, table 38). */
import { elementsOf, parseTlv, type Tlv } from '../tlv/tlv.ts'
import { LdsError } from './lds-error.ts'

export type DataGroupNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16

const tags = [
  0x61, 0x75, 0x63, 0x76, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f, 0x70,
] as const

/** Two-byte identifiers for `readFile`. */
export const fileIdentifiers = {
  cardAccess: 0x011c,
  cardSecurity: 0x011d,
  com: 0x011e,
  sod: 0x011d,
  dataGroup: (number: DataGroupNumber): number => 0x0100 + number,
} as const

/** The number of the data group that a tag stands for, as EF.COM lists them. */
export function dataGroupByTag(tag: number): DataGroupNumber | undefined {
  const at = tags.findIndex((known) => known === tag)
  return at < 0 ? undefined : toDataGroupNumber(at + 1)
}

export function toDataGroupNumber(number: number): DataGroupNumber | undefined {
  const whole = Number.isInteger(number) && number >= 1 && number <= 16
  return whole ? (number as DataGroupNumber) : undefined
}

/** What is inside the file of a data group; another file is refused. */
export function contentOf(bytes: Uint8Array, number: DataGroupNumber): Uint8Array {
  return fileContent(bytes, tags[number - 1] ?? 0, `ICAO 9303-10 §4.7.${number}`)
}

export function fileContent(bytes: Uint8Array, tag: number, clause: string): Uint8Array {
  const file = parseTlv(bytes)
  if (file.tag !== tag) throw new LdsError('wrong-file', clause)
  return file.value
}

/** The elements of a file by their tags. One that stands twice counts once, as it came first. */
export function elementsByTag(value: Uint8Array): ReadonlyMap<number, Tlv> {
  const found = new Map<number, Tlv>()
  for (const element of elementsOf(value))
    if (!found.has(element.tag)) found.set(element.tag, element)
  return found
}
