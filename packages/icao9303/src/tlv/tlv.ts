/**
 * Tag, length, value (ISO/IEC 7816-4 §5.2.2, X.690 §8.1): what the data groups and the
 * certificates of a travel document are written in. Elements are views into the bytes given;
 * nothing is copied, and children are read only when they are asked for.
 */
import { TlvError } from './tlv-error.ts'

/** One element. `tag` is the tag's bytes as one number, so `7F49` is `0x7f49`. */
export type Tlv = {
  readonly tag: number
  /** The whole element: tag, length and value as they were written. */
  readonly raw: Uint8Array
  readonly value: Uint8Array
  readonly constructed: boolean
  /** Written with the indefinite length of X.690 §8.1.3.6. */
  readonly indefinite: boolean
}

/** Nested indefinite lengths beyond this are refused; real documents use four. */
const deepest = 32

/**
 * Reads one element at `at`. Lengths may be longer than needed and may be indefinite (X.690
 * §8.1.3), as chips and signers in the field write them; signed and hashed bytes are always taken
 * as they were written, so this opens nothing.
 */
export function readTlv(bytes: Uint8Array, at = 0): Tlv {
  return read(bytes, at, deepest)
}

/** Reads the one element that these bytes are; bytes after it are refused. */
export function parseTlv(bytes: Uint8Array): Tlv {
  const tlv = readTlv(bytes)
  if (tlv.raw.length !== bytes.length) throw new TlvError('trailing-bytes', 'X.690 §8.1.1')
  return tlv
}

/** The elements that a value consists of, to its last byte. */
export function elementsOf(value: Uint8Array): Tlv[] {
  const elements: Tlv[] = []
  for (let at = 0; at < value.length;) {
    const element = readTlv(value, at)
    elements.push(element)
    at += element.raw.length
  }
  return elements
}

/** How long the element is whose first bytes are given; `undefined` where they do not tell. */
export function announcedLength(start: Uint8Array): number | undefined {
  const tagLength = tagLengthAt(start, 0)
  const first = start[tagLength]
  if (first === undefined || first === 0x80) return undefined
  if (first < 0x80) return tagLength + 1 + first
  const count = first & 0x7f
  if (count > 4 || start.length < tagLength + 1 + count) return undefined
  return tagLength + 1 + count + numberAt(start, tagLength + 1, count)
}

function read(bytes: Uint8Array, at: number, depth: number): Tlv {
  const tagLength = tagLengthAt(bytes, at)
  const tag = numberAt(bytes, at, tagLength)
  const constructed = ((bytes[at] ?? 0) & 0x20) !== 0
  const lengthAt = at + tagLength
  const first = bytes[lengthAt]
  if (first === undefined) throw new TlvError('truncated', 'X.690 §8.1.3')
  if (first === 0x80) return readIndefinite(bytes, at, tag, lengthAt + 1, constructed, depth)
  const count = first < 0x80 ? 0 : first & 0x7f
  if (count > 4) throw new TlvError('length-form', 'X.690 §8.1.3.5')
  if (lengthAt + 1 + count > bytes.length) throw new TlvError('truncated', 'X.690 §8.1.3')
  const length = count === 0 ? first : numberAt(bytes, lengthAt + 1, count)
  const start = lengthAt + 1 + count
  if (length > bytes.length - start) throw new TlvError('truncated', 'X.690 §8.1.4')
  const end = start + length
  return {
    tag,
    raw: bytes.subarray(at, end),
    value: bytes.subarray(start, end),
    constructed,
    indefinite: false,
  }
}

/** Walks the contents to their end mark: two zero bytes where an element would begin. */
function readIndefinite(
  bytes: Uint8Array,
  at: number,
  tag: number,
  start: number,
  constructed: boolean,
  depth: number,
): Tlv {
  if (!constructed) throw new TlvError('length-form', 'X.690 §8.1.3.2')
  if (depth === 0) throw new TlvError('too-deep', 'X.690 §8.1.3.6')
  let end = start
  while (bytes[end] !== 0 || bytes[end + 1] !== 0) {
    if (end >= bytes.length) throw new TlvError('truncated', 'X.690 §8.1.5')
    end += read(bytes, end, depth - 1).raw.length
  }
  return {
    tag,
    raw: bytes.subarray(at, end + 2),
    value: bytes.subarray(start, end),
    constructed,
    indefinite: true,
  }
}

function tagLengthAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at]
  if (first === undefined) throw new TlvError('truncated', 'X.690 §8.1.2')
  if ((first & 0x1f) !== 0x1f) return 1
  for (let length = 2; length <= 4; length += 1) {
    const next = bytes[at + length - 1]
    if (next === undefined) throw new TlvError('truncated', 'X.690 §8.1.2.4')
    if ((next & 0x80) === 0) return length
  }
  throw new TlvError('tag-form', 'X.690 §8.1.2.4')
}

function numberAt(bytes: Uint8Array, at: number, length: number): number {
  let number = 0
  for (let next = at; next < at + length; next += 1) number = number * 256 + (bytes[next] ?? 0)
  return number
}
