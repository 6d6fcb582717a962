/** ES256, ECDSA on P-256 with SHA-256 (RFC 7518 §3.4): the only signature algorithm of version 1. */
import { p256 } from '@noble/curves/nist.js'
import { base64url, concat, fromBase64url, type Bytes } from '@open-mitid/kernel'
import { oneOf, record, type Reader } from './json.ts'

/** A public key as RFC 7517 writes it; parsed, it is a point on the curve. */
export type PublicJwk = {
  readonly kty: 'EC'
  readonly crv: 'P-256'
  readonly x: string
  readonly y: string
}

/** Signs with a key that stays where it is; answers the 64 bytes r||s. */
export type Sign = (bytes: Bytes) => Promise<Bytes> | Bytes

/** A signing key and the name under which others find its public half. */
export type Signer = { readonly kid: string; readonly sign: Sign }

/** Whether `signature` (64 bytes r||s; low and high s alike) was made of `bytes` with the key. */
export type VerifyEs256 = (key: PublicJwk, bytes: Bytes, signature: Bytes) => boolean

const readJwk = record<PublicJwk>({
  kty: oneOf('EC'),
  crv: oneOf('P-256'),
  x: coordinate,
  y: coordinate,
})

export const PublicJwk = {
  /** A private key, another curve, a point off the curve and extra members are refused. */
  parse: ((value) => {
    const jwk = readJwk(value)
    return jwk && isOnCurve(jwk) ? jwk : undefined
  }) satisfies Reader<PublicJwk>,

  /** From the 65 bytes 04||x||y (SEC 1 §2.3.3). */
  of(point: Uint8Array): PublicJwk {
    const [x, y] = [point.slice(1, 33), point.slice(33, 65)]
    return { kty: 'EC', crv: 'P-256', x: base64url(x), y: base64url(y) }
  },
}

export const verifyEs256: VerifyEs256 = (key, bytes, signature) => {
  try {
    return p256.verify(signature, bytes, pointOf(key), {
      prehash: true,
      lowS: false,
      format: 'compact',
    })
  } catch {
    return false // a point off the curve, or r or s out of range
  }
}

function pointOf(key: PublicJwk): Bytes {
  const x = fromBase64url(key.x)
  const y = fromBase64url(key.y)
  if (!x || !y) throw new TypeError('a key whose coordinates are not base64url')
  return concat(Uint8Array.of(4), x, y)
}

function isOnCurve(key: PublicJwk): boolean {
  try {
    p256.Point.fromBytes(pointOf(key)).assertValidity()
    return true
  } catch {
    return false
  }
}

function coordinate(value: unknown): string | undefined {
  return typeof value === 'string' && fromBase64url(value)?.length === 32 ? value : undefined
}
