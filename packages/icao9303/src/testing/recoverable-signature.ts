/** What a chip answers in active authentication with RSA: ISO/IEC 9796-2, scheme 1. */
import { power } from '../algorithm/dh-group.ts'
import { digest, type DigestName } from '../algorithm/digest.ts'
import type { RsaKey } from '../algorithm/public-key.ts'
import { concat, fromBigInt, toBigInt, type Bytes, type Random } from '../bytes.ts'

const trailers: Readonly<Record<DigestName, readonly number[]>> = {
  'SHA-1': [0xbc],
  'SHA-224': [0x38, 0xcc],
  'SHA-256': [0x34, 0xcc],
  'SHA-384': [0x36, 0xcc],
  'SHA-512': [0x35, 0xcc],
}

export function signRecoverable(
  key: RsaKey,
  exponent: bigint,
  name: DigestName,
  challenge: Uint8Array,
  random: Random,
): Bytes {
  const trailer = Uint8Array.from(trailers[name])
  const length = digest(name, challenge).length
  const own = random(key.length - 1 - length - trailer.length)
  const hashed = digest(name, concat(own, challenge))
  const message = concat(Uint8Array.of(0x6a), own, hashed, trailer)
  return fromBigInt(power(toBigInt(message), exponent, key.modulus), key.length)
}
