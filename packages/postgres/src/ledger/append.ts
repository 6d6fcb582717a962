/** How events reach the ledger: as parts of the statement that writes what they tell. */
import { sql } from 'kysely'
import { EventType, type AppendedEvents, type LedgerEvent } from '@open-mitid/identity/ledger'
import type { Bytes } from '@open-mitid/kernel'
import { statement } from '../statement.ts'
import { part, type Part } from '../together.ts'
import { sealText, unsealText, type DataKey, type Place } from '../vault/index.ts'

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
const insertEvents = statement<{
  subject: string
  n: number[]
  id: string[]
  prev: Bytes[]
  type: string[]
  at: number[]
  actor: string[]
  sealed: Bytes[]
  salt: Bytes[]
  commit: Bytes[]
  outbox: boolean[]
}>(
  'insert-events',
  (p) => sql`
  insert into mitid.event (subject, n, id, prev, type, at, actor, sealed, salt, commit, outbox)
  select ${p.subject}, e.n, e.id, e.prev, e.type, to_timestamp(e.at), e.actor, e.sealed, e.salt,
    e.commit, e.outbox
  from unnest(${p.n}::bigint[], ${p.id}::text[], ${p.prev}::bytea[], ${p.type}::text[],
    ${p.at}::float8[], ${p.actor}::text[], ${p.sealed}::bytea[], ${p.salt}::bytea[],
    ${p.commit}::bytea[], ${p.outbox}::boolean[])
    as e (n, id, prev, type, at, actor, sealed, salt, commit, outbox)
  on conflict do nothing
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
    part(
      insertEvents,
      {
        subject: head.subject,
        n: entries.map(({ n }) => n),
        id: entries.map(({ id }) => id),
        prev: entries.map(({ prev }) => prev),
        type: entries.map(({ type }) => type),
        at: entries.map(({ at }) => at),
        actor: entries.map(({ actor }) => actor),
        sealed: entries.map((event) => sealText(key, placeOf(event), event.body)),
        salt: entries.map(({ salt }) => salt),
        commit: entries.map(({ commit }) => commit),
        outbox: entries.map(({ type }) => EventType.isTold(type)),
      },
      entries.length,
    ),
  ]
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
