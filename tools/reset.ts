/** `npm run reset`: stops a PostgreSQL that was left behind and deletes all data of the sandbox. */
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { removeCluster } from '@open-mitid/postgres/cluster'
import { root } from './fingerprint.ts'

/** What the sandbox did not write: the binaries of PostgreSQL and the databases of tests. */
const spared = /^(postgresql-|postgres-test$|cluster-)/

const data = join(root, '.data')
const removed = await removeCluster({ folder: join(data, 'postgres') })
if (removed.kind === 'in-use') {
  const processes = removed.holders.join(', ')
  process.stderr.write(
    `Nothing was deleted: the sandbox is running (process ${processes}). Stop it, then try again.\n`,
  )
  process.exitCode = 1
} else {
  const names = existsSync(data) ? readdirSync(data).filter((name) => !spared.test(name)) : []
  const deleted = [...removed.folders, ...names.map((name) => join(data, name))]
  for (const path of deleted) rmSync(path, { recursive: true, force: true })
  process.stdout.write(
    deleted.length === 0 ? 'There were no data.\n' : `Deleted:\n  ${deleted.join('\n  ')}\n`,
  )
  if (process.env['DATABASE_URL'] !== undefined)
    process.stdout.write('The database of DATABASE_URL is yours: it was not touched.\n')
}
