import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { toBigInt } from '../bytes.ts'
import type { DataGroupNumber } from '../lds/data-group.ts'
import { parseSod } from '../lds/sod.ts'
import { parseCertificate } from '../pki/certificate.ts'
import { parseRevocationList } from '../pki/crl.ts'
import { createTrustStore, type TrustStore } from '../pki/trust-store.ts'
import {
  documentTypes,
  linkAuthority,
  makeAuthority,
  makeDocumentSigner,
  revoke,
  signDocument,
  type Authority,
} from '../testing/country.ts'
import { dg1File, dg2File, jpegOf, passportZone, specimen } from '../testing/files.ts'
import { ecSigning, extension, rsaSigning, type RsaNumbers } from '../testing/issuing.ts'
import { seededRandom } from '../testing/seeded-random.ts'
import { inspectDocument } from './inspect-document.ts'
import { isAuthentic, isOriginalChip, outcomeOf, type Check, type Reason } from './report.ts'

const random = seededRandom(1)
const specimenZone = passportZone(specimen)
const date = new Date('2026-11-22T10:00:00Z')
const authority = makeAuthority(random)
const signer = makeDocumentSigner(authority, random)
const dataGroups = new Map<DataGroupNumber, Uint8Array>([
  [1, dg1File(specimenZone)],
  [2, dg2File(jpegOf(2000))],
])
const sod = signDocument(signer, dataGroups)

function trustOf(trusted: Authority, revoked: readonly number[] = []): TrustStore {
  return createTrustStore({
    anchors: [parseCertificate(trusted.certificate)],
    revocationLists: [parseRevocationList(revoke(trusted, revoked))],
  })
}

function inspect(change: Partial<Parameters<typeof inspectDocument>[0]> = {}) {
  return inspectDocument({ files: { sod, dataGroups }, trust: trustOf(authority), date, ...change })
}

function reasonOf(report: ReturnType<typeof inspect>, check: Check): Reason | undefined {
  return report.checks.find((result) => result.check === check)?.reason
}

const jwk = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })
const number = (text: string | undefined) =>
  toBigInt(new Uint8Array(Buffer.from(text ?? '', 'base64url')))
const rsa: RsaNumbers = { n: number(jwk.n), e: number(jwk.e), d: number(jwk.d) }

