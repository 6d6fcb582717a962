/** Lists of country signing authorities that a state vouches for (ICAO 9303-12 §9). */
import { AlgorithmError } from '../algorithm/algorithm-error.ts'
import { CmsError } from '../cms/cms-error.ts'
import { parseSignedData, type SignedData } from '../cms/signed-data.ts'
import { findSigner, verifySignedData } from '../cms/verify-signed-data.ts'
import { asn1, smallIntegerOf, takeElements } from '../tlv/der.ts'
import { elementsOf, parseTlv } from '../tlv/tlv.ts'
import { TlvError } from '../tlv/tlv-error.ts'
import { isValidAt, parseCertificate, type Certificate } from './certificate.ts'
import { PkiError } from './pki-error.ts'
import { createTrustStore, findPath, type TrustStore } from './trust-store.ts'

export type MasterList = {
  /** What the list vouches for: authorities, and link certificates between their keys. */
  readonly certificates: readonly Certificate[]
  /** How many entries could not be read and were passed over. */
  readonly unreadable: number
  /** The way from the signer of the list to the anchor that it was checked against. */
  readonly signer: readonly [Certificate, ...Certificate[]]
}

const clause = 'ICAO 9303-12 §9'
const contentType = '2.23.136.1.1.2'
const signerUsage = '2.23.136.1.1.3'

/**
 * Reads a list whose signer leads to an anchor of `trust`: the authority of the state that
 * publishes it, known from elsewhere. `date` is when the signer must be valid.
 */
export function parseMasterList(bytes: Uint8Array, trust: TrustStore, date: Date): MasterList {
  return reading(() => {
    const signedData = signedListOf(bytes)
    const signer = verifiedSigner(signedData, trust, date)
    return { ...certificatesOf(signedData.content), signer }
  })
}

/**
 * Reads a list without asking who signed it: for one that was checked when it came and was kept
 * where nobody else writes.
 */
export function readMasterList(bytes: Uint8Array): Omit<MasterList, 'signer'> {
  return reading(() => certificatesOf(signedListOf(bytes).content))
}

function signedListOf(bytes: Uint8Array): SignedData {
  const signedData = parseSignedData(bytes)
  if (signedData.contentType !== contentType) throw new PkiError('list-form', clause)
  return signedData
}

function reading<Value>(read: () => Value): Value {
  try {
    return read()
  } catch (cause) {
    if (cause instanceof TlvError || cause instanceof CmsError || cause instanceof AlgorithmError)
      throw new PkiError('list-form', clause, { cause })
    throw cause
  }
}

function verifiedSigner(signedData: SignedData, trust: TrustStore, date: Date) {
  const [info] = signedData.signers
  if (!info) throw new PkiError('list-not-signed', clause)
  const included = signedData.certificates.map(parseCertificate)
  const signer = findSigner(info.name, included)
  if (!signer?.extendedKeyUsage.includes(signerUsage) || !isValidAt(signer, date))
    throw new PkiError('signer-untrusted', clause)
  // The list brings the link certificates of its own state along.
  const links = included.filter((certificate) => certificate !== signer)
  const found = findPath(signer, withLinks(trust, links), date)
  if (!found.found || !found.path.every((certificate) => isValidAt(certificate, date)))
    throw new PkiError('signer-untrusted', clause)
  if (!verifySignedData(signedData, info, signer)) throw new PkiError('signature-wrong', clause)
  return found.path
}

function withLinks(trust: TrustStore, links: readonly Certificate[]): TrustStore {
  const known = trust.authorities.filter((authority) => !trust.anchors.has(authority))
  return createTrustStore({
    anchors: [...trust.anchors],
    links: [...known, ...links],
    revocationLists: trust.revocationLists,
  })
}

function certificatesOf(content: Uint8Array): Omit<MasterList, 'signer'> {
  const list = parseTlv(content)
  if (list.tag !== asn1.sequence) throw new PkiError('list-form', clause)
  const fields = takeElements(list.value, clause)
  smallIntegerOf(fields.take(asn1.integer))
  const entries = elementsOf(fields.take(asn1.set).value)
  fields.end()
  const certificates: Certificate[] = []
  for (const { raw } of entries) {
    try {
      certificates.push(parseCertificate(raw))
    } catch (error) {
      if (!(error instanceof PkiError)) throw error
    }
  }
  return { certificates, unreadable: entries.length - certificates.length }
}
