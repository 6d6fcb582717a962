/** A database of a test's own with keys of its own, and plain SQL beside it. */
import type { Bytes } from '@open-mitid/kernel'
import { openDatabase, type Database } from '../database.ts'
import { localKeyVault, openVault, type Vault } from '../vault/index.ts'
import { freshDatabase } from './fresh-database.ts'
import { openQueries, type Queries } from './queries.ts'

export type Store = {
  readonly db: Database
  readonly vault: Vault
  readonly rows: Queries
  readonly close: () => Promise<void>
}

export async function openStore({ max = 4 }: { max?: number } = {}): Promise<Store> {
  const fresh = await freshDatabase()
  const db = openDatabase(fresh.url, { max })
  const rows = openQueries(fresh.url)
  const keys = { madeFor: 'development', master: random(32), mac: random(32) } as const
  const vault = await openVault(db, localKeyVault(keys))
  return {
    db,
    vault,
    rows,
    async close() {
      await rows.close()
      await db.close()
      await fresh.drop()
    },
  }
}

function random(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length))
}
