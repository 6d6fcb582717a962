import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bytes, Instant } from '@open-mitid/kernel'
import { openDatabase, type Database, type Trip } from './database.ts'
import { statement } from './statement.ts'
import { freshDatabase, type FreshDatabase } from './testing/index.ts'

type Values = { at: Instant; bytes: Bytes; words: readonly string[]; nothing: string | null }
const echo = statement<Values, Values & { count: number }>(
  'test-echo',
  (p) => sql`
    select to_timestamp(${p.at}::float8) + interval '0.7 s' as at, ${p.bytes}::bytea as bytes,
      ${p.words}::text[] as words, ${p.nothing}::text as nothing, 9007199254740991::bigint as count
  `,
)
const fail = statement<object>('test-fail', () => sql`select 1 / (random() * 0)::int`)
const make = statement<object>('test-make', () => sql`create table mitid.mark (n int)`)
const mark = statement<{ n: number }>(
  'test-mark',
  (p) => sql`
  insert into mitid.mark (n) values (${p.n})
`,
)
const marks = statement<object, { n: number }>(
  'test-marks',
  () => sql`
  select n from mitid.mark order by n
`,
)
const prepared = statement<object, { name: string }>(
  'test-prepared',
  () => sql`
  select name from pg_prepared_statements
`,
)
const session = statement<object, { pid: number }>(
  'test-pid',
  () => sql`
  select pg_backend_pid() as pid
`,
)

let fresh: FreshDatabase
let db: Database
const trips: Trip[] = []
beforeAll(async () => {
  fresh = await freshDatabase()
  db = openDatabase(fresh.url, { max: 1, onTrip: (trip) => trips.push(trip) })
  await db.affect(make, {})
})
afterAll(async () => {
  await db.close()
  await fresh.drop()
})

describe('database', () => {
  it('values come back as they went in, and times in whole seconds', async () => {
    const bytes = crypto.getRandomValues(new Uint8Array(300))
    const values = { at: 1_767_225_599 as Instant, bytes, words: ['a"b', 'c,d', ''], nothing: null }
    expect(await db.first(echo, values)).toEqual({ ...values, count: Number.MAX_SAFE_INTEGER })
  })

  it('each call sends its own values, long and short ones at once', async () => {
    const wide = openDatabase(fresh.url, { max: 6 })
    const calls = [1, 50_000, 3, 200_000, 300, 90_000].map((length) => ({
      at: 1_767_225_599 as Instant,
      bytes: crypto.getRandomValues(new Uint8Array(Math.min(length, 65_536))),
      words: ['æ€😀'.repeat(length), String(length)],
      nothing: null,
    }))
    const answers = await Promise.all(calls.map((values) => wide.first(echo, values)))
    for (const [at, values] of calls.entries()) expect(answers[at]).toMatchObject(values)
    await wide.close()
  })

  it('a statement is parsed once a connection, under its name', async () => {
    await db.rows(marks, {})
    await db.rows(marks, {})
    const names = (await db.rows(prepared, {})).map(({ name }) => name)
    expect(names.filter((name) => name === 'test-marks')).toHaveLength(1)
  })

  it('Invariant 11: a transaction that throws leaves nothing, and the connection serves on', async () => {
    const broken = db.transaction(async (transaction) => {
      await transaction.affect(mark, { n: 1 })
      await transaction.rows(fail, {})
    })
    await expect(broken).rejects.toThrow('division by zero')
    expect(await db.rows(marks, {})).toEqual([])
    await db.transaction((transaction) => transaction.affect(mark, { n: 2 }))
    expect(await db.rows(marks, {})).toEqual([{ n: 2 }])
  })

  it('each trip is told, and each transaction that writes once', async () => {
    trips.length = 0
    await db.rows(marks, {})
    await db.affect(mark, { n: 3 })
    await db.transaction(async (transaction) => {
      await transaction.affect(mark, { n: 4 })
      await transaction.affect(mark, { n: 5 })
    })
    const writes = trips.filter(({ writes }) => writes).map(({ name }) => name)
    expect(trips.map(({ name }) => name)).toEqual([
      'test-marks',
      'test-mark',
      'begin',
      'test-mark',
      'test-mark',
      'commit',
    ])
    expect(writes).toEqual(['test-mark', 'commit'])
  })

  it('a connection that the server ends, idle or at work, is replaced', async () => {
    const killer = new pg.Client({ connectionString: fresh.url })
    await killer.connect()
    try {
      const pid = (await db.first(session, {}))?.pid
      const broken = db.transaction(async (transaction) => {
        await transaction.rows(marks, {})
        await killer.query('select pg_terminate_backend($1, 5000)', [pid])
        await transaction.affect(mark, { n: 6 })
      })
      await expect(broken).rejects.toThrow()
      const next = (await db.first(session, {}))?.pid
      expect(next).not.toBe(pid)
      await killer.query('select pg_terminate_backend($1, 5000)', [next])
      await expect.poll(() => db.rows(marks, {}).catch(() => [])).toHaveLength(4)
    } finally {
      await killer.end()
    }
  })
})
