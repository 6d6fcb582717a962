/** X.509 certificates as ICAO 9303-12 §7.1 profiles them, and as states really write them. */
import { AlgorithmError } from '../algorithm/algorithm-error.ts'
import { parsePublicKey } from '../algorithm/public-key.ts'
import { signatureAlgorithmOf, verifySignature } from '../algorithm/signature.ts'
import {
  asn1,
  bitStringOf,
  booleanOf,
  integerOf,
  octetStringOf,
  oidOf,
  takeElements,
  textOf,
  timeOf,
  type Elements,
} from '../tlv/der.ts'
import { elementsOf, parseTlv, type Tlv } from '../tlv/tlv.ts'
import { TlvError } from '../tlv/tlv-error.ts'
import { parseName, type DistinguishedName } from './distinguished-name.ts'
import { PkiError } from './pki-error.ts'

/** What is signed, with what and how: the frame of a certificate and of a revocation list. */
export type Signed = {
  readonly signed: Uint8Array
  readonly signatureAlgorithm: Tlv
  readonly signature: Uint8Array
}

export type Certificate = Signed & {
  readonly raw: Uint8Array
  readonly serial: bigint
  readonly issuer: DistinguishedName
  readonly subject: DistinguishedName
  readonly notBefore: Date
  readonly notAfter: Date
  /** A SubjectPublicKeyInfo, for `parsePublicKey`. */
  readonly publicKey: Uint8Array
  readonly subjectKeyIdentifier: Uint8Array | undefined
  readonly authorityKeyIdentifier: Uint8Array | undefined
  /** `undefined` where the certificate does not say what its key may do. */
  readonly mayCertify: boolean | undefined
  readonly mayListRevoked: boolean | undefined
  readonly isAuthority: boolean
  readonly extendedKeyUsage: readonly string[]
  /** Letters of the documents that the signer may sign, such as `P`; empty for all. */
  readonly documentTypes: readonly string[]
  /** Critical extensions that this package does not know. */
  readonly unknownCritical: readonly string[]
}

const clause = 'RFC 5280 §4.1'
const extension = {
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  privateKeyUsagePeriod: '2.5.29.16',
  basicConstraints: '2.5.29.19',
  authorityKeyIdentifier: '2.5.29.35',
  certificatePolicies: '2.5.29.32',
  extendedKeyUsage: '2.5.29.37',
  documentTypeList: '2.23.136.1.1.6.2',
} as const
const known = new Set<string>(Object.values(extension))

/** Reads one certificate; bytes after it are refused. */
export function parseCertificate(bytes: Uint8Array): Certificate {
  try {
    return certificateOf(bytes)
  } catch (cause) {
    if (cause instanceof TlvError) throw new PkiError('certificate-form', clause, { cause })
    throw cause
  }
}

/** Whether issuer and subject are the same name; link certificates are that as well. */
export function isSelfIssued({ issuer, subject }: Certificate): boolean {
  return issuer.key === subject.key
}

/** Whether the certificate is signed with the very key that it is for. */
export function isSelfSigned(certificate: Certificate): boolean {
  return isSelfIssued(certificate) && isSignedBy(certificate, certificate)
}

/** Whether the key of `issuer` made the signature; a key or algorithm not known made none. */
export function isSignedBy(item: Signed, issuer: Certificate): boolean {
  try {
    const algorithm = signatureAlgorithmOf(item.signatureAlgorithm)
    return verifySignature(algorithm, parsePublicKey(issuer.publicKey), item.signed, item.signature)
  } catch (error) {
    if (error instanceof AlgorithmError || error instanceof TlvError) return false
    throw error
  }
}

export function isValidAt({ notBefore, notAfter }: Certificate, date: Date): boolean {
  return notBefore <= date && date <= notAfter
}

