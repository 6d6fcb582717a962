/** `VerifyEs256` by OpenSSL with kept key objects: importing a key costs more than using it. */
import { createPublicKey, verify, type KeyObject } from 'node:crypto'
import { forgetOldest } from '@open-mitid/kernel'
import type { PublicJwk, VerifyEs256 } from '@open-mitid/protocol'

/** An app's two keys are used a few times within a minute, and then for hours not at all. */
export function keptKeysVerify(most = 10_000): VerifyEs256 {
  const kept = new Map<string, KeyObject>()
  const keyOf = (jwk: PublicJwk): KeyObject => {
    const name = jwk.x + jwk.y
    const known = kept.get(name)
    kept.delete(name)
    const key = known ?? createPublicKey({ key: { ...jwk }, format: 'jwk' })
    kept.set(name, key)
    forgetOldest(kept, most) // the one unused for longest: each use sets it anew
    return key
  }
  return (jwk, bytes, signature) => {
    try {
      return verify('sha256', bytes, { key: keyOf(jwk), dsaEncoding: 'ieee-p1363' }, signature)
    } catch {
      return false // a point off the curve
    }
  }
}
