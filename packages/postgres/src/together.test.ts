import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from './database.ts'
import { statement } from './statement.ts'
import { freshDatabase } from './testing/index.ts'
import { part, returningPart, together, togetherReturning } from './together.ts'

const prepare = statement(
  'test-prepare',
  () => sql`
  create table if not exists mitid.counter (id text primary key, n bigint not null)
`,
)
const begin = statement<{ id: string }>(
  'test-begin',
  (p) => sql`
  insert into mitid.counter (id, n) values (${p.id}, 0) on conflict do nothing
`,
)
const step = statement<{ id: string; from: number }>(
  'test-step',
  (p) => sql`
  update mitid.counter set n = n + 1 where id = ${p.id} and n = ${p.from}
`,
)
const take = statement<{ id: string }, { n: number }>(
  'test-take',
  (p) => sql`
  update mitid.counter set n = n + 1 where id = ${p.id} returning n
`,
)
const read = statement<{ id: string }, { n: number }>(
  'test-read',
  (p) => sql`
  select n from mitid.counter where id = ${p.id}
`,
)

let db: Database
let trips = 0
beforeAll(async () => {
  const { url } = await freshDatabase()
  db = openDatabase(url, { max: 8, onTrip: () => (trips += 1) })
  await db.affect(prepare, {})
})
beforeEach(() => {
  trips = 0
})
afterAll(() => db.close())

const at = async (id: string) => (await db.first(read, { id }))?.n

describe('together', () => {
  it('writes all its parts in one round trip', async () => {
    await together(db, [part(begin, { id: 'a' }), part(begin, { id: 'b' })])
    trips = 0
    const written = await together(db, [
      part(step, { id: 'a', from: 0 }),
      part(step, { id: 'b', from: 0 }),
    ])
    expect(written.ok).toBe(true)
    expect(trips).toBe(1)
    expect([await at('a'), await at('b')]).toEqual([1, 1])
  })

  it('Invariant 11: where one part loses, no part is written, and the first that lost is named', async () => {
    await together(db, [part(begin, { id: 'c' })])
    expect(
      await together(db, [part(step, { id: 'c', from: 0 }), part(begin, { id: 'c' })]),
    ).toEqual({ ok: false, refusal: { kind: 'lost', part: 'test-begin' } })
    expect(
      await together(db, [part(step, { id: 'c', from: 7 }), part(begin, { id: 'c' })]),
    ).toEqual({ ok: false, refusal: { kind: 'lost', part: 'test-step' } })
    expect(await at('c')).toBe(0)
  })

  it('answers with what its first part returns, where it is asked to', async () => {
    await together(db, [part(begin, { id: 'f' })])
    const parts = [part(step, { id: 'a', from: 1 })]
    trips = 0
    const written = await togetherReturning(db, returningPart(take, { id: 'f' }), parts)
    expect(written).toMatchObject({ ok: true, value: { n: 1 } })
    expect(trips).toBe(1)
    expect(await at('a')).toBe(2)
  })

  it('Invariant 11: which part ever loses, nothing is returned and nothing written', async () => {
    await together(db, [part(begin, { id: 'g' })])
    const takes = (id: string) => returningPart(take, { id })
    expect(
      await togetherReturning(db, takes('g'), [part(step, { id: 'a', from: 99 })]),
    ).toMatchObject({ ok: false, refusal: { part: 'test-step' } })
    expect(
      await togetherReturning(db, takes('nobody'), [part(step, { id: 'g', from: 0 })]),
    ).toMatchObject({ ok: false, refusal: { part: 'test-take' } })
    expect(await at('g')).toBe(0)
  })

  it('Invariant 11: of many writers racing for one state, one wins, and the others write nothing', async () => {
    await together(db, [part(begin, { id: 'd' }), part(begin, { id: 'e' })])
    for (let from = 0; from < 10; from += 1) {
      const races = Array.from({ length: 8 }, (_, racer) => {
        const parts = [part(step, { id: 'd', from }), part(step, { id: 'e', from })]
        return together(db, racer % 2 === 0 ? parts : parts.toReversed())
      })
      expect((await Promise.all(races)).filter(({ ok }) => ok)).toHaveLength(1)
      expect([await at('d'), await at('e')]).toEqual([from + 1, from + 1])
    }
  })
})
