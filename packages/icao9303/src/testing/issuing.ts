/** Keys, certificates, lists and signed data of a made-up state, for tests. */
import { PKCS1_SHA256, PSS, mgf1 } from 'micro-rsa-dsa-dh/rsa.js'
import { curveByName, drawScalar, type CurveName } from '../algorithm/curve.ts'
import { digest, digests, type DigestName } from '../algorithm/digest.ts'
import { concat, fromBigInt, fromHex, type Bytes, type Random } from '../bytes.ts'
import { asn1, encodeOid } from '../tlv/der.ts'
import { encodeTlv } from '../tlv/encode.ts'

/** Somebody who signs: the public key, and the signature with its AlgorithmIdentifier. */
export type Signing = {
  readonly publicKey: Bytes
  readonly algorithm: Bytes
  readonly digest: DigestName
  sign(message: Uint8Array): Uint8Array
}

export const sequence = (...parts: readonly Uint8Array[]) => encodeTlv(asn1.sequence, ...parts)
export const oid = (dotted: string) => encodeTlv(asn1.oid, encodeOid(dotted))
export const octets = (...parts: readonly Uint8Array[]) => encodeTlv(asn1.octetString, ...parts)
const empty = encodeTlv(asn1.null)
const bits = (value: Uint8Array) => encodeTlv(asn1.bitString, Uint8Array.of(0), value)
const utf8 = (text: string) => new TextEncoder().encode(text)

export function integer(value: bigint | number): Bytes {
  const hex = BigInt(value).toString(16)
  const bytes = fromHex(hex.padStart(hex.length + (hex.length % 2), '0'))
  return encodeTlv(asn1.integer, (bytes[0] ?? 0) < 0x80 ? bytes : concat(Uint8Array.of(0), bytes))
}

const ecdsaOids: Readonly<Record<DigestName, string>> = {
  'SHA-1': '1.2.840.10045.4.1',
  'SHA-224': '1.2.840.10045.4.3.1',
  'SHA-256': '1.2.840.10045.4.3.2',
  'SHA-384': '1.2.840.10045.4.3.3',
  'SHA-512': '1.2.840.10045.4.3.4',
}

export function ecSigning(curveName: CurveName, digestName: DigestName, random: Random): Signing {
  const curve = curveByName(curveName)
  const scalar = drawScalar(curve.point.Fn.ORDER, random)
  const secret = fromBigInt(scalar, curve.orderLength)
  const point = curve.point.BASE.multiply(scalar).toBytes(false)
  const options = { prehash: false, lowS: false, format: 'der' } as const
  return {
    publicKey: sequence(sequence(oid('1.2.840.10045.2.1'), oid(curve.oid)), bits(point)),
    algorithm: sequence(oid(ecdsaOids[digestName])),
    digest: digestName,
    sign: (message) => curve.ecdsa.sign(digest(digestName, message), secret, options),
  }
}

export type RsaNumbers = { readonly n: bigint; readonly e: bigint; readonly d: bigint }

export function rsaSigning({ n, e, d }: RsaNumbers, padding: 'pkcs1' | 'pss'): Signing {
  const sha256 = sequence(oid(digests['SHA-256'].oid), empty)
  const mask = sequence(oid('1.2.840.113549.1.1.8'), sha256)
  const pss = PSS(digests['SHA-256'].hash, mgf1(digests['SHA-256'].hash), 32)
  const parameters = sequence(
    encodeTlv(0xa0, sha256),
    encodeTlv(0xa1, mask),
    encodeTlv(0xa2, integer(32)),
  )
  return {
    publicKey: sequence(
      sequence(oid('1.2.840.113549.1.1.1'), empty),
      bits(sequence(integer(n), integer(e))),
    ),
    algorithm:
      padding === 'pkcs1'
        ? sequence(oid('1.2.840.113549.1.1.11'), empty)
        : sequence(oid('1.2.840.113549.1.1.10'), parameters),
    digest: 'SHA-256',
    sign: (message) => (padding === 'pkcs1' ? PKCS1_SHA256 : pss).sign({ n, d }, message),
  }
}

