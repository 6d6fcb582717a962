/** Tokens of 32 random bytes are stored as their hash: a reader of the table can use none. */
import { createHash } from 'node:crypto'
import type { Bytes } from '@open-mitid/kernel'

export function sha256(bytes: Bytes): Bytes {
  return Uint8Array.from(createHash('sha256').update(bytes).digest())
}
