/** Names that open something are stored hashed: a reader of the table can use none of them. */
import { hash } from 'node:crypto'
import type { Bytes } from '@open-mitid/kernel'

export function sha256(text: string): Bytes {
  // By way of a text: memory of its own for each hash takes longer than the hash.
  return new Uint8Array(Buffer.from(hash('sha256', text, 'hex'), 'hex'))
}
