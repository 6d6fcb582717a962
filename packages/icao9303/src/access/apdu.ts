/** Commands and responses (ISO/IEC 7816-4 §5.1). */
import { concat, type Bytes } from '../bytes.ts'
import { AccessError } from './access-error.ts'

export type Command = {
  readonly cla: number
  readonly ins: number
  readonly p1: number
  readonly p2: number
  readonly data?: Uint8Array
  /** How many bytes are expected at most, up to 65,536; none where it is left out. */
  readonly expected?: number
}

export type Response = {
  readonly data: Uint8Array
  /** SW1 and SW2, as in 0x9000. */
  readonly status: number
}

/** A command in short form where it fits and in extended form where it does not. */
export function encodeCommand({ cla, ins, p1, p2, data, expected }: Command): Bytes {
  const header = Uint8Array.of(cla, ins, p1, p2)
  const length = data?.length ?? 0
  if (length > 65_535 || (expected ?? 0) > 65_536) throw new RangeError('command too long')
  const body = data ?? new Uint8Array()
  if (length <= 255 && (expected ?? 0) <= 256) {
    const lc = length > 0 ? Uint8Array.of(length) : new Uint8Array()
    const le = expected === undefined ? new Uint8Array() : Uint8Array.of(expected & 0xff)
    return concat(header, lc, body, le)
  }
  const lc = length > 0 ? Uint8Array.of(0, length >> 8, length & 0xff) : Uint8Array.of(0)
  const le = expected === undefined ? new Uint8Array() : twoBytes(expected)
  return concat(header, lc, body, le)
}

export function parseResponse(bytes: Uint8Array): Response {
  if (bytes.length < 2 || bytes.length > 65_538)
    throw new AccessError('answer-form', 'ISO/IEC 7816-4 §5.1')
  const end = bytes.length - 2
  return { data: bytes.subarray(0, end), status: (bytes[end] ?? 0) * 256 + (bytes[end + 1] ?? 0) }
}

export function twoBytes(value: number): Bytes {
  return Uint8Array.of((value >> 8) & 0xff, value & 0xff)
}
