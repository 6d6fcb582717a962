/** Reads the chain of a subject back, opened. */
import { sql } from 'kysely'
import type { Bytes, Instant } from '@open-mitid/kernel'
import type { Actor, EventId, EventType, LedgerEvent, Subject } from '@open-mitid/identity/ledger'
import type { PersonId } from '@open-mitid/identity/person'
import type { Connection } from '../database.ts'
import { statement } from '../statement.ts'
import type { DataKey, Vault } from '../vault/index.ts'
import { openBody } from './append.ts'

export type EventRow = {
  n: number
  id: EventId
  prev: Bytes
  type: EventType
  at: Instant
  actor: Actor
  sealed: Bytes
  salt: Bytes
  commit: Bytes
}

const readEvents = statement<{ person_id: string }, EventRow & { wrapped_key: Bytes }>(
  'read-chain',
  (p) => sql`
    select person.wrapped_key, n, event.id, prev, type, at, actor, sealed, salt, commit
    from mitid.event join mitid.person on person.id = subject
    where subject = ${p.person_id} order by n
  `,
)

/** Every event about a person, the oldest first: what the citizen sees, and anybody may check. */
export async function readChain(
  db: Connection,
  vault: Vault,
  id: PersonId,
): Promise<readonly LedgerEvent[]> {
  const rows = await db.rows(readEvents, { person_id: id })
  const [first] = rows
  if (!first) return []
  const key = await vault.personKey(id, first.wrapped_key)
  return rows.map((row) => openEvent(key, id, row))
}

export function openEvent(key: DataKey, subject: Subject, row: EventRow): LedgerEvent {
  const { id, n, prev, type, at, actor, salt, commit } = row
  const body = openBody(key, { subject, n }, row.sealed)
  return { id, subject, n, prev, type, at, actor, body, salt, commit }
}
