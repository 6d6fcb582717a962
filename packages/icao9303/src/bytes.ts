/** Bytes as this package takes and gives them: arrays of their own, never Node's `Buffer`. */
export type Bytes = Uint8Array<ArrayBuffer>

/** Gives `length` unpredictable bytes; in a browser and in Node `crypto.getRandomValues` fills them. */
export type Random = (length: number) => Uint8Array

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Compares without stopping at the first difference; lengths are no secret. */
export function equalBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false
  let difference = 0
  for (let at = 0; at < one.length; at += 1) difference |= (one[at] ?? 0) ^ (other[at] ?? 0)
  return difference === 0
}

export function toHex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}

/** Reads pairs of hexadecimal digits, for constants; spaces and line ends may stand between them. */
export function fromHex(text: string): Bytes {
  const digits = text.replaceAll(/\s/gu, '')
  if (!/^([0-9a-f]{2})*$/iu.test(digits)) throw new RangeError('not pairs of hexadecimal digits')
  const bytes = new Uint8Array(digits.length / 2)
  for (let at = 0; at < bytes.length; at += 1)
    bytes[at] = Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16)
  return bytes
}

/** The unsigned big-endian number of these bytes. */
export function toBigInt(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${toHex(bytes)}`)
}

/** A number as exactly `length` big-endian bytes; one that does not fit is the caller's mistake. */
export function fromBigInt(value: bigint, length: number): Bytes {
  const digits = value.toString(16)
  if (value < 0n || digits.length > 2 * length) throw new RangeError('number does not fit')
  return fromHex(digits.padStart(2 * length, '0'))
}

export function ascii(text: string): Bytes {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

export function byteLength(value: bigint): number {
  return Math.ceil(value.toString(16).length / 2)
}
