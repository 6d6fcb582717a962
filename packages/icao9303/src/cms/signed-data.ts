/** Signed data of the Cryptographic Message Syntax (RFC 5652 §5, ICAO 9303-12 §6). */
import type { DigestName } from '../algorithm/digest.ts'
import { digestOf } from '../algorithm/signature.ts'
import { parseName, type DistinguishedName } from '../pki/distinguished-name.ts'
import { asn1, integerOf, octetStringOf, oidOf, takeElements } from '../tlv/der.ts'
import { elementsOf, parseTlv, type Tlv } from '../tlv/tlv.ts'
import { CmsError } from './cms-error.ts'

/** Whom a signature says that it is by. */
export type SignerName =
  | {
      readonly kind: 'issuer-and-serial'
      readonly issuer: DistinguishedName
      readonly serial: bigint
    }
  | { readonly kind: 'key-identifier'; readonly identifier: Uint8Array }

export type SignerInfo = {
  readonly name: SignerName
  readonly digest: DigestName
  /** The AlgorithmIdentifier, read when the signature is verified. */
  readonly signatureAlgorithm: Tlv
  readonly signature: Uint8Array
  /** Absent where the signature is over the content itself. */
  readonly attributes: SignedAttributes | undefined
}

export type SignedAttributes = {
  /** What is signed: the attributes as they came, under the tag of a SET (RFC 5652 §5.4). */
  readonly signed: Uint8Array
  readonly contentType: string
  readonly messageDigest: Uint8Array
}

export type SignedData = {
  readonly contentType: string
  readonly content: Uint8Array
  /** As they came; they are read by whoever needs one. */
  readonly certificates: readonly Uint8Array[]
  readonly signers: readonly SignerInfo[]
}

const clause = 'RFC 5652 §5.1'
const oids = {
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
}
const mostSigners = 8

export function parseSignedData(bytes: Uint8Array): SignedData {
  const outer = parseTlv(bytes)
  if (outer.tag !== asn1.sequence) throw new CmsError('not-signed-data', 'RFC 5652 §3')
  const info = takeElements(outer.value, 'RFC 5652 §3')
  if (oidOf(info.take(asn1.oid)) !== oids.signedData)
    throw new CmsError('not-signed-data', 'RFC 5652 §3')
  const fields = takeElements(parseTlv(info.take(0xa0).value).value, clause)
  info.end()
  fields.take(asn1.integer)
  fields.take(asn1.set)
  const { contentType, content } = contentOf(fields.take(asn1.sequence))
  const certificates = fields.optional(0xa0)
  fields.optional(0xa1)
  const signers = elementsOf(fields.take(asn1.set).value)
  fields.end()
  if (signers.length > mostSigners) throw new CmsError('not-signed-data', 'ICAO 9303-12 §6')
  return {
    contentType,
    content,
    certificates: certificates ? certificatesOf(certificates) : [],
    signers: signers.map(signerOf),
  }
}

function contentOf(tlv: Tlv): { contentType: string; content: Uint8Array } {
  const fields = takeElements(tlv.value, 'RFC 5652 §5.2')
  const contentType = oidOf(fields.take(asn1.oid))
  const wrapped = fields.optional(0xa0)
  fields.end()
  if (!wrapped) throw new CmsError('no-content', 'RFC 5652 §5.2')
  const inner = parseTlv(wrapped.value)
  if ((inner.tag & ~0x20) !== asn1.octetString) throw new CmsError('no-content', 'RFC 5652 §5.2')
  return { contentType, content: octetStringOf(inner) }
}

/** Other kinds of certificate than X.509 stand under context tags (RFC 5652 §10.2.2). */
function certificatesOf(set: Tlv): Uint8Array[] {
  const plain = elementsOf(set.value).filter(({ tag }) => tag === asn1.sequence)
  return plain.map(({ raw }) => raw)
}

function signerOf(tlv: Tlv): SignerInfo {
  const fields = takeElements(tlv.value, 'RFC 5652 §5.3')
  fields.take(asn1.integer)
  const name = signerNameOf(fields.any())
  const digest = digestOf(fields.take(asn1.sequence))
  const attributes = fields.optional(0xa0)
  const signatureAlgorithm = fields.take(asn1.sequence)
  const signature = octetStringOf(fields.take(asn1.octetString))
  return {
    name,
    digest,
    signatureAlgorithm,
    signature,
    attributes: attributes && attributesOf(attributes),
  }
}

function signerNameOf(tlv: Tlv): SignerName {
  if (tlv.tag === 0x80) return { kind: 'key-identifier', identifier: tlv.value }
  const fields = takeElements(tlv.value, 'RFC 5652 §10.2.4')
  const issuer = parseName(fields.take(asn1.sequence))
  return { kind: 'issuer-and-serial', issuer, serial: integerOf(fields.take(asn1.integer)) }
}

function attributesOf(tlv: Tlv): SignedAttributes {
  // The signature is over a definite length, so attributes written otherwise cannot be retagged.
  if (tlv.indefinite) throw new CmsError('attributes-form', 'RFC 5652 §5.4')
  const signed = new Uint8Array(tlv.raw)
  signed[0] = asn1.set
  const values = new Map<string, Tlv>()
  for (const attribute of elementsOf(tlv.value)) {
    const fields = takeElements(attribute.value, 'RFC 5652 §5.3')
    const oid = oidOf(fields.take(asn1.oid))
    const [value, ...more] = elementsOf(fields.take(asn1.set).value)
    const needed = oid === oids.contentType || oid === oids.messageDigest
    if (needed && (more.length > 0 || values.has(oid)))
      throw new CmsError('attributes-form', 'RFC 5652 §11')
    if (value) values.set(oid, value)
  }
  const [contentType, messageDigest] = [
    values.get(oids.contentType),
    values.get(oids.messageDigest),
  ]
  if (contentType?.tag !== asn1.oid || messageDigest?.tag !== asn1.octetString)
    throw new CmsError('attributes-form', 'RFC 5652 §11')
  return { signed, contentType: oidOf(contentType), messageDigest: messageDigest.value }
}
