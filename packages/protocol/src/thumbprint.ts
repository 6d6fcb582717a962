/** The thumbprint of a public key (RFC 7638 §3), by which a person or a program can compare keys. */
import { Digest } from './digest.ts'
import type { PublicJwk } from './es256.ts'

export function thumbprint({ crv, kty, x, y }: PublicJwk): Digest {
  return Digest.ofText(JSON.stringify({ crv, kty, x, y }))
}
