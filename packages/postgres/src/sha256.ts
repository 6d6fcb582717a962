/** Names that open something are stored hashed: a reader of the table can use none of them. */
import { hash } from 'node:crypto'
import type { Bytes } from '@open-mitid/kernel'

export function sha256(text: string): Bytes {
  return Uint8Array.from(hash('sha256', text, 'buffer'))
}
