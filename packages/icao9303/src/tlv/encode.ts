/** Writes TLV with definite lengths in the fewest bytes (X.690 §10.1). */
import { concat, type Bytes } from '../bytes.ts'

/** One element; `contents` follow each other as its value. `tag` is its bytes as one number. */
export function encodeTlv(tag: number, ...contents: readonly Uint8Array[]): Bytes {
  const length = contents.reduce((sum, part) => sum + part.length, 0)
  return concat(bigEndian(tag), lengthBytes(length), ...contents)
}

function lengthBytes(length: number): Bytes {
  if (length < 0x80) return Uint8Array.of(length)
  const bytes = bigEndian(length)
  return concat(Uint8Array.of(0x80 | bytes.length), bytes)
}

function bigEndian(value: number): Bytes {
  const bytes: number[] = []
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  return Uint8Array.from(bytes.length === 0 ? [0] : bytes)
}
