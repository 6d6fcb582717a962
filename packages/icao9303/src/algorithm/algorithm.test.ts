/** Outside peer: OpenSSL, through `node:crypto`. */
import { constants, createCipheriv, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concat, equalBytes, fromHex, toHex } from '../bytes.ts'
import { encodeTlv } from '../tlv/encode.ts'
import { encodeOid } from '../tlv/der.ts'
import { parseTlv } from '../tlv/tlv.ts'
import { AlgorithmError } from './algorithm-error.ts'
import { blockCiphers, pad, unpad } from './block-cipher.ts'
import { curveByName, drawScalar, pointOf, type CurveName } from './curve.ts'
import { checkDhKey, power } from './dh-group.ts'
import type { DigestName } from './digest.ts'
import { standardizedDomain } from './domain.ts'
import { parsePublicKey } from './public-key.ts'
import { signatureAlgorithmOf, verifySignature, type SignatureAlgorithm } from './signature.ts'

const message = new TextEncoder().encode('what is signed')
const opensslName: Readonly<Record<CurveName, string>> = {
  'P-192': 'prime192v1',
  'P-224': 'secp224r1',
  'P-256': 'prime256v1',
  'P-384': 'secp384r1',
  'P-521': 'secp521r1',
  brainpoolP192r1: 'brainpoolP192r1',
  brainpoolP224r1: 'brainpoolP224r1',
  brainpoolP256r1: 'brainpoolP256r1',
  brainpoolP320r1: 'brainpoolP320r1',
  brainpoolP384r1: 'brainpoolP384r1',
  brainpoolP512r1: 'brainpoolP512r1',
}
const digestNames: readonly DigestName[] = ['SHA-1', 'SHA-224', 'SHA-256', 'SHA-384', 'SHA-512']
const hashName = (name: DigestName) => name.replace('-', '')
const spki = (key: KeyObject) => new Uint8Array(key.export({ type: 'spki', format: 'der' }))

describe('signatures', () => {
  it.for(Object.entries(opensslName) as [CurveName, string][])(
    'ICAO 9303-12 §4.4: ECDSA on %s, by name and by explicit parameters, as OpenSSL signs',
    ([name, namedCurve]) => {
      for (const paramEncoding of ['named', 'explicit'] as const) {
        const pair = generateKeyPairSync('ec', { namedCurve, paramEncoding })
        const key = parsePublicKey(spki(pair.publicKey))
        expect(key).toMatchObject({ kind: 'ec', curve: { name } })
        for (const digest of digestNames) {
          const signature = new Uint8Array(sign(hashName(digest), message, pair.privateKey))
          const algorithm: SignatureAlgorithm = { kind: 'ecdsa', digest, form: 'der' }
          expect(verifySignature(algorithm, key, message, signature)).toBe(true)
          const other = message.map((byte) => byte ^ 1)
          expect(verifySignature(algorithm, key, other, signature)).toBe(false)
        }
      }
    },
  )
  it('RFC 4055: RSA with PKCS #1 v1.5 and PSS, every digest and salt, as OpenSSL signs', () => {
    const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const key = parsePublicKey(spki(pair.publicKey))
    for (const digest of digestNames) {
      const pkcs1 = new Uint8Array(sign(hashName(digest), message, pair.privateKey))
      expect(verifySignature({ kind: 'rsa-pkcs1', digest }, key, message, pkcs1)).toBe(true)
      for (const saltLength of [0, 20, 32]) {
        const padding = constants.RSA_PKCS1_PSS_PADDING
        const options = { key: pair.privateKey, padding, saltLength }
        const pss = new Uint8Array(sign(hashName(digest), message, options))
        const algorithm = { kind: 'rsa-pss', digest, maskDigest: digest, saltLength } as const
        expect(verifySignature(algorithm, key, message, pss)).toBe(true)
        expect(
          verifySignature({ ...algorithm, saltLength: saltLength + 1 }, key, message, pss),
        ).toBe(false)
        expect(verifySignature({ kind: 'rsa-pkcs1', digest }, key, message, pss)).toBe(false)
      }
    }
  })
  it('RFC 4055 §3.1: PSS parameters that are left out mean SHA-1 and a salt of 20', () => {
    const oid = encodeTlv(0x06, encodeOid('1.2.840.113549.1.1.10'))
    const read = (parameters: Uint8Array) =>
      signatureAlgorithmOf(parseTlv(encodeTlv(0x30, oid, parameters)))
    const plain = { kind: 'rsa-pss', digest: 'SHA-1', maskDigest: 'SHA-1', saltLength: 20 }
    expect(read(fromHex('3000'))).toEqual(plain)
    expect(read(new Uint8Array())).toEqual(plain)
    const sha256 = '300d06096086480165030402010500'
    const full = fromHex(`3034a00f${sha256}a11c301a06092a864886f70d010108${sha256}a203020120`)
    expect(read(full)).toEqual({
      kind: 'rsa-pss',
      digest: 'SHA-256',
      maskDigest: 'SHA-256',
      saltLength: 32,
    })
  })
  it('a signature of any bytes is wrong, and nothing is thrown', () => {
    const keys = [
      generateKeyPairSync('rsa', { modulusLength: 1024 }),
      generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    ].map(({ publicKey }) => parsePublicKey(spki(publicKey)))
    const algorithms: SignatureAlgorithm[] = [
      { kind: 'rsa-pkcs1', digest: 'SHA-256' },
      { kind: 'rsa-pss', digest: 'SHA-256', maskDigest: 'SHA-1', saltLength: 32 },
      { kind: 'ecdsa', digest: 'SHA-256', form: 'der' },
      { kind: 'ecdsa', digest: 'SHA-256', form: 'plain' },
    ]
    const lengths = fc.constantFrom(0, 1, 64, 72, 128)
    const bytes = lengths.chain((length) => fc.uint8Array({ minLength: length, maxLength: length }))
    const zero = fromHex('3006020100020100')
    const ones = new Uint8Array(64).fill(0xff)
    fc.assert(
      fc.property(fc.oneof(bytes, fc.constantFrom(zero, ones, new Uint8Array(64))), (signature) => {
        for (const key of keys)
          for (const algorithm of algorithms)
            expect(verifySignature(algorithm, key, message, new Uint8Array(signature))).toBe(false)
      }),
    )
  })
})

