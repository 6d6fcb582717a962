import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { equalBytes, type Bytes, type Id } from '@open-mitid/kernel'
import { openDatabase, type Database } from '../database.ts'
import { freshDatabase, type FreshDatabase } from '../testing/index.ts'
import { DataKey, installationSecret, localKeyVault, openVault, seal, unseal } from './index.ts'

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))
const bytes = fc.uint8Array({ maxLength: 100 }).map((value) => new Uint8Array(value))
const keys = { madeFor: 'development', master: random(32), mac: random(32) } as const
const somebody = 'per_somebody' as Id<'per'>
const somebodyElse = 'per_somebodyelse' as Id<'per'>

describe('seal', () => {
  const key = DataKey.of(random(32))
  const place = { table: 'person', column: 'name', row: 'per_1' }
  it('what was sealed opens in its place, and the same text never looks the same', () => {
    fc.assert(
      fc.property(bytes, (clear) => {
        const sealed = seal(key, place, clear)
        expect(unseal(key, place, sealed)).toEqual(clear)
        expect(equalBytes(sealed, seal(key, place, clear))).toBe(false)
      }),
    )
  })

  it('it opens in no other table, column or row, under no other key, and not when altered', () => {
    const sealed = seal(key, place, random(20))
    for (const other of [
      { ...place, table: 'contact' },
      { ...place, column: 'address' },
      { ...place, row: 'per_2' },
    ])
      expect(() => unseal(key, other, sealed)).toThrow()
    expect(() => unseal(DataKey.of(random(32)), place, sealed)).toThrow()
    for (let at = 0; at < sealed.length; at += 1) {
      const altered = sealed.with(at, (sealed[at] ?? 0) ^ 1)
      expect(() => unseal(key, place, new Uint8Array(altered))).toThrow()
    }
    for (const length of [0, 1, 28])
      expect(() => unseal(key, place, sealed.slice(0, length))).toThrow()
  })
})

describe('vault', () => {
  let fresh: FreshDatabase
  let db: Database
  beforeAll(async () => {
    fresh = await freshDatabase()
    db = openDatabase(fresh.url, { max: 4 })
  })
  afterAll(async () => {
    await db.close()
    await fresh.drop()
  })

  it('a data key opens for the person it was made for, and for nobody else', async () => {
    const vault = await openVault(db, localKeyVault(keys))
    const { key, wrapped } = await vault.newPersonKey(somebody)
    expect((await vault.personKey(somebody, wrapped)).equals(key)).toBe(true)
    await expect(vault.personKey(somebodyElse, wrapped)).rejects.toThrow()
  })

  it('a key that was opened before opens again, and still for nobody who shows another', async () => {
    let unwrapped = 0
    const local = localKeyVault(keys)
    const vault = await openVault(db, {
      ...local,
      unwrap: (wrapped, associated) => {
        unwrapped += 1
        return local.unwrap(wrapped, associated)
      },
    })
    const { key, wrapped } = await vault.newPersonKey(somebody)
    const others = await vault.newPersonKey(somebodyElse)
    unwrapped = 0
    for (let time = 0; time < 3; time += 1)
      expect((await vault.personKey(somebody, wrapped)).equals(key)).toBe(true)
    expect(unwrapped).toBe(1)
    await expect(vault.personKey(somebody, others.wrapped)).rejects.toThrow()
    await expect(vault.personKey(somebodyElse, wrapped)).rejects.toThrow()
  })
  it('a value made for one purpose means nothing for another', async () => {
    const { mac } = localKeyVault(keys)
    const [one, same, other] = await Promise.all([
      mac('user-id-index', keys.master),
      mac('user-id-index', keys.master),
      mac('cpr-index', keys.master),
    ])
    expect(one).toEqual(same)
    expect(one).not.toEqual(other)
  })

  it('servers that start at once agree on the system key and on each secret', async () => {
    const vaults = await Promise.all([1, 2, 3].map(() => openVault(db, localKeyVault(keys))))
    const made = await Promise.all(
      vaults.map((vault) => installationSecret(db, vault, 'test', () => random(32))),
    )
    expect(made[1]).toEqual(made[0])
    expect(made[2]).toEqual(made[0])
  })

  it('with other master keys nothing opens', async () => {
    const others = { ...keys, master: random(32) }
    await expect(openVault(db, localKeyVault(others))).rejects.toThrow()
  })
})
