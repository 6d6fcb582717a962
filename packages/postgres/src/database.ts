/** The pool of connections, and the only way in which SQL reaches PostgreSQL. */
import pg from 'pg'
import { Instant } from '@open-mitid/kernel'
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
 * A fault of PostgreSQL is thrown by the call that met it. A connection that dies while idle is
 * replaced by the pool, so that a restart of the server costs the calls under way and no more.
 */
export function openDatabase(url: string, { max = 10, onTrip }: OpenDatabase = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types: { getTypeParser },
    connectionTimeoutMillis: patienceMs,
    statement_timeout: patienceMs,
    idle_in_transaction_session_timeout: patienceMs,
    // Statements are few and always the same: one plan each serves, and none is worth compiling.
    options: '-c TimeZone=UTC -c plan_cache_mode=force_generic_plan -c jit=off',
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

type Runner = Pick<pg.Pool, 'query'> | Pick<pg.PoolClient, 'query'>

function connection(runner: Runner, onTrip: OpenDatabase['onTrip']): Connection {
  const run = async <Params, Row>(statement: Statement<Params, Row>, params: Params) => {
    const { name, text, order, writes } = statement
    onTrip?.({ name, writes })
    const values = order.map((key) => params[key])
    return runner.query<Row & pg.QueryResultRow>({ name, text, values })
  }
  return {
    rows: async (statement, params) => (await run(statement, params)).rows,
    first: async (statement, params) => (await run(statement, params)).rows[0],
    affect: async (statement, params) => (await run(statement, params)).rowCount ?? 0,
  }
}

const readers: Readonly<Record<number, (text: string) => unknown>> = {
  [pg.types.builtins.TIMESTAMPTZ]: (text) =>
    Instant.of(Date.parse(`${text.slice(0, 19).replace(' ', 'T')}Z`) / 1000),
  // Counts and places in chains stay far below 2^53.
  [pg.types.builtins.INT8]: Number,
  [pg.types.builtins.BYTEA]: (text) => Uint8Array.from(Buffer.from(text.slice(2), 'hex')),
}

const otherReader = pg.types.getTypeParser as (oid: number) => (text: string) => unknown

function getTypeParser(oid: number): (text: string) => unknown {
  return readers[oid] ?? otherReader(oid)
}
