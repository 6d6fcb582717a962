/** What commands work on: the database and keys of an installation, opened when they are needed. */
import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import type { Bytes } from '@open-mitid/kernel'
import { openDatabase, openVault, type Database, type Vault } from '@open-mitid/postgres'
import { openCluster } from '@open-mitid/postgres/cluster'
import { readConfig, type Config } from '../src/config.ts'
import { openLocalKeyVault } from '../src/outbound/vault/index.ts'

export type Opened = {
  readonly config: Config
  readonly db: Database
  readonly vault: Vault
}

export type Installation = {
  readonly config: () => Promise<Config>
  readonly database: () => Promise<Database>
  readonly open: () => Promise<Opened>
  readonly random: (length: number) => Bytes
  readonly close: () => Promise<void>
}

const root = resolve(import.meta.dirname, '../../..')

/**
 * By the environment, as the server reads it. Without `DATABASE_URL` it is the sandbox of this
 * checkout: its embedded PostgreSQL is started for as long as the command takes, or joined.
 */
export function installation(
  environment: Readonly<Record<string, string | undefined>>,
): Installation {
  const closing: (() => Promise<void>)[] = []
  const once = <Value>(make: () => Promise<Value>) => {
    let made: Promise<Value> | undefined
    return () => (made ??= make())
  }
  const config = once(async () => {
    if (environment['DATABASE_URL']) return readConfig(environment)
    const cluster = await openCluster({ folder: join(root, '.data/postgres'), purpose: 'kept' })
    closing.push(() => cluster.close())
    return readConfig({
      MITID_ENV: 'sandbox',
      MITID_KEYS: join(root, '.data/keys'),
      ...environment,
      DATABASE_URL: cluster.url,
    })
  })
  const database = once(async () => {
    const db = openDatabase((await config()).databaseUrl, { max: 2 })
    closing.push(() => db.close())
    return db
  })
  const open = once(async () => {
    const settings = await config()
    const db = await database()
    const { keys: folder, environment: kind } = settings
    const vault = await openVault(db, await openLocalKeyVault({ folder, environment: kind }))
    return { config: settings, db, vault }
  })
  return {
    config,
    database,
    open,
    random: (length) => Uint8Array.from(randomBytes(length)),
    async close() {
      while (closing.length > 0) await closing.pop()?.()
    },
  }
}
