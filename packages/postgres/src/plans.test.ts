/** How PostgreSQL finds the rows of each statement; a connection plans once, on tables that may be empty. */
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import './index.ts'
import { sessionSettings } from './database.ts'
import { statements } from './statement.ts'
import { freshDatabase, type FreshDatabase } from './testing/index.ts'

type Node = {
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly Filter?: string
  readonly Plans?: readonly Node[]
}

/** Each leads to what one person or one browser has, which is little. */
const short = new Set(['profile_person', 'enrolment_holder'])

let fresh: FreshDatabase
let client: pg.Client
beforeAll(async () => {
  fresh = await freshDatabase()
  client = new pg.Client({ connectionString: fresh.url, options: sessionSettings })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await fresh.drop()
})

it('where a statement names a row by its key, it does not go through others for it', async () => {
  const keys = await keysOfTables()
  const unique = await uniqueIndexes()
  const detours: string[] = []
  for (const [name, text] of statements) {
    if (text.includes('graphile_worker.')) continue // the tables of the worker's library
    for (const node of await nodesOf(text)) {
      const { 'Index Name': index = '', 'Relation Name': table = '', Filter: filter = '' } = node
      const key = keys.get(table)
      if (key === undefined || unique.has(index) || short.has(index)) continue
      if (new RegExp(`\\b${key} = `, 'u').test(filter)) detours.push(`${name} by ${index}`)
    }
  }
  expect(detours).toEqual([])
})

/** Of tables whose key is one column. */
async function keysOfTables(): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ table: string; key: string }>(`
    select pg_class.relname as table, attname as key
    from pg_index join pg_class on pg_class.oid = indrelid
      join pg_attribute on attrelid = indrelid and attnum = indkey[0]
    where indisprimary and indnkeyatts = 1 and relnamespace = 'mitid'::regnamespace
  `)
  return new Map(rows.map(({ table, key }) => [table, key]))
}

/** They lead to one row. */
async function uniqueIndexes(): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ index: string }>(`
    select relname as index from pg_index join pg_class on pg_class.oid = indexrelid
    where indisunique and relnamespace = 'mitid'::regnamespace
  `)
  return new Set(rows.map(({ index }) => index))
}

async function nodesOf(text: string): Promise<readonly Node[]> {
  type Explained = { 'QUERY PLAN': readonly [{ Plan: Node }] }
  const { rows } = await client.query<Explained>(`explain (generic_plan, format json) ${text}`)
  return rows.flatMap((row) => allOf(row['QUERY PLAN'][0].Plan))
}

function allOf(node: Node): readonly Node[] {
  return [node, ...(node.Plans ?? []).flatMap(allOf)]
}
