/** SHA-256 (FIPS 180-4) and HMAC (RFC 2104) by the platform, in a server. */
import { createHmac, hash } from 'node:crypto'
import type { Bytes } from '@open-mitid/kernel'

export function sha256(bytes: Uint8Array): Bytes {
  return new Uint8Array(hash('sha256', bytes, 'buffer'))
}

export function hmacSha256(key: Uint8Array, bytes: Uint8Array): Bytes {
  return new Uint8Array(createHmac('sha256', key).update(bytes).digest())
}
