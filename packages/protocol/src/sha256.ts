/** SHA-256 (FIPS 180-4) and HMAC (RFC 2104) where the platform has them only to be awaited. */
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 as hash } from '@noble/hashes/sha2.js'
import { base64url, utf8, type Bytes } from '@open-mitid/kernel'

/** Of bytes, or of a text in UTF-8. */
export function sha256(of: Uint8Array | string): Bytes {
  return new Uint8Array(hash(bytesOf(of)))
}

/** The same in base64url. */
export function sha256url(of: Uint8Array | string): string {
  return base64url(sha256(of))
}

export function hmacSha256(key: Uint8Array, of: Uint8Array | string): Bytes {
  return new Uint8Array(hmac(hash, key, bytesOf(of)))
}

function bytesOf(of: Uint8Array | string): Uint8Array {
  return typeof of === 'string' ? utf8(of) : of
}
