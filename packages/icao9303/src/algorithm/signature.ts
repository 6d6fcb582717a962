/** Signatures on certificates, lists and documents (ICAO 9303-12 §4.4, RFC 4055, RFC 5758). */
import {
  PKCS1_SHA1,
  PKCS1_SHA224,
  PKCS1_SHA256,
  PKCS1_SHA384,
  PKCS1_SHA512,
  PSS,
  mgf1,
  type IPKCS,
} from 'micro-rsa-dsa-dh/rsa.js'
import { concat, fromBigInt } from '../bytes.ts'
import { asn1, integerOf, oidOf, smallIntegerOf, takeElements } from '../tlv/der.ts'
import { parseTlv, type Tlv } from '../tlv/tlv.ts'
import { TlvError } from '../tlv/tlv-error.ts'
import { AlgorithmError } from './algorithm-error.ts'
import { digest, digestByOid, digests, type DigestName } from './digest.ts'
import type { EcKey, PublicKey, RsaKey } from './public-key.ts'

export type SignatureAlgorithm =
  | { readonly kind: 'rsa-pkcs1'; readonly digest: DigestName }
  | {
      readonly kind: 'rsa-pss'
      readonly digest: DigestName
      readonly maskDigest: DigestName
      readonly saltLength: number
    }
  | { readonly kind: 'ecdsa'; readonly digest: DigestName; readonly form: 'der' | 'plain' }

/** Names of algorithms that name their digest as well; `any` takes the digest from elsewhere. */
const table: Readonly<Record<string, [kind: 'rsa-pkcs1' | 'ecdsa' | 'plain', DigestName | 'any']>> =
  {
    '1.2.840.113549.1.1.1': ['rsa-pkcs1', 'any'],
    '1.2.840.113549.1.1.5': ['rsa-pkcs1', 'SHA-1'],
    '1.2.840.113549.1.1.14': ['rsa-pkcs1', 'SHA-224'],
    '1.2.840.113549.1.1.11': ['rsa-pkcs1', 'SHA-256'],
    '1.2.840.113549.1.1.12': ['rsa-pkcs1', 'SHA-384'],
    '1.2.840.113549.1.1.13': ['rsa-pkcs1', 'SHA-512'],
    '1.2.840.10045.2.1': ['ecdsa', 'any'],
    '1.2.840.10045.4.1': ['ecdsa', 'SHA-1'],
    '1.2.840.10045.4.3.1': ['ecdsa', 'SHA-224'],
    '1.2.840.10045.4.3.2': ['ecdsa', 'SHA-256'],
    '1.2.840.10045.4.3.3': ['ecdsa', 'SHA-384'],
    '1.2.840.10045.4.3.4': ['ecdsa', 'SHA-512'],
    '0.4.0.127.0.7.1.1.4.1.1': ['plain', 'SHA-1'],
    '0.4.0.127.0.7.1.1.4.1.2': ['plain', 'SHA-224'],
    '0.4.0.127.0.7.1.1.4.1.3': ['plain', 'SHA-256'],
    '0.4.0.127.0.7.1.1.4.1.4': ['plain', 'SHA-384'],
    '0.4.0.127.0.7.1.1.4.1.5': ['plain', 'SHA-512'],
  }
const pssOid = '1.2.840.113549.1.1.10'

const pkcs1: Readonly<Record<DigestName, IPKCS>> = {
  'SHA-1': PKCS1_SHA1,
  'SHA-224': PKCS1_SHA224,
  'SHA-256': PKCS1_SHA256,
  'SHA-384': PKCS1_SHA384,
  'SHA-512': PKCS1_SHA512,
}

/**
 * Reads an AlgorithmIdentifier of a signature. `given` is the digest that stands beside it in CMS
 * and that names which name a key alone rely on (RFC 5652 §5.3).
 */
export function signatureAlgorithmOf(tlv: Tlv, given?: DigestName): SignatureAlgorithm {
  const identifier = takeElements(tlv.value, 'RFC 5280 §4.1.1.2')
  const oid = oidOf(identifier.take(asn1.oid))
  const [parameters] = identifier.rest()
  return oid === pssOid ? pssAlgorithm(parameters) : signatureAlgorithmByOid(oid, given)
}

