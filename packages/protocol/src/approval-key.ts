/** The approval key `ak`, made anew from a right PIN each time and never stored. See protocols §1. */
import { mapHashToField } from '@noble/curves/abstract/modular.js'
import { p256 } from '@noble/curves/nist.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8, type Bytes } from '@open-mitid/kernel'
import { PublicJwk, type Sign } from './es256.ts'

export type ApprovalKey = { readonly jwk: PublicJwk; readonly sign: Sign }

const info = utf8('mitid/ak/v1')

/**
 * `exportKey` is what OPAQUE gives for the PIN (RFC 9807 §3.1), `s` the app's 32 secret bytes.
 * 384 bits of HKDF (RFC 5869) become the scalar d = c mod (n-1) + 1 (FIPS 186-5 A.2.1).
 */
export function deriveApprovalKey(exportKey: Bytes, s: Bytes): ApprovalKey {
  if (exportKey.length < 32 || s.length !== 32) throw new RangeError('a key of another length')
  const scalar = mapHashToField(hkdf(sha256, exportKey, s, info, 48), p256.Point.Fn.ORDER)
  return {
    jwk: PublicJwk.of(p256.getPublicKey(scalar, false)),
    sign: (bytes) =>
      new Uint8Array(p256.sign(bytes, scalar, { prehash: true, lowS: false, format: 'compact' })),
  }
}
