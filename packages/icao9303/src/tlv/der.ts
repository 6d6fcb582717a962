/** The ASN.1 values that travel documents use, out of TLV (X.690). */
import { toBigInt, type Bytes } from '../bytes.ts'
import { elementsOf, readTlv, type Tlv } from './tlv.ts'
import { TlvError } from './tlv-error.ts'

/** Universal tags, and how context-specific ones are made. */
export const asn1 = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  numericString: 0x12,
  printableString: 0x13,
  teletexString: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  universalString: 0x1c,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const

/** Takes the elements of a value one after the other. */
export type Elements = {
  /** The next element, which must have this tag. */
  take(tag: number): Tlv
  /** The next element where it has this tag. */
  optional(tag: number): Tlv | undefined
  /** The next element, whatever its tag. */
  any(): Tlv
  /** Refuses elements that nobody has taken. */
  end(): void
  /** Whatever is left. */
  rest(): Tlv[]
}

/** `clause` is what stands in the error when the elements are not the expected ones. */
export function takeElements(value: Uint8Array, clause: string): Elements {
  let at = 0
  const peek = () => (at < value.length ? readTlv(value, at) : undefined)
  const pass = (element: Tlv) => {
    at += element.raw.length
    return element
  }
  return {
    take(tag) {
      const next = peek()
      if (next?.tag !== tag) throw new TlvError('unexpected', clause)
      return pass(next)
    },
    optional(tag) {
      const next = peek()
      return next?.tag === tag ? pass(next) : undefined
    },
    any() {
      const next = peek()
      if (next === undefined) throw new TlvError('unexpected', clause)
      return pass(next)
    },
    end() {
      if (at < value.length) throw new TlvError('trailing-bytes', clause)
    },
    rest() {
      const rest = elementsOf(value.subarray(at))
      at = value.length
      return rest
    },
  }
}

/** An INTEGER, which may be negative (X.690 §8.3). */
export function integerOf(tlv: Tlv): bigint {
  const { value } = tlv
  const first = value[0]
  if (first === undefined) throw new TlvError('value-form', 'X.690 §8.3.1')
  const unsigned = toBigInt(value)
  return first < 0x80 ? unsigned : unsigned - (1n << BigInt(8 * value.length))
}

/** An INTEGER between 0 and 2^31 - 1, such as a version. */
export function smallIntegerOf(tlv: Tlv): number {
  if (tlv.value.length > 5) throw new TlvError('value-form', 'X.690 §8.3')
  const value = integerOf(tlv)
  if (value < 0n || value > 0x7fff_ffffn) throw new TlvError('value-form', 'X.690 §8.3')
  return Number(value)
}

export function booleanOf(tlv: Tlv): boolean {
  if (tlv.value.length !== 1) throw new TlvError('value-form', 'X.690 §8.2.1')
  return tlv.value[0] !== 0
}

/** An OBJECT IDENTIFIER in dotted form (X.690 §8.19). */
export function oidOf(tlv: Tlv): string {
  const { value } = tlv
  const last = value.at(-1)
  if (last === undefined || last >= 0x80 || value.length > 64)
    throw new TlvError('value-form', 'X.690 §8.19')
  const arcs: bigint[] = []
  let arc = 0n
  for (const byte of value) {
    arc = (arc << 7n) | BigInt(byte & 0x7f)
    if (byte >= 0x80) continue
    arcs.push(arc)
    arc = 0n
  }
  const first = arcs[0] ?? 0n
  const top = first < 80n ? first / 40n : 2n
  return [top, first - top * 40n, ...arcs.slice(1)].join('.')
}

/** A BIT STRING of whole bytes, as keys and signatures are (X.690 §8.6). */
export function bitStringOf(tlv: Tlv): Uint8Array {
  if (tlv.value[0] !== 0 || tlv.constructed) throw new TlvError('value-form', 'X.690 §8.6.2')
  return tlv.value.subarray(1)
}

/** The bytes of an OCTET STRING, also where it is written in pieces (X.690 §8.7.3). */
export function octetStringOf(tlv: Tlv): Uint8Array {
  if (!tlv.constructed) return tlv.value
  const pieces = elementsOf(tlv.value)
  if (pieces.some((piece) => piece.tag !== asn1.octetString))
    throw new TlvError('value-form', 'X.690 §8.7.3')
  const whole: Bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.value.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece.value, at)
    at += piece.value.length
  }
  return whole
}

const latin1 = new TextDecoder('latin1')
const utf8 = new TextDecoder('utf-8')
const utf16 = new TextDecoder('utf-16be')

/** The text of any of the string types that names and addresses are written in. */
export function textOf(tlv: Tlv): string {
  if (tlv.tag === asn1.bmpString) return utf16.decode(tlv.value)
  return (tlv.tag === asn1.teletexString ? latin1 : utf8).decode(tlv.value)
}

const written = /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?(?:[.,]\d{1,3})?(Z|[+-]\d{4})$/u

/** A UTCTime or GeneralizedTime (X.690 §11.7, §11.8; two-digit years as RFC 5280 §4.1.2.5.1). */
export function timeOf(tlv: Tlv): Date {
  const found = written.exec(latin1.decode(tlv.value))
  const yearDigits = tlv.tag === asn1.utcTime ? 2 : 4
  if (found === null || (tlv.tag !== asn1.utcTime && tlv.tag !== asn1.generalizedTime))
    throw new TlvError('value-form', 'RFC 5280 §4.1.2.5')
  const [, yearText = '', month, day, hour, minute, second = '00', zone = 'Z'] = found
  if (yearText.length !== yearDigits) throw new TlvError('value-form', 'RFC 5280 §4.1.2.5')
  const year = Number(yearText)
  const full = yearDigits === 4 ? year : year < 50 ? 2000 + year : 1900 + year
  const offset = zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(3)}`
  const text = `${String(full).padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}${offset}`
  const date = new Date(text)
  if (Number.isNaN(date.getTime())) throw new TlvError('value-form', 'RFC 5280 §4.1.2.5')
  return date
}

/** The bytes of an object identifier's value, from its dotted form. */
export function encodeOid(dotted: string): Bytes {
  const [top = 0n, second = 0n, ...rest] = dotted.split('.').map(BigInt)
  const bytes = [top * 40n + second, ...rest].flatMap((arc) => {
    const groups = [Number(arc & 0x7fn)]
    for (let left = arc >> 7n; left > 0n; left >>= 7n) groups.unshift(Number(left & 0x7fn) | 0x80)
    return groups
  })
  return Uint8Array.from(bytes)
}
