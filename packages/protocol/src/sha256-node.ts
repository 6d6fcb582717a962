/** SHA-256 (FIPS 180-4) and HMAC (RFC 2104) by the platform, in a server. */
import { createHmac, hash } from 'node:crypto'
import type { Bytes } from '@open-mitid/kernel'

/** Of bytes, or of a text in UTF-8. */
export function sha256(of: Uint8Array | string): Bytes {
  // By way of a text: memory of its own for each hash takes longer than the hash.
  return new Uint8Array(Buffer.from(hash('sha256', of, 'hex'), 'hex'))
}

/** The same in base64url. */
export function sha256url(of: Uint8Array | string): string {
  return hash('sha256', of, 'base64url')
}

export function hmacSha256(key: Uint8Array, of: Uint8Array | string): Bytes {
  return new Uint8Array(Buffer.from(createHmac('sha256', key).update(of).digest('hex'), 'hex'))
}
