/** Brings a database to the current tables: forward only, once each, one runner at a time. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import type { Connection } from './database.ts'
import { migrations, type Migration } from './migrations/index.ts'
import { statement } from './statement.ts'

/** Where time comes from: PostgreSQL's own clock, or that clock and an offset that is moved. */
export type Clock = 'real' | 'adjustable'

export type Migrated = { readonly applied: readonly string[] }

export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

/** Any number: it is the same for everybody who migrates. */
const lockKey = 772_001

const clocks: Record<Clock, string> = {
  real: `
    create or replace function mitid.now() returns timestamptz
    language sql volatile parallel safe as 'select clock_timestamp()'`,
  adjustable: `
    create table if not exists mitid.clock (ahead interval not null);
    insert into mitid.clock select interval '0' where not exists (select from mitid.clock);
    create or replace function mitid.now() returns timestamptz
    language sql volatile parallel safe as 'select clock_timestamp() + ahead from mitid.clock'`,
}

/**
 * Without a `clock` the database keeps the one it has, and a new one gets the real one. Throws a
 * `MigrationError` where the database holds what these migrations did not make.
 */
export async function migrate(
  url: string,
  { clock, all = migrations }: { clock?: Clock; all?: readonly Migration[] } = {},
): Promise<Migrated> {
  const client = new pg.Client({ connectionString: url, options: '-c TimeZone=UTC' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await client.query('create schema if not exists mitid')
    await client.query(`create table if not exists mitid.migration (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now())`)
    const { rows } = await client.query<{ name: string; sha256: string }>(
      'select name, sha256 from mitid.migration order by name',
    )
    const pending = compare(all, rows)
    await setClock(client, clock)
    for (const { name, sql: text } of pending) await apply(client, name, text)
    return { applied: pending.map(({ name }) => name) }
  } finally {
    await client.end()
  }
}

async function setClock(client: pg.Client, clock: Clock | undefined): Promise<void> {
  const { rows } = await client.query(`select where to_regprocedure('mitid.now()') is not null`)
  if (clock === undefined && rows.length > 0) return
  await client.query(`begin; ${clocks[clock ?? 'real']}; commit`)
}

function compare(
  all: readonly Migration[],
  applied: readonly { readonly name: string; readonly sha256: string }[],
): readonly Migration[] {
  applied.forEach(({ name, sha256 }, place) => {
    const known = all[place]
    if (known?.name !== name)
      throw new MigrationError(`The database has ${name}, which this version does not know there.`)
    if (hash(known.sql) !== sha256)
      throw new MigrationError(`${name} was applied to the database with another content.`)
  })
  return all.slice(applied.length)
}

async function apply(client: pg.Client, name: string, text: string): Promise<void> {
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into mitid.migration (name, sha256) values ($1, $2)', [
      name,
      hash(text),
    ])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new MigrationError(`${name} could not be applied, and nothing of it was.`, { cause })
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

const readClock = statement<object, { source: string }>(
  'read-clock',
  () => sql`
  select prosrc as source from pg_proc
  where oid = to_regprocedure('mitid.now()') and prolang = (select oid from pg_language where lanname = 'sql')
`,
)

/** Whether time is PostgreSQL's own. A production start refuses a database where it is not. */
export async function clockIsReal(db: Connection): Promise<boolean> {
  const found = await db.first(readClock, {})
  return found?.source === 'select clock_timestamp()'
}

const moveClock = statement<{ seconds: number }>(
  'move-clock',
  (p) => sql`
  update mitid.clock set ahead = ahead + make_interval(secs => ${p.seconds})
`,
)

/** Moves an adjustable clock ahead for everybody; throws where the clock is real. */
export async function advanceClock(db: Connection, seconds: number): Promise<void> {
  if (await clockIsReal(db)) throw new MigrationError('The clock of this database is real.')
  await db.affect(moveClock, { seconds })
}
