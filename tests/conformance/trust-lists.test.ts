/** Whom an installation believes, as its operator imported it: kept, and never made older. */
import {
  importMasterList,
  importRevocationList,
  trustStoreOf,
} from '@open-mitid/identity/enrolment'
import {
  makeAuthority,
  makeDocumentSigner,
  masterListUsage,
  revoke,
  signMasterList,
} from '@open-mitid/icao9303/testing'
import type { Bytes } from '@open-mitid/kernel'
import { postgresTrustLists } from '@open-mitid/postgres'
import { openStore, type Store } from '@open-mitid/postgres/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))
const authority = makeAuthority(random)
const { certificate: publisher } = authority
const list = signMasterList(
  makeDocumentSigner(authority, random, { serial: 3, extensions: [masterListUsage] }),
  [publisher],
)
/** Revocation lists of two days of this year, so that none is overdue. */
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const older = revoke(authority, [], { notBefore: day(-9), notAfter: day(90) })
const newer = revoke(authority, [13, 14], { notBefore: day(-2), notAfter: day(90) })

let store: Store
beforeAll(async () => {
  store = await openStore()
})
afterAll(() => store.close())
beforeEach(() => store.rows.query('truncate mitid.master_list, mitid.revocation_list'))

const ports = () => ({ trustLists: postgresTrustLists(store.db, store.vault), random })
const importAs = (testCountries: 'trusted' | 'refused') =>
  importMasterList({ ...ports(), testCountries })({ list, publisher })
const importCrl = (crl: Bytes) => importRevocationList(ports())({ list: crl })
const versionOf = () => ports().trustLists.version()

describe('the authorities that are trusted', () => {
  it('production takes no list with Utopia in it, and nothing of it is kept', async () => {
    const before = await versionOf()
    expect(await importAs('refused')).toEqual({ ok: false, refusal: { kind: 'test-country' } })
    expect(await versionOf()).toBe(before)
    const trust = await ports().trustLists.load()
    expect(trust.masterLists).toEqual([])
    expect(trustStoreOf(trust).anchors.size).toBe(0)
    expect(await importCrl(newer)).toEqual({ ok: false, refusal: { kind: 'issuer-untrusted' } })
    expect(await importAs('trusted')).toMatchObject({ ok: true, value: { countries: ['UT'] } })
  })

  it('an older revocation list does not take the place of a newer one', async () => {
    await importAs('trusted')
    expect(await importCrl(newer)).toMatchObject({ ok: true, value: { revoked: 2 } })
    const before = await versionOf()
    expect(await importCrl(older)).toEqual({ ok: false, refusal: { kind: 'older' } })
    expect(await versionOf()).toBe(before)
    expect(await importCrl(newer)).toMatchObject({ ok: true })
    const { revocationLists } = await ports().trustLists.load()
    expect(revocationLists).toHaveLength(1)
    expect(Buffer.from(revocationLists[0]?.list ?? []).equals(newer)).toBe(true)
  })

  it('of an older and a newer one that are imported at once, the newer stays', async () => {
    await importAs('trusted')
    await Promise.all([importCrl(newer), importCrl(older), importCrl(newer), importCrl(older)])
    const { revocationLists } = await ports().trustLists.load()
    expect(Buffer.from(revocationLists[0]?.list ?? []).equals(newer)).toBe(true)
  })
})
