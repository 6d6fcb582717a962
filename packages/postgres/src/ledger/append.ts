/** How events reach the ledger: as parts of the statement that writes what they tell. */
import { sql } from 'kysely'
import { EventType, type AppendedEvents, type LedgerEvent } from '@open-mitid/identity/ledger'
import type { Bytes } from '@open-mitid/kernel'
import { statement } from '../statement.ts'
import { part, type Part } from '../together.ts'
import { seal, unsealText, type DataKey, type Place } from '../vault/index.ts'

type Link = { subject: string; n: number; head: Bytes }

const beginChain = statement<Link>(
  'begin-chain',
  (p) => sql`
  insert into mitid.chain (subject, n, head) values (${p.subject}, ${p.n}, ${p.head})
  on conflict do nothing
`,
)
const extendChain = statement<Link & { from_n: number; from_head: Bytes }>(
  'extend-chain',
  (p) => sql`
  update mitid.chain set n = ${p.n}, head = ${p.head}
  where subject = ${p.subject} and n = ${p.from_n} and head = ${p.from_head}
`,
)
type EventColumns = {
  subject: string
  n: number
  id: string
  prev: Bytes
  type: string
  at: number
  actor: string
  sealed: Bytes
  salt: Bytes
  commit: Bytes
}

/** Whoever holds the end of the chain is alone with it: its next place is free. */
const insertEvent = statement<EventColumns & { outbox: boolean }>(
  'insert-event',
  (p) => sql`
  insert into mitid.event (subject, n, id, prev, type, at, actor, sealed, salt, commit, outbox)
  values (${p.subject}, ${p.n}, ${p.id}, ${p.prev}, ${p.type}, to_timestamp(${p.at}::float8),
    ${p.actor}, ${p.sealed}, ${p.salt}, ${p.commit}, ${p.outbox})
`,
)
/** Told where its person has asked to be told of every use. */
const insertWantedEvent = statement<EventColumns>(
  'insert-wanted-event',
  (p) => sql`
  insert into mitid.event (subject, n, id, prev, type, at, actor, sealed, salt, commit, outbox)
  values (${p.subject}, ${p.n}, ${p.id}, ${p.prev}, ${p.type}, to_timestamp(${p.at}::float8),
    ${p.actor}, ${p.sealed}, ${p.salt}, ${p.commit},
    (select notify_every_use from mitid.person where id = ${p.subject}))
`,
)

/** Names of the parts that lose where the chain has grown since it was loaded: load and try again. */
export const chainParts: ReadonlySet<string> = new Set([beginChain.name, extendChain.name])

/** The parts that write events, conditional on the head they follow. To be listed first. */
export function ledgerParts({ from, entries, head }: AppendedEvents, key: DataKey): Part[] {
  if (entries.length === 0) return []
  const link = { subject: head.subject, n: head.n, head: head.head }
  return [
    from.n === 0
      ? part(beginChain, link)
      : part(extendChain, { ...link, from_n: from.n, from_head: from.head }),
    ...entries.map((event) => eventPart(event, key)),
  ]
}

function eventPart(event: LedgerEvent, key: DataKey): Part {
  const columns = {
    subject: event.subject,
    n: event.n,
    id: event.id,
    prev: event.prev,
    type: event.type,
    at: event.at,
    actor: event.actor,
    sealed: seal(key, placeOf(event), event.body),
    salt: event.salt,
    commit: event.commit,
  }
  const outbox = EventType.isTold(event.type)
  return outbox === 'if-wanted'
    ? part(insertWantedEvent, columns, 'any')
    : part(insertEvent, { ...columns, outbox }, 'any')
}

/** The body of an event row, which opens only in its own place of its own chain. */
export function openBody(
  key: DataKey,
  event: Pick<LedgerEvent, 'subject' | 'n'>,
  sealed: Bytes,
): string {
  return unsealText(key, placeOf(event), sealed)
}

function placeOf({ subject, n }: Pick<LedgerEvent, 'subject' | 'n'>): Place {
  return { table: 'event', column: 'sealed', row: `${subject}/${String(n)}` }
}
