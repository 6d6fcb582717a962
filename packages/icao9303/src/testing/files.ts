/** Files of a chip, made for tests. */
import { ascii, concat, type Bytes } from '../bytes.ts'
import { checkDigit } from '../mrz/check-digit.ts'
import { writeMrzName } from '../mrz/mrz-name.ts'
import { encodeTlv } from '../tlv/encode.ts'
import { integer, oid, sequence } from './issuing.ts'

export type Printed = {
  readonly issuer: string
  readonly primary: string
  readonly secondary: string
  readonly documentNumber: string
  readonly nationality: string
  /** `YYMMDD`, as the expiry date. */
  readonly birthDate: string
  readonly sex: 'F' | 'M' | '<'
  readonly expiryDate: string
  readonly optionalData: string
}

/** The holder of the specimens of ICAO 9303-4, in a passport that is valid longer. */
export const specimen: Printed = {
  issuer: 'UTO',
  primary: 'Eriksson',
  secondary: 'Anna Maria',
  documentNumber: 'L898902C3',
  nationality: 'UTO',
  birthDate: '740812',
  sex: 'F',
  expiryDate: '320415',
  optionalData: 'ZE184226B',
}

/** The two lines of a passport with their check digits, one after the other. */
export function passportZone(printed: Printed): string {
  const { issuer, primary, secondary, nationality, birthDate, sex, expiryDate } = printed
  const checked = (field: string) => field + checkDigit(field)
  const number = checked(printed.documentNumber.padEnd(9, '<'))
  const optional = checked(printed.optionalData.padEnd(14, '<'))
  const [birth, expiry] = [checked(birthDate), checked(expiryDate)]
  const composite = checkDigit(number + birth + expiry + optional)
  const first = `P<${issuer.padEnd(3, '<')}${writeMrzName(primary, secondary, 39)}`
  return `${first}${number}${nationality.padEnd(3, '<')}${birth}${sex}${expiry}${optional}${composite}`
}

const text = (value: string) => new TextEncoder().encode(value)

export function dg1File(zone: string): Bytes {
  return encodeTlv(0x61, encodeTlv(0x5f1f, ascii(zone)))
}

export function comFile(tags: readonly number[]): Bytes {
  return encodeTlv(
    0x60,
    encodeTlv(0x5f01, ascii('0107')),
    encodeTlv(0x5f36, ascii('040000')),
    encodeTlv(0x5c, Uint8Array.from(tags)),
  )
}

/** The beginning of a JPEG file and noughts, of the length asked for. */
export function jpegOf(length: number): Bytes {
  const image = new Uint8Array(length)
  image.set([0xff, 0xd8, 0xff, 0xe0])
  return image
}

/** DG2 in ISO/IEC 19794-5, with `points` feature points before the image. */
export function dg2File(image: Uint8Array, points = 0): Bytes {
  const length = 20 + 8 * points + 12 + image.length
  const record = new Uint8Array(14 + length)
  const view = new DataView(record.buffer)
  record.set(ascii('FAC\x00010\x00'))
  view.setUint32(8, record.length)
  view.setUint16(12, 1)
  view.setUint32(14, length)
  view.setUint16(18, points)
  const information = 34 + 8 * points
  view.setUint16(information + 2, 413)
  view.setUint16(information + 4, 531)
  record.set(image, information + 12)
  return dg2Of(encodeTlv(0x5f2e, record))
}

/** DG2 in ISO/IEC 39794-5. */
export function dg2File39794(image: Uint8Array): Bytes {
  const small = (tag: number, value: number) => encodeTlv(tag, Uint8Array.of(value >> 8, value))
  const size = encodeTlv(0xa7, small(0x80, 413), small(0x81, 531))
  const information = encodeTlv(0xa1, encodeTlv(0xa0, encodeTlv(0x80, Uint8Array.of(2))), size)
  const flat = encodeTlv(0xa0, encodeTlv(0x80, image), information)
  const representation = encodeTlv(
    0x30,
    encodeTlv(0x80, Uint8Array.of(0)),
    encodeTlv(0xa1, encodeTlv(0xa0, flat)),
  )
  const version = encodeTlv(0xa0, encodeTlv(0x80, Uint8Array.of(3)), small(0x81, 2019))
  const block = encodeTlv(0x65, version, encodeTlv(0xa1, representation))
  return dg2Of(encodeTlv(0x7f2e, encodeTlv(0xa1, block)))
}

function dg2Of(block: Uint8Array): Bytes {
  const header = encodeTlv(0xa1, encodeTlv(0x87, Uint8Array.of(1, 1)))
  const count = encodeTlv(0x02, Uint8Array.of(1))
  return encodeTlv(0x75, encodeTlv(0x7f61, count, encodeTlv(0x7f60, header, block)))
}

export function dg11File(details: Readonly<Record<number, string>>): Bytes {
  const values = Object.entries(details).map(([tag, value]) => encodeTlv(Number(tag), text(value)))
  const list = concat(...values.map((value) => value.slice(0, 2)))
  return encodeTlv(0x6b, encodeTlv(0x5c, list), ...values)
}

export function dg12File(details: Readonly<Record<number, Uint8Array>>): Bytes {
  const values = Object.entries(details).map(([tag, value]) => encodeTlv(Number(tag), value))
  return encodeTlv(0x6c, ...values)
}

export const paceInfo = (protocol: string, parameterId: number) =>
  sequence(oid(protocol), integer(2), integer(parameterId))
export const chipAuthenticationInfo = (protocol: string) => sequence(oid(protocol), integer(1))
export const chipAuthenticationKey = (agreement: 'dh' | 'ecdh', publicKey: Uint8Array) =>
  sequence(oid(`0.4.0.127.0.7.2.2.1.${agreement === 'dh' ? '1' : '2'}`), publicKey)
export const activeAuthenticationInfo = (algorithm: string) =>
  sequence(oid('2.23.136.1.1.5'), integer(1), oid(algorithm))

export function securityInfos(...infos: readonly Uint8Array[]): Bytes {
  return encodeTlv(0x31, ...infos)
}

export function dg14File(...infos: readonly Uint8Array[]): Bytes {
  return encodeTlv(0x6e, securityInfos(...infos))
}

export function dg15File(publicKey: Uint8Array): Bytes {
  return encodeTlv(0x6f, publicKey)
}
