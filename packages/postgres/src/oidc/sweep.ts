/** Deletes what nobody can use any more; a job of the worker. */
import { sql } from 'kysely'
import type { Connection } from '../database.ts'
import { statement } from '../statement.ts'

const sweeps = [
  statement<object>(
    'sweep-pushed-requests',
    () => sql`delete from mitid.pushed_request where expires_at < mitid.now()`,
  ),
  statement<object>(
    'sweep-client-assertions',
    () => sql`delete from mitid.client_assertion where expires_at < mitid.now()`,
  ),
]

export async function sweepOidc(db: Connection): Promise<void> {
  for (const sweep of sweeps) await db.affect(sweep, {})
}
