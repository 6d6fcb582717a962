import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { power } from '../algorithm/dh-group.ts'
import type { DigestName } from '../algorithm/digest.ts'
import { parsePublicKey, type RsaKey } from '../algorithm/public-key.ts'
import { concat, fromBigInt, fromHex, toBigInt, type Bytes } from '../bytes.ts'
import { ecSigning } from '../testing/issuing.ts'
import { signRecoverable } from '../testing/recoverable-signature.ts'
import { seededRandom } from '../testing/seeded-random.ts'
import { appendixF } from '../testing/worked-examples.ts'
import { parseTlv } from '../tlv/tlv.ts'
import { integerOf, takeElements } from '../tlv/der.ts'
import { recovers, verifyActiveAuthentication } from './active-authentication.ts'

const pair = generateKeyPairSync('rsa', { modulusLength: 1024 })
const spki = new Uint8Array(pair.publicKey.export({ type: 'spki', format: 'der' }))
const key = parsePublicKey(spki) as RsaKey
const { d = '' } = pair.privateKey.export({ format: 'jwk' })
const exponent = toBigInt(new Uint8Array(Buffer.from(d, 'base64url')))
const challenge = fromHex(appendixF.challenge)
const digestNames: readonly DigestName[] = ['SHA-1', 'SHA-224', 'SHA-256', 'SHA-384', 'SHA-512']

describe('active authentication', () => {
  it('ICAO 9303-11 appendix F: the recovered message of the example answers its challenge', () => {
    const message = fromHex(appendixF.representative)
    expect(recovers(message, challenge)).toBe(true)
    expect(recovers(message, fromHex('F173589974BF40C7'))).toBe(false)
    for (let at = 0; at < message.length; at += 1) {
      const changed = message.slice()
      changed[at] = (changed[at] ?? 0) ^ 0x40
      expect(recovers(changed, challenge)).toBe(false)
    }
    const signature = fromBigInt(power(toBigInt(message), exponent, key.modulus), key.length)
    expect(verifyActiveAuthentication(key, undefined, challenge, signature)).toBe(true)
  })
  it('ISO/IEC 9796-2: every digest, and either of the two numbers that a signer may give', () => {
    const random = seededRandom(11)
    for (const name of digestNames) {
      const signature = signRecoverable(key, exponent, name, challenge, random)
      expect(verifyActiveAuthentication(key, undefined, challenge, signature)).toBe(true)
      const mirrored = fromBigInt(key.modulus - toBigInt(signature), key.length)
      expect(verifyActiveAuthentication(key, undefined, challenge, mirrored)).toBe(true)
      const other = challenge.map((byte) => byte ^ 1)
      expect(verifyActiveAuthentication(key, undefined, other, signature)).toBe(false)
    }
  })
  it('ICAO 9303-11 §6.1: ECDSA side by side, or in a SEQUENCE as some chips send it', () => {
    const random = seededRandom(12)
    for (const [curve, name] of [
      ['P-256', 'SHA-256'],
      ['brainpoolP320r1', 'SHA-384'],
    ] as const) {
      const signing = ecSigning(curve, name, random)
      const publicKey = parsePublicKey(signing.publicKey)
      const der = signing.sign(challenge)
      expect(verifyActiveAuthentication(publicKey, undefined, challenge, der)).toBe(true)
      expect(
        verifyActiveAuthentication(
          publicKey,
          undefined,
          challenge,
          plain(der, curve === 'P-256' ? 32 : 40),
        ),
      ).toBe(true)
      const sha1 = '0.4.0.127.0.7.1.1.4.1.1'
      expect(verifyActiveAuthentication(publicKey, sha1, challenge, der)).toBe(false)
    }
  })
  it('a challenge of another length proves nothing: whoever asks must have drawn eight bytes', () => {
    const message = fromHex(appendixF.representative)
    const signature = fromBigInt(power(toBigInt(message), exponent, key.modulus), key.length)
    const long = concat(challenge, challenge)
    expect(verifyActiveAuthentication(key, undefined, long, signature)).toBe(false)
    expect(verifyActiveAuthentication(key, undefined, new Uint8Array(), signature)).toBe(false)
  })
  it('any bytes are a wrong answer', () => {
    const bytes = fc.uint8Array({ minLength: 128, maxLength: 128 })
    fc.assert(
      fc.property(fc.oneof(bytes, fc.uint8Array({ maxLength: 200 })), (signature) => {
        const answer = new Uint8Array(signature)
        expect(verifyActiveAuthentication(key, undefined, challenge, answer)).toBe(false)
      }),
    )
  })
})

function plain(der: Uint8Array, length: number): Bytes {
  const fields = takeElements(parseTlv(der).value, 'RFC 3279 §2.2.3')
  const [r, s] = [integerOf(fields.take(0x02)), integerOf(fields.take(0x02))]
  return concat(fromBigInt(r, length), fromBigInt(s, length))
}
