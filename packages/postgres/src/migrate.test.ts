import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { openDatabase } from './database.ts'
import { advanceClock, clockIsReal, migrate, MigrationError } from './migrate.ts'
import { migrations, type Migration } from './migrations/index.ts'
import { freshDatabase } from './testing/index.ts'

const extra = (name: string, sql: string): readonly Migration[] => [...migrations, { name, sql }]

async function withDatabase(test: (url: string) => Promise<void>): Promise<void> {
  const fresh = await freshDatabase()
  try {
    await test(fresh.url)
  } finally {
    await fresh.drop()
  }
}

async function ask(url: string, query: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(query)).rows
  } finally {
    await client.end()
  }
}

describe('migrate', () => {
  it('applies what is new, once, also when many run it at the same time', () =>
    withDatabase(async (url) => {
      const all = extra(
        '9000-mark',
        'create table mitid.mark (n int); insert into mitid.mark values (1)',
      )
      const runs = await Promise.all([1, 2, 3].map(() => migrate(url, { all })))
      expect(runs.flatMap(({ applied }) => applied)).toEqual(['9000-mark'])
      expect(await ask(url, 'select n from mitid.mark')).toEqual([{ n: 1 }])
    }))

  it('a migration that fails leaves nothing of itself', () =>
    withDatabase(async (url) => {
      const all = extra('9000-broken', 'create table mitid.mark (n int); select 1/0')
      await expect(migrate(url, { all })).rejects.toThrow(MigrationError)
      expect(await ask(url, `select to_regclass('mitid.mark') as mark`)).toEqual([{ mark: null }])
      expect(await migrate(url)).toEqual({ applied: [] })
    }))

  it('a database with another past, or a newer one, is refused', () =>
    withDatabase(async (url) => {
      await migrate(url, { all: extra('9000-mark', 'select 1') })
      await expect(migrate(url)).rejects.toThrow('9000-mark')
      const changed = extra('9000-mark', 'select 2')
      await expect(migrate(url, { all: changed })).rejects.toThrow('another content')
    }))

  it('the clock is real or moves ahead for everybody, and can be told apart', () =>
    withDatabase(async (url) => {
      const db = openDatabase(url, { max: 1 })
      try {
        await migrate(url, { clock: 'adjustable' })
        expect(await clockIsReal(db)).toBe(false)
        await advanceClock(db, 86_400)
        await migrate(url)
        expect(await ask(url, `select mitid.now() > now() + interval '1 day' as ahead`)).toEqual([
          { ahead: true },
        ])
        await migrate(url, { clock: 'real' })
        expect(await clockIsReal(db)).toBe(true)
        await expect(advanceClock(db, 1)).rejects.toThrow(MigrationError)
      } finally {
        await db.close()
      }
    }))
})