/** A name of country and common name. */
export function nameOf(country: string, commonName: string): Bytes {
  const attribute = (type: string, tag: number, text: string) =>
    encodeTlv(asn1.set, sequence(oid(type), encodeTlv(tag, utf8(text))))
  return sequence(
    attribute('2.5.4.6', asn1.printableString, country),
    attribute('2.5.4.3', asn1.utf8String, commonName),
  )
}

export type CertificateRequest = {
  readonly serial: number
  readonly issuer: Uint8Array
  readonly subject: Uint8Array
  readonly publicKey: Uint8Array
  readonly signing: Signing
  /** As in `2026-01-01`. */
  readonly notBefore: string
  readonly notAfter: string
  readonly extensions: readonly Uint8Array[]
}

export function extension(type: string, value: Uint8Array, critical = false): Bytes {
  const mark = critical ? [encodeTlv(asn1.boolean, Uint8Array.of(0xff))] : []
  return sequence(oid(type), ...mark, octets(value))
}

/** Identifiers as most states make them: the SHA-1 digest of the public key. */
export function keyIdentifier(publicKey: Uint8Array): Uint8Array {
  return digest('SHA-1', publicKey)
}

export function issueCertificate(request: CertificateRequest): Bytes {
  const { serial, issuer, subject, publicKey, signing, notBefore, notAfter, extensions } = request
  const body = sequence(
    encodeTlv(0xa0, integer(2)),
    integer(serial),
    signing.algorithm,
    issuer,
    sequence(time(notBefore), time(notAfter)),
    subject,
    publicKey,
    encodeTlv(0xa3, sequence(...extensions)),
  )
  return sequence(body, signing.algorithm, bits(signing.sign(body)))
}

export function issueRevocationList(request: {
  readonly issuer: Uint8Array
  readonly signing: Signing
  readonly thisUpdate: string
  readonly nextUpdate: string
  readonly revoked: readonly number[]
}): Bytes {
  const { issuer, signing, thisUpdate, nextUpdate, revoked } = request
  const entries = revoked.map((serial) => sequence(integer(serial), time(thisUpdate)))
  const identifier = encodeTlv(0x80, keyIdentifier(signing.publicKey))
  const body = sequence(
    integer(1),
    signing.algorithm,
    issuer,
    time(thisUpdate),
    time(nextUpdate),
    ...(entries.length > 0 ? [sequence(...entries)] : []),
    encodeTlv(0xa0, sequence(extension('2.5.29.35', sequence(identifier)))),
  )
  return sequence(body, signing.algorithm, bits(signing.sign(body)))
}

export type SignedContent = {
  readonly contentType: string
  readonly content: Uint8Array
  readonly signing: Signing
  readonly certificates: readonly Uint8Array[]
  /** The SignerIdentifier: issuer and serial number, or a key identifier under `80`. */
  readonly signer: Uint8Array
  readonly version: 1 | 3
}

export function signContent(request: SignedContent): Bytes {
  const { contentType, content, signing, certificates, signer, version } = request
  const digestAlgorithm = sequence(oid(digests[signing.digest].oid))
  const attribute = (type: string, value: Uint8Array) =>
    sequence(oid(type), encodeTlv(asn1.set, value))
  const attributes = [
    attribute('1.2.840.113549.1.9.3', oid(contentType)),
    attribute('1.2.840.113549.1.9.4', octets(digest(signing.digest, content))),
  ]
  const info = sequence(
    integer(version),
    signer,
    digestAlgorithm,
    encodeTlv(0xa0, ...attributes),
    signing.algorithm,
    octets(signing.sign(encodeTlv(asn1.set, ...attributes))),
  )
  const signedData = sequence(
    integer(3),
    encodeTlv(asn1.set, digestAlgorithm),
    sequence(oid(contentType), encodeTlv(0xa0, octets(content))),
    encodeTlv(0xa0, ...certificates),
    encodeTlv(asn1.set, info),
  )
  return sequence(oid('1.2.840.113549.1.7.2'), encodeTlv(0xa0, signedData))
}

function time(day: string): Bytes {
  return encodeTlv(asn1.generalizedTime, utf8(`${day.replaceAll('-', '')}000000Z`))
}
