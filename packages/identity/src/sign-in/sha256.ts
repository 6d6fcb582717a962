/** Tokens of 32 random bytes are stored as their hash: a reader of the table can use none. */
import { hash } from 'node:crypto'
import type { Bytes } from '@open-mitid/kernel'

export function sha256(bytes: Bytes): Bytes {
  return Uint8Array.from(hash('sha256', bytes, 'buffer'))
}
