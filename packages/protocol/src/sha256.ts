/** SHA-256 (FIPS 180-4) and HMAC (RFC 2104) where the platform has them only to be awaited. */
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 as hash } from '@noble/hashes/sha2.js'
import type { Bytes } from '@open-mitid/kernel'

export function sha256(bytes: Uint8Array): Bytes {
  return new Uint8Array(hash(bytes))
}

export function hmacSha256(key: Uint8Array, bytes: Uint8Array): Bytes {
  return new Uint8Array(hmac(hash, key, bytes))
}
