/**
 * Supervises an embedded PostgreSQL: starts it, adopts one that a killed launcher left behind,
 * starts it again when it dies, stops it when nobody holds it any more.
 *
 * Who holds a server is asked of the server: every holder keeps one connection with a telling
 * application name, so that a holder that dies, however it dies, holds nothing.
 */
import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { borrowedAccount } from './account.ts'
import { runnableBinaries } from './binaries.ts'
import { placeOf, preparePlace } from './place.ts'
import type { Place } from './place.ts'
import { askToStop, findPostmaster, initialise, isAlive, startServer, superuser } from './server.ts'
import type { Postmaster, Tuning } from './server.ts'

export type OpenCluster = {
  /** Names the cluster; its data lie here, except as root (see `placeOf`). */
  readonly folder: string
  /** `kept` never loses a commit. `test` trades that for speed. */
  readonly purpose: 'kept' | 'test'
  /** A test cluster that must survive a crash of the machine, as a kept one does. */
  readonly durable?: boolean
}

export type Cluster = {
  /** Connects to the database `mitid` as its owner. */
  readonly url: string
  readonly socketFolder: string
  readonly serverPid: number
  urlOf: (database: string) => string
  /** Answers with the new database's URL. */
  createDatabase: (name: string, template?: string) => Promise<string>
  dropDatabase: (name: string) => Promise<void>
  databases: () => Promise<readonly string[]>
  /** The processes that have this cluster open, ours included. */
  holders: () => Promise<readonly number[]>
  /** Stops the server, unless another process still holds it. */
  close: () => Promise<void>
}

export type RemovedCluster =
  | { readonly kind: 'removed'; readonly folders: readonly string[] }
  | { readonly kind: 'in-use'; readonly holders: readonly number[] }

type Held = { readonly client: pg.Client; readonly postmaster: Postmaster }

const mainDatabase = 'mitid'
const holderName = 'mitid-holder'
const patienceMs = 60_000
/** The orphans of a killed postmaster refuse a new one for a moment; broken data do so for ever. */
const failedStartsAllowed = 40