/** Takes the three parts that every signed item of X.509 has. */
export function signedParts(bytes: Uint8Array): Signed & { readonly body: Elements } {
  const outer = parseTlv(bytes)
  if (outer.tag !== asn1.sequence) throw new TlvError('unexpected', clause)
  const parts = takeElements(outer.value, clause)
  const body = parts.take(asn1.sequence)
  const signatureAlgorithm = parts.take(asn1.sequence)
  const signature = bitStringOf(parts.take(asn1.bitString))
  parts.end()
  return { signed: body.raw, signatureAlgorithm, signature, body: takeElements(body.value, clause) }
}

function certificateOf(bytes: Uint8Array): Certificate {
  const { body, ...signed } = signedParts(bytes)
  body.optional(0xa0)
  const serial = integerOf(body.take(asn1.integer))
  body.take(asn1.sequence)
  const issuer = parseName(body.take(asn1.sequence))
  const validity = takeElements(body.take(asn1.sequence).value, 'RFC 5280 §4.1.2.5')
  const [notBefore, notAfter] = [timeOf(validity.any()), timeOf(validity.any())]
  const subject = parseName(body.take(asn1.sequence))
  const publicKey = body.take(asn1.sequence).raw
  const wrapped = body.rest().find(({ tag }) => tag === 0xa3)
  const extensions = wrapped ? extensionsOf(wrapped) : []
  const find = (oid: string) => extensions.find((found) => found.oid === oid)?.value
  const usage = keyUsageOf(find(extension.keyUsage))
  return {
    raw: bytes,
    ...signed,
    serial,
    issuer,
    subject,
    notBefore,
    notAfter,
    publicKey,
    subjectKeyIdentifier: octetsOf(find(extension.subjectKeyIdentifier)),
    authorityKeyIdentifier: authorityKeyOf(find(extension.authorityKeyIdentifier)),
    // Key usage counts its bits from the left: keyCertSign is bit 5, cRLSign bit 6.
    mayCertify: usage === undefined ? undefined : (usage & 0x04) !== 0,
    mayListRevoked: usage === undefined ? undefined : (usage & 0x02) !== 0,
    isAuthority: isAuthority(find(extension.basicConstraints)),
    extendedKeyUsage: oidsOf(find(extension.extendedKeyUsage)),
    documentTypes: documentTypesOf(find(extension.documentTypeList)),
    unknownCritical: extensions
      .filter(({ critical, oid }) => critical && !known.has(oid))
      .map(({ oid }) => oid),
  }
}

type Extension = { oid: string; critical: boolean; value: Uint8Array }

export function extensionsOf(wrapped: Tlv): Extension[] {
  return elementsOf(parseTlv(wrapped.value).value).map((tlv) => {
    const fields = takeElements(tlv.value, 'RFC 5280 §4.2')
    const oid = oidOf(fields.take(asn1.oid))
    const critical = fields.optional(asn1.boolean)
    const value = octetStringOf(fields.take(asn1.octetString))
    return { oid, critical: critical ? booleanOf(critical) : false, value }
  })
}

function octetsOf(value: Uint8Array | undefined): Uint8Array | undefined {
  return value && octetStringOf(parseTlv(value))
}

export function authorityKeyOf(value: Uint8Array | undefined): Uint8Array | undefined {
  return value && elementsOf(parseTlv(value).value).find(({ tag }) => tag === 0x80)?.value
}

function keyUsageOf(value: Uint8Array | undefined): number | undefined {
  return value && (parseTlv(value).value[1] ?? 0)
}

function isAuthority(value: Uint8Array | undefined): boolean {
  const first = value && elementsOf(parseTlv(value).value)[0]
  return first?.tag === asn1.boolean && booleanOf(first)
}

function oidsOf(value: Uint8Array | undefined): string[] {
  return value ? elementsOf(parseTlv(value).value).map(oidOf) : []
}

function documentTypesOf(value: Uint8Array | undefined): string[] {
  const list = value && elementsOf(parseTlv(value).value).find(({ tag }) => tag === asn1.set)
  return list ? elementsOf(list.value).map(textOf) : []
}
