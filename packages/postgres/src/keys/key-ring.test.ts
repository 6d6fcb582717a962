import { verify } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Instant, type Bytes } from '@open-mitid/kernel'
import { rotateKeys } from '@open-mitid/identity/keys'
import type { Database } from '../database.ts'
import { statement } from '../statement.ts'
import { openStore, type Store } from '../testing/index.ts'
import type { Vault } from '../vault/index.ts'
import { newKeyPair, openKeyRing, postgresSigningKeys } from './index.ts'

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))

let store: Store
let db: Database
let vault: Vault
beforeAll(async () => {
  store = await openStore({ max: 4 })
  ;({ db, vault } = store)
})
afterAll(() => store.close())

describe('key ring', () => {
  it('of servers that start at once, one makes the first key, and all sign with it', async () => {
    const rings = await Promise.all([1, 2, 3].map(() => openKeyRing(db, vault, 'oidc', random)))
    const { now } = await postgresSigningKeys(db, vault).load('oidc')
    const kids = rings.map((ring) => ring.current(now).kid)
    expect(new Set(kids).size).toBe(1)
    expect(rings[0]?.published(now)).toHaveLength(1)
    for (const ring of rings) ring.close()
  })

  it('the next key is published before it signs, and the one before it stays for a day', async () => {
    const keys = postgresSigningKeys(db, vault)
    const ring = await openKeyRing(db, vault, 'oidc', random)
    const { now } = await keys.load('oidc')
    const old = ring.current(now)
    const rotated = await rotateKeys({ keys, random, newKeyPair })({ list: 'oidc', lead: 600 })
    if (!rotated.ok) throw new Error(rotated.refusal.kind)
    const { kid, useFrom } = rotated.value
    await ring.refresh()
    const published = (at: Instant) => ring.published(at).map((key) => key.kid)
    expect(published(now)).toEqual([old.kid, kid])
    expect(ring.current(Instant.plus(useFrom, -1)).kid).toBe(old.kid)
    expect(ring.current(useFrom).kid).toBe(kid)
    expect(published(Instant.plus(useFrom, 86_400))).toEqual([old.kid, kid])
    expect(published(Instant.plus(useFrom, 86_500))).toEqual([kid])
    ring.close()
  })

  it('nothing is ever removed from the list of evidence keys', async () => {
    const keys = postgresSigningKeys(db, vault)
    const ring = await openKeyRing(db, vault, 'evidence', random)
    const rotate = rotateKeys({ keys, random, newKeyPair })
    expect((await rotate({ list: 'evidence', lead: 0 })).ok).toBe(true)
    await ring.refresh()
    const { now } = await keys.load('evidence')
    expect(ring.published(Instant.plus(now, 100 * 365 * 86_400))).toHaveLength(2)
    ring.close()
  })

  it('a signature of the ring is ES256, r and s of 32 bytes', async () => {
    const ring = await openKeyRing(db, vault, 'evidence', random)
    const { now } = await postgresSigningKeys(db, vault).load('evidence')
    const key = ring.current(now)
    const signature = key.sign(random(10).fill(7))
    expect(signature).toHaveLength(64)
    const publicKey = { key: { ...key.jwk }, format: 'jwk', dsaEncoding: 'ieee-p1363' } as const
    expect(verify('sha256', new Uint8Array(10).fill(7), publicKey, signature)).toBe(true)
    ring.close()
  })

  it('Invariant 12: the private half of a key stands in no table in clear', async () => {
    const ring = await openKeyRing(db, vault, 'evidence', random)
    const { now } = await postgresSigningKeys(db, vault).load('evidence')
    const scalars = ring.published(now).map(({ privateKey }) => {
      const { d } = privateKey.export({ format: 'jwk' })
      return Buffer.from(String(d), 'base64url').toString('hex')
    })
    const rows = (await db.rows(dump, {})).map(({ row }) => row).join('\n')
    expect(rows).toContain('\\x01')
    for (const scalar of scalars) expect(rows).not.toContain(scalar)
    ring.close()
  })
})

const dump = statement<object, { row: string }>(
  'test-dump-keys',
  () => sql`select evidence_key::text as row from mitid.evidence_key`,
)
