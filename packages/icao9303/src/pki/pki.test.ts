import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concat, fromHex, toHex } from '../bytes.ts'
import { IcaoError } from '../icao-error.ts'
import { parseSignedData } from '../cms/signed-data.ts'
import {
  linkAuthority,
  makeAuthority,
  makeDocumentSigner,
  masterListUsage,
  revoke,
  signAs,
  signMasterList,
} from '../testing/country.ts'
import { nameOf } from '../testing/issuing.ts'
import { seededRandom } from '../testing/seeded-random.ts'
import { encodeTlv } from '../tlv/encode.ts'
import { parseTlv } from '../tlv/tlv.ts'
import { isSelfIssued, isSelfSigned, isSignedBy, parseCertificate } from './certificate.ts'
import { parseRevocationList } from './crl.ts'
import { parseName } from './distinguished-name.ts'
import { parseMasterList } from './master-list.ts'
import { PkiError, type PkiErrorCode } from './pki-error.ts'
import { createTrustStore } from './trust-store.ts'

const random = seededRandom(5)
const date = new Date('2026-11-22T10:00:00Z')
const authority = makeAuthority(random)
const listSigner = makeDocumentSigner(authority, random, { extensions: [masterListUsage] })
const anchors = [parseCertificate(authority.certificate)]
const trust = createTrustStore({ anchors })

function codeOf(run: () => unknown): PkiErrorCode | undefined {
  try {
    run()
  } catch (error) {
    if (error instanceof PkiError) return error.code
    throw error
  }
  return undefined
}

describe('certificates', () => {
  it('ICAO 9303-12 §7.1: what an authority says of itself', () => {
    const certificate = parseCertificate(authority.certificate)
    expect(certificate).toMatchObject({
      serial: 1n,
      isAuthority: true,
      mayCertify: true,
      mayListRevoked: true,
      unknownCritical: [],
    })
    expect(certificate.subject.country).toBe('UT')
    expect(certificate.notAfter.toISOString()).toBe('2040-01-01T00:00:00.000Z')
  })
  it('self-issued is not self-signed: a link certificate has one name and two keys', () => {
    const newer = makeAuthority(random)
    const link = parseCertificate(linkAuthority(authority, newer))
    expect([isSelfIssued(link), isSelfSigned(link)]).toEqual([true, false])
    expect(isSignedBy(link, parseCertificate(authority.certificate))).toBe(true)
    expect(isSelfSigned(parseCertificate(newer.certificate))).toBe(true)
  })
  it('RFC 5280 §7.1: names are the same in other string types, case and spaces', () => {
    const key = (bytes: Uint8Array) => parseName(parseTlv(bytes)).key
    const name = nameOf('UT', 'CSCA  Utopia')
    const printable = fromHex(toHex(nameOf('ut', 'csca utopia')).replace('0c0b', '130b'))
    expect(key(name)).toBe(key(printable))
    expect(key(name)).not.toBe(key(nameOf('UT', 'CSCA Utopia 2')))
    expect(key(nameOf('UT', 'A=B'))).not.toBe(key(nameOf('UT', 'A')))
  })
  it('bytes after a certificate or a list are refused', () => {
    const longer = (bytes: Uint8Array) => concat(bytes, Uint8Array.of(0))
    expect(codeOf(() => parseCertificate(longer(authority.certificate)))).toBe('certificate-form')
    expect(codeOf(() => parseRevocationList(longer(revoke(authority, [1]))))).toBe('list-form')
  })
  it('changed certificates, lists and signed data are read or refused, and nothing else', () => {
    const list = signMasterList(listSigner, [authority.certificate])
    const parsers = [
      parseCertificate,
      parseRevocationList,
      parseSignedData,
      (bytes: Uint8Array) => parseMasterList(bytes, trust, date),
    ]
    const change = fc.record({
      file: fc.constantFrom(authority.certificate, revoke(authority, [1, 2]), list),
      places: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 3 }),
      cut: fc.option(fc.nat(60)),
    })
    fc.assert(
      fc.property(change, ({ file, places, cut }) => {
        const bytes = file.slice(0, file.length - (cut ?? 0))
        for (const [at, value] of places) bytes[at % bytes.length] = value
        for (const parse of parsers)
          try {
            parse(bytes)
          } catch (error) {
            expect(error).toBeInstanceOf(IcaoError)
          }
      }),
      { numRuns: 400 },
    )
  })
})

describe('master lists', () => {
  it('ICAO 9303-12 §9: the certificates of a list whose signer leads to the anchor', () => {
    const other = makeAuthority(random, { commonName: 'CSCA Erewhon' })
    const list = signMasterList(listSigner, [authority.certificate, other.certificate])
    const { certificates, unreadable, signer } = parseMasterList(list, trust, date)
    expect(certificates.map(({ raw }) => toHex(raw))).toEqual([
      toHex(authority.certificate),
      toHex(other.certificate),
    ])
    expect([unreadable, signer.length]).toEqual([0, 2])
  })
  it('a list by nobody trusted, by a signer of documents, out of date or altered is refused', () => {
    const entries = [authority.certificate]
    const list = signMasterList(listSigner, entries)
    const stranger = makeDocumentSigner(makeAuthority(random), random, {
      extensions: [masterListUsage],
    })
    const tried = (bytes: Uint8Array, on = date) => codeOf(() => parseMasterList(bytes, trust, on))
    expect(tried(signMasterList(stranger, entries))).toBe('signer-untrusted')
    const ofDocuments = makeDocumentSigner(authority, random)
    expect(tried(signMasterList(ofDocuments, entries))).toBe('signer-untrusted')
    expect(tried(list, new Date('2037-01-01'))).toBe('signer-untrusted')
    expect(tried(signAs(listSigner, '2.23.136.1.1.1', new Uint8Array()))).toBe('list-form')
    const altered = list.slice()
    const place = parseSignedData(list).content.byteOffset + 40
    altered[place] = (altered[place] ?? 0) ^ 1
    expect(tried(altered)).toBe('signature-wrong')
  })
  it('an entry that is no certificate is counted and passed over', () => {
    const list = signMasterList(listSigner, [authority.certificate, encodeTlv(0x30)])
    expect(parseMasterList(list, trust, date)).toMatchObject({ unreadable: 1 })
  })
  it('a list of 900 KB with many thousands of elements is read in a fraction of 4 s', () => {
    const entries = Array.from({ length: 2400 }, () => authority.certificate)
    const list = signMasterList(listSigner, entries)
    expect(list.length).toBeGreaterThan(900_000)
    const before = performance.now()
    expect(parseMasterList(list, trust, date).certificates).toHaveLength(2400)
    expect(performance.now() - before).toBeLessThan(4000)
  })
})
