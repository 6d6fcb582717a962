import { sql } from 'kysely'
import type { AppendedEvents } from '@open-mitid/identity/ledger'
import type { Database } from './database.ts'
import { chainParts, ledgerParts } from './ledger/index.ts'
import { statement } from './statement.ts'
import { part, together } from './together.ts'
import type { DataKey } from './vault/index.ts'

/** Compiled once, prepared once a connection. */
const block = statement<{ id: string }>(
  'readme-block',
  (p) => sql`update mitid.person set state = 'blocked' where id = ${p.id} and state = 'active'`,
)

/** A move and what it tells, in one statement: both are written, or neither. */
export async function blockPerson(db: Database, key: DataKey, id: string, events: AppendedEvents) {
  const written = await together(db, [...ledgerParts(events, key), part(block, { id })])
  if (written.ok) return 'blocked'
  return chainParts.has(written.refusal.part) ? 'load again' : 'was not active'
}