describe('keys', () => {
  it('explicit parameters that are not a known curve are refused (CVE-2020-0601)', () => {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256', paramEncoding: 'explicit' })
    const bytes = spki(pair.publicKey)
    const generator = toHex(curveByName('P-256').point.BASE.toBytes(false))
    const at = toHex(bytes).indexOf(generator) / 2
    expect(at).toBeGreaterThan(0)
    for (const place of [at + 5, at - 40, at + 70]) {
      const changed = bytes.slice()
      changed[place] = (changed[place] ?? 0) ^ 1
      expect(() => parsePublicKey(changed)).toThrow(AlgorithmError)
    }
  })
  it('points off the curve and at infinity are refused', () => {
    for (const name of Object.keys(opensslName) as CurveName[]) {
      const curve = curveByName(name)
      const point = curve.point.BASE.toBytes(false)
      point[point.length - 1] = (point.at(-1) ?? 0) ^ 1
      expect(() => pointOf(curve, point)).toThrow(AlgorithmError)
      expect(() => pointOf(curve, Uint8Array.of(0))).toThrow(AlgorithmError)
      expect(() => curve.point.BASE.assertValidity()).not.toThrow()
    }
  })
  it('RFC 5114 §2: the generator of each group makes a subgroup of its order', () => {
    for (const id of [0, 1, 2]) {
      const domain = standardizedDomain(id)
      if (domain.kind !== 'dh') throw new Error('a DH group is expected')
      const { p, g, q } = domain.group
      expect(power(g, q, p)).toBe(1n)
      expect(checkDhKey(domain.group, power(g, 5n, p))).toBe(power(g, 5n, p))
      for (const key of [0n, 1n, 2n, p - 1n, p])
        expect(() => checkDhKey(domain.group, key)).toThrow(AlgorithmError)
    }
    expect(() => standardizedDomain(3)).toThrow(AlgorithmError)
  })
  it('FIPS 186-5 A.2.2: private keys are drawn again until they are in range', () => {
    const draws = [Uint8Array.of(0), Uint8Array.of(0xff), Uint8Array.of(0x28)]
    expect(drawScalar(11n, () => draws.shift() ?? Uint8Array.of(0))).toBe(2n)
  })
})

describe('ciphers', () => {
  it('3DES and AES as OpenSSL has them', () => {
    const data = new Uint8Array(64).map((_, at) => at * 7)
    const key = new Uint8Array(32).map((_, at) => at + 1)
    const openssl = {
      '3DES': 'des-ede-cbc',
      'AES-128': 'aes-128-cbc',
      'AES-192': 'aes-192-cbc',
      'AES-256': 'aes-256-cbc',
    } as const
    for (const cipher of Object.values(blockCiphers)) {
      const used = key.subarray(0, cipher.keyLength)
      const iv = key.subarray(0, cipher.blockLength)
      const peer = createCipheriv(openssl[cipher.name], used, iv).setAutoPadding(false)
      const expected = toHex(peer.update(data))
      expect(toHex(cipher.encrypt(used, iv, data))).toBe(expected)
      expect(toHex(cipher.decrypt(used, iv, fromHex(expected)))).toBe(toHex(data))
      expect(cipher.decrypt(used, iv, new Uint8Array())).toHaveLength(0)
    }
  })
  it('ISO/IEC 9797-1: padding is taken off as it was put on; without it nothing is read', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.constantFrom(8, 16), (data, length) => {
        const padded = pad(data, length)
        expect(padded.length % length).toBe(0)
        expect(equalBytes(unpad(padded) ?? concat(data, data), data)).toBe(true)
      }),
    )
    for (const hex of ['', '00', '0000000000000000', '8001'])
      expect(unpad(fromHex(hex))).toBeUndefined()
  })
})
