/** The pool of connections, and the only way in which SQL reaches PostgreSQL. */
import pg from 'pg'
import { Instant } from '@open-mitid/kernel'
import { PreparedQuery, type PreparedResult, type ReadColumn } from './prepared-query.ts'
import type { Statement } from './statement.ts'

/** One place to run statements: the pool, or a transaction. Every call is one round trip. */
export type Connection = {
  rows<Params, Row>(statement: Statement<Params, Row>, params: Params): Promise<readonly Row[]>
  /** The first row, where there may be none. */
  first<Params, Row>(statement: Statement<Params, Row>, params: Params): Promise<Row | undefined>
  /** How many rows were inserted, updated or deleted. */
  affect<Params>(statement: Statement<Params, unknown>, params: Params): Promise<number>
}

export type Database = Connection & {
  /** Commits what `work` did, or nothing where it throws. */
  transaction<Value>(work: (connection: Connection) => Promise<Value>): Promise<Value>
  close(): Promise<void>
}

/** A trip to the database and back; `writes` is told once for each transaction that writes. */
export type Trip = { readonly name: string; readonly writes: boolean }

export type OpenDatabase = {
  /** The most connections that are open at once. */
  readonly max?: number
  readonly onTrip?: (trip: Trip) => void
}

const patienceMs = 10_000
/**
 * Statements are few and always the same: one plan each serves, and none is worth compiling. A plan
 * made while a table is empty is kept when it is full, so it may never be to read the whole of it.
 */
export const sessionSettings = [
  'plan_cache_mode=force_generic_plan',
  'enable_seqscan=off',
  'jit=off',
]
  .concat('TimeZone=UTC')
  .map((setting) => `-c ${setting}`)
  .join(' ')

/**
 * A fault of PostgreSQL is thrown by the call that met it. A connection that dies while idle is
 * replaced by the pool, so that a restart of the server costs the calls under way and no more.
 */
export function openDatabase(url: string, { max = 10, onTrip }: OpenDatabase = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: patienceMs,
    statement_timeout: patienceMs,
    idle_in_transaction_session_timeout: patienceMs,
    idleTimeoutMillis: 0, // they are few, and a timer for each run is not free
    options: sessionSettings,
  })
  pool.on('error', () => undefined)
  // One that dies in a transaction, between two statements, is met by the next statement.
  pool.on('connect', (client) => client.on('error', () => undefined))

  return {
    ...connection(pool, onTrip),
    async transaction(work) {
      const client = await pool.connect()
      let wrote = false
      const within = connection(client, ({ name, writes }) => {
        wrote ||= writes
        onTrip?.({ name, writes: false })
      })
      const run = async (name: string, writes = false) => {
        onTrip?.({ name, writes })
        await client.query(name)
      }
      try {
        await run('begin')
        const value = await work(within)
        await run('commit', wrote)
        client.release()
        return value
      } catch (fault) {
        await run('rollback').then(
          () => {
            client.release()
          },
          (lost: unknown) => {
            client.release(lost instanceof Error ? lost : true)
          },
        )
        throw fault
      }
    },
    close: () => pool.end(),
  }
}

/** Pool or connection; the driver's types know nothing of a query with a callback of its own. */
type Runner = {
  query(query: unknown, done: (fault: Error | null, result?: PreparedResult) => void): unknown
}

function connection(runner: Runner, onTrip: OpenDatabase['onTrip']): Connection {
  const run = <Params, Row>(statement: Statement<Params, Row>, params: Params) => {
    const { name, order, writes } = statement
    onTrip?.({ name, writes })
    const values = order.map((key) => params[key])
    return new Promise<PreparedResult>((resolve, reject) => {
      runner.query(new PreparedQuery(statement, values, readerOf), (fault, result) => {
        if (result) resolve(result)
        else reject(located(fault))
      })
    })
  }
  return {
    rows: async (statement, params) =>
      (await run(statement, params)).rows as Rows<typeof statement>,
    first: async (statement, params) =>
      (await run(statement, params)).rows[0] as Rows<typeof statement>[number] | undefined,
    affect: async (statement, params) => (await run(statement, params)).count,
  }
}

type Rows<Of> = Of extends Statement<infer _, infer Row> ? Row[] : never

/** With the place of the call, which the driver's socket knows nothing of. */
function located(fault: Error | null): Error {
  const error = fault ?? new Error('the driver gave no result')
  Error.captureStackTrace(error, located)
  return error
}

const readers: Readonly<Record<number, ReadColumn>> = {
  [pg.types.builtins.TIMESTAMPTZ]: (text) =>
    Instant.of(Date.parse(`${text.slice(0, 19).replace(' ', 'T')}Z`) / 1000),
  // Counts and places in chains stay far below 2^53.
  [pg.types.builtins.INT8]: Number,
  [pg.types.builtins.BYTEA]: (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex')),
}

const otherReader = pg.types.getTypeParser as (oid: number) => (text: string) => unknown

function readerOf(type: number): ReadColumn {
  return readers[type] ?? otherReader(type)
}