export async function openCluster({ folder, purpose, durable }: OpenCluster): Promise<Cluster> {
  const small = purpose === 'test'
  const place = placeOf(folder, borrowedAccount())
  const ensure = () => ensureServer(place, { small, durable: durable ?? !small })
  let held = await ensure()
  let closing = false
  let mending: Promise<void> | undefined

  function watch(): void {
    held.client.once('end', () => {
      if (!closing) mending = mend()
    })
  }
  async function mend(): Promise<void> {
    held = await ensure()
    watch()
  }
  watch()

  const urlOf = (database: string) => urlTo(held.postmaster.socketFolder, database)
  const ask = (sql: string) => askOnce(urlOf('postgres'), sql)

  await ensureMainDatabase(ask)

  return {
    url: urlOf(mainDatabase),
    socketFolder: held.postmaster.socketFolder,
    get serverPid() {
      return held.postmaster.pid
    },
    urlOf,
    async createDatabase(name, template) {
      const from = template === undefined ? '' : ` TEMPLATE ${pg.escapeIdentifier(template)}`
      await ask(`CREATE DATABASE ${pg.escapeIdentifier(name)}${from}`)
      return urlOf(name)
    },
    async dropDatabase(name) {
      await ask(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`)
    },
    async databases() {
      const rows = await ask('SELECT datname AS name FROM pg_database WHERE NOT datistemplate')
      return rows.map(({ name }) => String(name))
    },
    holders: async () => holdersIn(await ask(holdersQuery)),
    async close() {
      if (closing) return
      closing = true
      await mending
      const others = holdersIn(await ask(`${holdersQuery} AND pid <> ${String(await own(held))}`))
      if (others.length === 0) askToStop(held.postmaster.pid)
      await held.client.end()
      if (others.length === 0) await gone(held.postmaster.pid)
    },
  }
}

/** Stops the server and deletes its data, unless somebody holds it. */
export async function removeCluster({ folder }: { folder: string }): Promise<RemovedCluster> {
  const place = placeOf(folder, borrowedAccount())
  const found = await greet(place)
  if (found !== 'absent') {
    if (found === 'busy') return { kind: 'in-use', holders: [] }
    const holders = holdersIn(
      (await found.client.query<Row>(`${holdersQuery} AND pid <> pg_backend_pid()`)).rows,
    )
    if (holders.length === 0) askToStop(found.postmaster.pid)
    await found.client.end()
    if (holders.length > 0) return { kind: 'in-use', holders }
    await gone(found.postmaster.pid)
  }
  const all = new Set([place.home, place.socketFolder, resolve(folder)])
  const folders = [...all].filter((path) => existsSync(path))
  for (const path of folders) rmSync(path, { recursive: true, force: true })
  return { kind: 'removed', folders }
}

async function ensureServer(place: Place, tuning: Tuning): Promise<Held> {
  const account = borrowedAccount()
  const deadline = performance.now() + patienceMs
  let server: ReturnType<typeof startServer> | undefined
  let starts = 0
  let waitMs = 10
  while (performance.now() < deadline && starts <= failedStartsAllowed) {
    const found = await greet(place)
    if (typeof found === 'object') return found
    const running = server?.exitCode === null && server.signalCode === null
    if (found === 'absent' && !running) {
      preparePlace(place, account)
      const binaries = runnableBinaries(place)
      initialise(place, binaries, account, tuning)
      server = startServer(place, binaries, account, tuning)
      starts += 1
    }
    await pause(waitMs)
    waitMs = Math.min(waitMs * 1.5, 250)
  }
  throw new Error(complaint(place))
}

function complaint(place: Place): string {
  const living = findPostmaster(place)
  if (living)
    return (
      `A PostgreSQL (process ${String(living.pid)}) holds ${place.data} but does not answer. ` +
      `End it with "kill -INT ${String(living.pid)}", then start again.`
    )
  return `PostgreSQL did not start in ${place.data}. Its log says:\n${lastLines(place.log)}`
}

function lastLines(path: string): string {
  try {
    return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-10).join('\n')
  } catch {
    return '(nothing)'
  }
}

/**
 * A real connection, because a lock file and a process id prove nothing: `absent` when no server
 * of ours answers, `busy` while one starts, recovers or stops.
 */
async function greet(place: Place): Promise<Held | 'absent' | 'busy'> {
  const postmaster = findPostmaster(place)
  if (!postmaster) return 'absent'
  const client = new pg.Client({
    connectionString: urlTo(postmaster.socketFolder, 'postgres'),
    application_name: `${holderName} ${String(process.pid)}`,
    connectionTimeoutMillis: 5_000,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<Row>('SHOW data_directory')
    if (realpathSync(String(rows[0]?.['data_directory'])) === realpathSync(place.data))
      return { client, postmaster }
    await client.end()
    return 'absent'
  } catch (error) {
    await client.end().catch(() => undefined)
    const code = (error as { code?: string }).code
    return code === 'ENOENT' || code === 'ECONNREFUSED' ? 'absent' : 'busy'
  }
}

type Row = Readonly<Record<string, unknown>>

const holdersQuery = `SELECT application_name AS name FROM pg_stat_activity
  WHERE application_name LIKE '${holderName} %'`

function holdersIn(rows: readonly Row[]): number[] {
  return rows.map(({ name }) => Number(String(name).slice(holderName.length)))
}

async function own({ client }: Held): Promise<number> {
  const { rows } = await client.query<Row>('SELECT pg_backend_pid() AS pid')
  return Number(rows[0]?.['pid'])
}

async function ensureMainDatabase(ask: (sql: string) => Promise<Row[]>): Promise<void> {
  const found = await ask(`SELECT 1 FROM pg_database WHERE datname = '${mainDatabase}'`)
  if (found.length > 0) return
  try {
    await ask(`CREATE DATABASE ${mainDatabase}`)
  } catch (error) {
    const raced = ['42P04', '23505'].includes((error as { code?: string }).code ?? '')
    if (!raced) throw error
  }
}

async function askOnce(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

function urlTo(socketFolder: string, database: string): string {
  return `postgresql://${superuser}@/${encodeURIComponent(database)}?host=${encodeURI(socketFolder)}`
}

async function gone(pid: number): Promise<void> {
  while (isAlive(pid)) await pause(10)
}
