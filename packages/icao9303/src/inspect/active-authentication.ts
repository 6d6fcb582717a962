/** Active authentication: the chip signs a challenge (ICAO 9303-11 §6.1). */
import { digest, type DigestName } from '../algorithm/digest.ts'
import { power } from '../algorithm/dh-group.ts'
import type { PublicKey, RsaKey } from '../algorithm/public-key.ts'
import { signatureAlgorithmByOid, verifySignature } from '../algorithm/signature.ts'
import { AccessError } from '../access/access-error.ts'
import type { Channel } from '../access/channel.ts'
import { concat, equalBytes, fromBigInt, toBigInt } from '../bytes.ts'

const clause = 'ICAO 9303-11 §6.1'
/** In bytes. Whoever decides about the document draws the challenge, nobody else. */
export const challengeLength = 8

/** Lets the chip sign the challenge; the answer is for `verifyActiveAuthentication`. */
export async function performActiveAuthentication(
  chip: Channel,
  challenge: Uint8Array,
): Promise<Uint8Array> {
  const expected = chip.extendedLength ? 65_536 : 256
  const command = { cla: 0, ins: 0x88, p1: 0, p2: 0, data: challenge, expected }
  const { data, status } = await chip.send(command)
  if (status !== 0x9000) throw new AccessError('refused', clause, { status })
  return data
}

/**
 * Whether the key of DG15 signed this challenge. `algorithm` is what DG14 names, which ECDSA needs;
 * without it the digest is that which fits the length of the key.
 */
export function verifyActiveAuthentication(
  key: PublicKey,
  algorithm: string | undefined,
  challenge: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (challenge.length !== challengeLength) return false
  switch (key.kind) {
    case 'rsa':
      return verifyRecovery(key, challenge, signature)
    case 'ec': {
      const fitting = digestFor(8 * key.curve.orderLength)
      const named = algorithm
        ? signatureAlgorithmByOid(algorithm, fitting)
        : ({ kind: 'ecdsa', digest: fitting, form: 'plain' } as const)
      if (named.kind !== 'ecdsa') return false
      // TR-03111 wants r and s side by side; chips that send a SEQUENCE exist.
      const forms = ['plain', 'der'] as const
      return forms.some((form) => verifySignature({ ...named, form }, key, challenge, signature))
    }
    case 'dh':
      return false
  }
}

/** The trailer of the recovered message names the digest (ISO/IEC 10118-3). */
const trailers: Readonly<Record<number, DigestName>> = {
  0x33: 'SHA-1',
  0x34: 'SHA-256',
  0x35: 'SHA-512',
  0x36: 'SHA-384',
  0x38: 'SHA-224',
}

/** ISO/IEC 9796-2 digital signature scheme 1 with partial recovery. */
function verifyRecovery(key: RsaKey, challenge: Uint8Array, signature: Uint8Array): boolean {
  const value = toBigInt(signature)
  if (signature.length !== key.length || value >= key.modulus) return false
  const recovered = power(value, key.exponent, key.modulus)
  // A signer may give n - s in place of s; the last four bits of the message are always C.
  const other = key.modulus - recovered
  const representative = (recovered & 0xfn) === 0xcn ? recovered : other
  return recovers(fromBigInt(representative, key.length), challenge)
}

/** Header 6A, the chip's random part, a digest over it and the challenge, and the trailer. */
export function recovers(message: Uint8Array, challenge: Uint8Array): boolean {
  const short = message.at(-1) === 0xbc
  const name = short ? 'SHA-1' : trailers[message.at(-2) ?? 0]
  if (message[0] !== 0x6a || name === undefined || (!short && message.at(-1) !== 0xcc)) return false
  const end = message.length - (short ? 1 : 2)
  const length = digest(name, new Uint8Array()).length
  if (end - length < 1) return false
  const hashed = digest(name, concat(message.subarray(1, end - length), challenge))
  return equalBytes(hashed, message.subarray(end - length, end))
}

function digestFor(bits: number): DigestName {
  if (bits <= 160) return 'SHA-1'
  if (bits <= 224) return 'SHA-224'
  if (bits <= 256) return 'SHA-256'
  return bits <= 384 ? 'SHA-384' : 'SHA-512'
}
