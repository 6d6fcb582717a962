/** A made-up state that signs documents, Utopia (ICAO 9303-3 §5: UTO), for tests. */
import type { Bytes, Random } from '../bytes.ts'
import { digest, digests } from '../algorithm/digest.ts'
import type { DataGroupNumber } from '../lds/data-group.ts'
import { asn1 } from '../tlv/der.ts'
import { encodeTlv } from '../tlv/encode.ts'
import {
  ecSigning,
  extension,
  integer,
  issueCertificate,
  issueRevocationList,
  keyIdentifier,
  nameOf,
  octets,
  oid,
  sequence,
  signContent,
  type Signing,
} from './issuing.ts'

export type Authority = {
  readonly name: Bytes
  readonly signing: Signing
  readonly certificate: Bytes
}

export type DocumentSigner = Authority & { readonly issuer: Bytes; readonly serial: number }

type Validity = { readonly notBefore?: string; readonly notAfter?: string }

const usage = (bit: number) => extension('2.5.29.15', encodeTlv(0x03, Uint8Array.of(0, bit)), true)
const authorityMark = extension('2.5.29.19', sequence(encodeTlv(0x01, Uint8Array.of(0xff))), true)
const subjectKey = (publicKey: Uint8Array) =>
  extension('2.5.29.14', octets(keyIdentifier(publicKey)))
const authorityKey = (publicKey: Uint8Array) =>
  extension('2.5.29.35', sequence(encodeTlv(0x80, keyIdentifier(publicKey))))

export function makeAuthority(
  random: Random,
  {
    signing = ecSigning('brainpoolP256r1', 'SHA-256', random),
    commonName = 'CSCA Utopia',
    notBefore = '2020-01-01',
    notAfter = '2040-01-01',
  }: Validity & { signing?: Signing; commonName?: string } = {},
): Authority {
  const name = nameOf('UT', commonName)
  const { publicKey } = signing
  const certificate = issueCertificate({
    serial: 1,
    issuer: name,
    subject: name,
    publicKey,
    signing,
    notBefore,
    notAfter,
    extensions: [authorityMark, usage(0x06), subjectKey(publicKey), authorityKey(publicKey)],
  })
  return { name, signing, certificate }
}

/** The next key of an authority, in a certificate that the key before it has signed. */
export function linkAuthority(older: Authority, newer: Authority): Bytes {
  return issueCertificate({
    serial: 2,
    issuer: older.name,
    subject: newer.name,
    publicKey: newer.signing.publicKey,
    signing: older.signing,
    notBefore: '2020-01-01',
    notAfter: '2040-01-01',
    extensions: [
      authorityMark,
      usage(0x06),
      subjectKey(newer.signing.publicKey),
      authorityKey(older.signing.publicKey),
    ],
  })
}

export function makeDocumentSigner(
  authority: Authority,
  random: Random,
  {
    signing = ecSigning('P-256', 'SHA-256', random),
    serial = 77,
    notBefore = '2024-01-01',
    notAfter = '2036-01-01',
    extensions = [],
  }: Validity & { signing?: Signing; serial?: number; extensions?: readonly Uint8Array[] } = {},
): DocumentSigner {
  const name = nameOf('UT', `Document Signer ${String(serial)}`)
  const certificate = issueCertificate({
    serial,
    issuer: authority.name,
    subject: name,
    publicKey: signing.publicKey,
    signing: authority.signing,
    notBefore,
    notAfter,
    extensions: [
      usage(0x80),
      subjectKey(signing.publicKey),
      authorityKey(authority.signing.publicKey),
      ...extensions,
    ],
  })
  return { name, signing, certificate, issuer: authority.name, serial }
}

/** The extension that makes a signer one of master lists. */
export const masterListUsage = extension('2.5.29.37', sequence(oid('2.23.136.1.1.3')), true)

/** The extension that names the documents which a signer may sign. */
export function documentTypes(...types: readonly string[]): Bytes {
  const texts = types.map((type) => encodeTlv(0x13, new TextEncoder().encode(type)))
  return extension('2.23.136.1.1.6.2', sequence(integer(0), encodeTlv(asn1.set, ...texts)))
}

export function revoke(authority: Authority, revoked: readonly number[], dates: Validity = {}) {
  const { notBefore: thisUpdate = '2026-11-01', notAfter: nextUpdate = '2027-02-01' } = dates
  const { name: issuer, signing } = authority
  return issueRevocationList({ issuer, signing, thisUpdate, nextUpdate, revoked })
}

type By = 'issuer-and-serial' | 'key-identifier'

export function signAs(
  signer: DocumentSigner,
  contentType: string,
  content: Uint8Array,
  by: By = 'issuer-and-serial',
): Bytes {
  const { signing, issuer, serial, certificate } = signer
  const named =
    by === 'issuer-and-serial'
      ? sequence(issuer, integer(serial))
      : encodeTlv(0x80, keyIdentifier(signing.publicKey))
  const version = by === 'issuer-and-serial' ? 1 : 3
  return signContent({
    contentType,
    content,
    signing,
    certificates: [certificate],
    signer: named,
    version,
  })
}

/** EF.SOD over these data groups. */
export function signDocument(
  signer: DocumentSigner,
  dataGroups: ReadonlyMap<DataGroupNumber, Uint8Array>,
  by?: By,
): Bytes {
  const entries = [...dataGroups].map(([number, bytes]) =>
    sequence(integer(number), octets(digest('SHA-256', bytes))),
  )
  const object = sequence(integer(0), sequence(oid(digests['SHA-256'].oid)), sequence(...entries))
  return encodeTlv(0x77, signAs(signer, '2.23.136.1.1.1', object, by))
}

export function signMasterList(signer: DocumentSigner, certificates: readonly Uint8Array[]): Bytes {
  const list = sequence(integer(0), encodeTlv(asn1.set, ...certificates))
  return signAs(signer, '2.23.136.1.1.2', list)
}
