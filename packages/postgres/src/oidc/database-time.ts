/** The time of the database, for what is asked without any row that brings it along. */
import { sql } from 'kysely'
import type { Instant } from '@open-mitid/kernel'
import type { Connection } from '../database.ts'
import { statement } from '../statement.ts'

const readTime = statement<object, { now: Instant }>(
  'read-time',
  () => sql`select mitid.now() as now`,
)

export async function databaseTime(db: Connection): Promise<Instant> {
  const found = await db.first(readTime, {})
  if (!found) throw new Error('a query without conditions gave no row')
  return found.now
}
