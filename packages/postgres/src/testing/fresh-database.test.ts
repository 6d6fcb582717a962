import pg from 'pg'
import { expect, test } from 'vitest'
import { freshDatabase } from './index.ts'

async function tablesOf(url: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const query = "SELECT relname FROM pg_class WHERE relname = 'mark'"
    const { rows } = await client.query<{ relname: string }>(query)
    await client.query('CREATE TABLE IF NOT EXISTS mark ()')
    return rows
  } finally {
    await client.end()
  }
}

test('what one fresh database is given, no other sees', async () => {
  const [one, other] = await Promise.all([freshDatabase(), freshDatabase()])
  expect(await tablesOf(one.url)).toEqual([])
  expect(await tablesOf(one.url)).toEqual([{ relname: 'mark' }])
  expect(await tablesOf(other.url)).toEqual([])
  await Promise.all([one.drop(), other.drop()])
})
