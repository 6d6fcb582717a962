/** Deletes enrolments whose day is over, and all that was known of those people; a job of the worker. */
import { sql } from 'kysely'
import type { Connection } from '../database.ts'
import { statement } from '../statement.ts'

const sweep = statement<object>(
  'sweep-enrolments',
  () => sql`delete from mitid.enrolment where expires_at <= mitid.now()`,
)

export async function sweepEnrolments(db: Connection): Promise<void> {
  await db.affect(sweep, {})
}