describe('passive authentication', () => {
  it('ICAO 9303-11 §5.1: a good document passes, and is not by that an original', () => {
    const report = inspect()
    expect(report.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([])
    expect(isAuthentic(report)).toBe(true)
    expect(isOriginalChip(report)).toBe(false)
    expect(report.checks.map(({ check }) => check)).toEqual([
      'sod-signature',
      'document-signer-chain',
      'document-signer-validity',
      'document-signer-revocation',
      'document-type',
      'issuing-state',
      'data-group-digests',
      'zone-check-digits',
      'document-expiry',
      'access-parameters',
      'active-authentication',
      'chip-authentication',
    ])
  })
  it('ICAO 9303-12 §4.4: signatures of every kind of key, also named by key identifier', () => {
    const signings = [
      ecSigning('brainpoolP384r1', 'SHA-384', random),
      ecSigning('P-521', 'SHA-512', random),
      ecSigning('brainpoolP224r1', 'SHA-224', random),
      rsaSigning(rsa, 'pkcs1'),
      rsaSigning(rsa, 'pss'),
    ]
    for (const signing of signings) {
      const trusted = makeAuthority(random, { signing })
      const other = makeDocumentSigner(trusted, random, { signing })
      for (const by of ['issuer-and-serial', 'key-identifier'] as const) {
        const files = { sod: signDocument(other, dataGroups, by), dataGroups }
        expect(isAuthentic(inspect({ files, trust: trustOf(trusted) }))).toBe(true)
      }
    }
  })
  it('an altered data group, and one that nobody signed, fail', () => {
    const altered = new Map(dataGroups).set(2, dg2File(jpegOf(2001)))
    expect(reasonOf(inspect({ files: { sod, dataGroups: altered } }), 'data-group-digests')).toBe(
      'digest-differs',
    )
    const added = new Map(dataGroups).set(11, dg1File(specimenZone))
    const report = inspect({ files: { sod, dataGroups: added } })
    expect(reasonOf(report, 'data-group-digests')).toBe('digest-absent')
    expect(isAuthentic(report)).toBe(false)
  })
  it('any changed byte of what is signed, or of the signature, makes the document not authentic', () => {
    const { signedData } = parseSod(sod)
    const [info] = signedData.signers
    if (!info) throw new Error('the document has a signer')
    for (const part of [signedData.content, info.signature]) {
      const start = part.byteOffset - sod.byteOffset
      for (let at = start; at < start + part.length; at += 13) {
        const changed = sod.slice()
        changed[at] = (changed[at] ?? 0) ^ 0x10
        expect(isAuthentic(inspect({ files: { sod: changed, dataGroups } }))).toBe(false)
      }
    }
  })
  it('ICAO 9303-12 §8: a state that is not trusted, or another key under its name, fails', () => {
    const other = makeAuthority(random, { commonName: 'CSCA Erewhon' })
    expect(reasonOf(inspect({ trust: trustOf(other) }), 'document-signer-chain')).toBe(
      'issuer-unknown',
    )
    const impostor = makeAuthority(random)
    expect(reasonOf(inspect({ trust: trustOf(impostor) }), 'document-signer-chain')).toBe(
      'signature-wrong',
    )
  })
  it('a document signer cannot be an authority: what it certifies is not trusted', () => {
    const posing: Authority = { ...signer }
    const forged = makeDocumentSigner(posing, random)
    const trust = createTrustStore({
      anchors: [parseCertificate(authority.certificate)],
      links: [parseCertificate(signer.certificate)],
    })
    const files = { sod: signDocument(forged, dataGroups), dataGroups }
    expect(reasonOf(inspect({ files, trust }), 'document-signer-chain')).toBe(
      'issuer-not-authority',
    )
  })
  it("ICAO 9303-12 §7.1.1: one state's signer cannot sign the passport of another", () => {
    for (const [issuer, reason] of [
      ['UTO', undefined],
      ['DNK', 'state-differs'],
      ['XXQ', 'state-differs'],
    ] as const) {
      const groups = new Map<DataGroupNumber, Uint8Array>([
        [1, dg1File(passportZone({ ...specimen, issuer }))],
      ])
      const files = { sod: signDocument(signer, groups), dataGroups: groups }
      const report = inspect({ files })
      expect(reasonOf(report, 'issuing-state')).toBe(reason)
      expect(isAuthentic(report)).toBe(reason === undefined)
    }
  })
  it('ICAO 9303-12 §7.1: link certificates lead from a new key to the key that is trusted', () => {
    const newer = makeAuthority(random, { commonName: 'CSCA Utopia 2' })
    const link = linkAuthority(authority, newer)
    const files = { sod: signDocument(makeDocumentSigner(newer, random), dataGroups), dataGroups }
    const anchors = [parseCertificate(authority.certificate)]
    expect(isAuthentic(inspect({ files, trust: createTrustStore({ anchors }) }))).toBe(false)
    const links = [parseCertificate(link), parseCertificate(newer.certificate)]
    expect(isAuthentic(inspect({ files, trust: createTrustStore({ anchors, links }) }))).toBe(true)
    const alone = createTrustStore({ anchors: [], links })
    expect(isAuthentic(inspect({ files, trust: alone }))).toBe(false)
  })
  it('expiry at the date of inspection: of the signer, of the authority, of the document', () => {
    const expired = makeDocumentSigner(authority, random, { notAfter: '2026-11-01' })
    const early = makeDocumentSigner(authority, random, { notBefore: '2026-12-01' })
    const validity = (
      files: { sod: Uint8Array; dataGroups: typeof dataGroups },
      trust?: TrustStore,
    ) => reasonOf(inspect({ files, ...(trust && { trust }) }), 'document-signer-validity')
    expect(validity({ sod: signDocument(expired, dataGroups), dataGroups })).toBe('expired')
    expect(validity({ sod: signDocument(early, dataGroups), dataGroups })).toBe('not-yet-valid')
    const gone = makeAuthority(random, { notAfter: '2026-11-01' })
    const files = { sod: signDocument(makeDocumentSigner(gone, random), dataGroups), dataGroups }
    expect(validity(files, trustOf(gone))).toBe('expired')
    const later = inspect({ date: new Date('2032-04-16T00:00:00Z') })
    expect(reasonOf(later, 'document-expiry')).toBe('expired')
    expect(outcomeOf(inspect({ date: new Date('2032-04-15T23:59:59Z') }), 'document-expiry')).toBe(
      'passed',
    )
    expect(isAuthentic(later)).toBe(true)
  })
  it('ICAO 9303-12 §7.1.4: revocation counts from a list that the state signed and that is fresh', () => {
    const revocation = (trust: TrustStore, on = date) =>
      reasonOf(inspect({ trust, date: on }), 'document-signer-revocation')
    expect(revocation(trustOf(authority, [12, 77]))).toBe('revoked')
    expect(revocation(trustOf(authority, [12]))).toBeUndefined()
    expect(revocation(trustOf(authority), new Date('2027-02-02'))).toBe('revocation-list-stale')
    expect(revocation(trustOf(authority, [77]), new Date('2027-02-02'))).toBe('revoked')
    const anchors = [parseCertificate(authority.certificate)]
    expect(revocation(createTrustStore({ anchors }))).toBe('no-revocation-list')
    const forged = parseRevocationList(revoke({ ...makeAuthority(random) }, [77]))
    expect(revocation(createTrustStore({ anchors, revocationLists: [forged] }))).toBe(
      'no-revocation-list',
    )
  })
  it('a signer for other documents, and one with an unknown critical extension, fail', () => {
    const cards = makeDocumentSigner(authority, random, { extensions: [documentTypes('I', 'AC')] })
    const inspected = (files: { sod: Uint8Array; dataGroups: typeof dataGroups }) =>
      inspect({ files })
    const ofCards = inspected({ sod: signDocument(cards, dataGroups), dataGroups })
    expect(reasonOf(ofCards, 'document-type')).toBe('type-not-allowed')
    expect(isAuthentic(ofCards)).toBe(false)
    const passports = makeDocumentSigner(authority, random, { extensions: [documentTypes('P')] })
    const ofPassports = inspected({ sod: signDocument(passports, dataGroups), dataGroups })
    expect(outcomeOf(ofPassports, 'document-type')).toBe('passed')
    const strange = makeDocumentSigner(authority, random, {
      extensions: [extension('1.2.3.4', Uint8Array.of(0x05, 0x00), true)],
    })
    const ofStrange = inspected({ sod: signDocument(strange, dataGroups), dataGroups })
    expect(reasonOf(ofStrange, 'document-signer-chain')).toBe('unknown-critical-extension')
  })
  it('a security object without its signer is checked with certificates from elsewhere', () => {
    const bare = signDocument({ ...signer, certificate: new Uint8Array() }, dataGroups)
    const files = { sod: bare, dataGroups }
    expect(reasonOf(inspect({ files }), 'sod-signature')).toBe('signer-unknown')
    const documentSigners = [parseCertificate(signer.certificate)]
    expect(isAuthentic(inspect({ files, documentSigners }))).toBe(true)
  })
  it('a damaged file is a failed check and never an exception', () => {
    const report = inspect({ files: { sod: Uint8Array.of(0x77, 0x03, 1, 2, 3), dataGroups } })
    expect(reasonOf(report, 'sod-signature')).toBe('file-malformed')
    expect(isAuthentic(report)).toBe(false)
    const broken = new Map(dataGroups).set(1, Uint8Array.of(0x61))
    expect(outcomeOf(inspect({ files: { sod, dataGroups: broken } }), 'zone-check-digits')).toBe(
      'failed',
    )
  })
})