export function signatureAlgorithmByOid(oid: string, given?: DigestName): SignatureAlgorithm {
  const [kind, named] = table[oid] ?? []
  const digestName = named === 'any' ? given : named
  if (kind === undefined || digestName === undefined)
    throw new AlgorithmError('unknown-signature-algorithm', 'ICAO 9303-12 §4.4')
  if (kind === 'rsa-pkcs1') return { kind, digest: digestName }
  return { kind: 'ecdsa', digest: digestName, form: kind === 'plain' ? 'plain' : 'der' }
}

/** Whether the signature is this key's over this message. A malformed signature is a wrong one. */
export function verifySignature(
  algorithm: SignatureAlgorithm,
  key: PublicKey,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  switch (algorithm.kind) {
    case 'rsa-pkcs1':
      return key.kind === 'rsa' && verifyPkcs1(algorithm.digest, key, message, signature)
    case 'rsa-pss':
      return key.kind === 'rsa' && verifyPss(algorithm, key, message, signature)
    case 'ecdsa':
      return key.kind === 'ec' && verifyEcdsa(algorithm, key, message, signature)
  }
}

/** Hash, mask and salt may each be left out and then mean SHA-1 and 20 (RFC 4055 §3.1). */
function pssAlgorithm(parameters: Tlv | undefined): SignatureAlgorithm {
  const clause = 'RFC 4055 §3.1'
  const fields = takeElements(parameters?.value ?? new Uint8Array(), clause)
  const inner = (tag: number) => {
    const found = fields.optional(tag)
    return found && takeElements(found.value, clause)
  }
  const hash = inner(0xa0)?.take(asn1.sequence)
  const mask = inner(0xa1)?.take(asn1.sequence)
  const salt = inner(0xa2)?.take(asn1.integer)
  const digestName = hash ? digestOf(hash) : 'SHA-1'
  return {
    kind: 'rsa-pss',
    digest: digestName,
    maskDigest: mask ? maskDigestOf(mask) : 'SHA-1',
    saltLength: salt ? smallIntegerOf(salt) : 20,
  }
}

/** The digest that an AlgorithmIdentifier names. */
export function digestOf(tlv: Tlv): DigestName {
  return digestByOid(oidOf(takeElements(tlv.value, 'RFC 5754 §2').take(asn1.oid)))
}

function maskDigestOf(tlv: Tlv): DigestName {
  const fields = takeElements(tlv.value, 'RFC 4055 §2.2')
  if (oidOf(fields.take(asn1.oid)) !== '1.2.840.113549.1.1.8')
    throw new AlgorithmError('unknown-signature-algorithm', 'RFC 4055 §2.2')
  return digestOf(fields.take(asn1.sequence))
}

function verifyPkcs1(name: DigestName, key: RsaKey, message: Uint8Array, signature: Uint8Array) {
  return pkcs1[name].verify({ n: key.modulus, e: key.exponent }, message, signature)
}

function verifyPss(
  algorithm: SignatureAlgorithm & { kind: 'rsa-pss' },
  key: RsaKey,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  const { hash } = digests[algorithm.digest]
  if (algorithm.saltLength > key.length) return false
  const pss = PSS(hash, mgf1(digests[algorithm.maskDigest].hash), algorithm.saltLength)
  try {
    return pss.verify({ n: key.modulus, e: key.exponent }, message, signature)
  } catch {
    // The library throws where the number under the signature is too long for the encoding.
    return false
  }
}

function verifyEcdsa(
  { digest: name, form }: SignatureAlgorithm & { kind: 'ecdsa' },
  { curve, point }: EcKey,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  const plain = form === 'plain' ? signature : plainOf(signature, curve.orderLength)
  if (plain?.length !== 2 * curve.orderLength) return false
  const options = { prehash: false, lowS: false, format: 'compact' } as const
  return curve.ecdsa.verify(plain, digest(name, message), point, options)
}

/** r and s side by side, from the SEQUENCE that they are written in (RFC 3279 §2.2.3). */
function plainOf(signature: Uint8Array, length: number): Uint8Array | undefined {
  try {
    const outer = parseTlv(signature)
    if (outer.tag !== asn1.sequence) return undefined
    const fields = takeElements(outer.value, 'RFC 3279 §2.2.3')
    const [r, s] = [integerOf(fields.take(asn1.integer)), integerOf(fields.take(asn1.integer))]
    fields.end()
    return concat(fromBigInt(r, length), fromBigInt(s, length))
  } catch (error) {
    if (error instanceof TlvError || error instanceof RangeError) return undefined
    throw error
  }
}
