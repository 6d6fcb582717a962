/** `Outbox` on PostgreSQL: events become notices on their way in one transaction. */
import { sql } from 'kysely'
import type { Instant } from '@open-mitid/kernel'
import type { ToldEventType } from '@open-mitid/identity/ledger'
import type { Outbox } from '@open-mitid/identity/notice'
import type { Database } from '../database.ts'
import { statement } from '../statement.ts'
import { channelColumns, channelOf, queueDeliveries, type ChannelRow } from './lane.ts'

/**
 * Any number, the same for every worker. Events are taken by one worker at a time, so that those of
 * one person are told in their order; it ends with the transaction.
 */
const takerLock = 772_002
const beginTaking = statement<{ lock: number }, { alone: boolean }>(
  'begin-taking-events',
  (p) => sql`select pg_try_advisory_xact_lock(${p.lock}::bigint) as alone`,
)
const takeEvents = statement<
  { limit: number },
  { subject: string; n: number; type: ToldEventType; at: Instant }
>(
  'take-events',
  (p) => sql`
    select subject, n, type, at from mitid.event where outbox
    order by at, n limit ${p.limit}::int for update skip locked
  `,
)
const markTaken = statement<{ subject: string[]; n: number[] }>(
  'mark-events-taken',
  (p) => sql`
    update mitid.event set outbox = false
    from unnest(${p.subject}::text[], ${p.n}::bigint[]) as taken (subject, n)
    where event.subject = taken.subject and event.n = taken.n
  `,
)
const findChannels = statement<{ persons: string[] }, ChannelRow & { person_id: string }>(
  'find-channels',
  (p) => sql`
    select person_id, ${channelColumns} from mitid.contact
    where person_id = any (${p.persons}::text[])
  `,
)
const insertNotices = statement<{ id: string[]; subject: string[]; n: number[] }>(
  'insert-notices',
  (p) => sql`
    insert into mitid.notice (id, subject, n, made_at)
    select id, subject, n, mitid.now()
    from unnest(${p.id}::text[], ${p.subject}::text[], ${p.n}::bigint[]) as made (id, subject, n)
  `,
)
/** A notice needs more than its contacts: a letter may be due. */
const addMore = statement<{ notices: string[] }, unknown>(
  'add-tell-otherwise-jobs',
  (p) => sql`
    select graphile_worker.add_job('tell-otherwise', json_build_object('notice', notice),
      max_attempts => 40)
    from unnest(${p.notices}::text[]) as made (notice)
  `,
)
/**
 * Messages that wait in a table of their own, each made a job that `task` does by the message's id.
 * A code lives for half an hour: so many tries fit into that.
 */
function takeFrom(table: string, { key = 'id', task }: { key?: string; task: string }) {
  const from = sql.table(`mitid.${table}`)
  const named = sql.ref(key)
  return statement<{ limit: number }, unknown>(
    `take-from-${table}`,
    (p) => sql`
      with taken as (
        update ${from} set queued = true
        where ${named} in (
          select ${named} from ${from} where not queued
          limit ${p.limit}::int for update skip locked)
        returning id)
      select graphile_worker.add_job(${sql.lit(task)}, json_build_object('message', id),
        max_attempts => 10, priority => -1)
      from taken
    `,
  )
}

const takeCodes = takeFrom('code_message', { task: 'send-code' })
const takeContactCodes = takeFrom('contact_code', { task: 'send-contact-code' })
/** Most are for user IDs that nobody has; a job for each, so that nothing tells which. */
const takeOwnerLinks = takeFrom('owner_link', { key: 'user_id_hash', task: 'send-owner-link' })

export function postgresOutbox(db: Database): Outbox {
  return {
    takeCodes: async (limit) => (await db.rows(takeCodes, { limit })).length,

    takeContactCodes: async (limit) => (await db.rows(takeContactCodes, { limit })).length,

    takeOwnerLinks: async (limit) => (await db.rows(takeOwnerLinks, { limit })).length,

    takeEvents: (limit, plan) =>
      db.transaction(async (transaction) => {
        const taking = await transaction.first(beginTaking, { lock: takerLock })
        if (!taking?.alone) return 0
        const events = await transaction.rows(takeEvents, { limit })
        if (events.length === 0) return 0
        const persons = [...new Set(events.map(({ subject }) => subject))]
        const channels = Map.groupBy(
          await transaction.rows(findChannels, { persons }),
          ({ person_id }) => person_id,
        )
        const notices = events.map(({ subject, n, type, at }) => ({
          subject,
          n,
          ...plan({ type, at, channels: (channels.get(subject) ?? []).map(channelOf) }),
        }))
        await transaction.affect(markTaken, {
          subject: events.map(({ subject }) => subject),
          n: events.map(({ n }) => n),
        })
        await transaction.affect(insertNotices, {
          id: notices.map(({ id }) => id),
          subject: notices.map(({ subject }) => subject),
          n: notices.map(({ n }) => n),
        })
        await queueDeliveries(
          transaction,
          notices.flatMap(({ id, to }) => to.map((contact) => ({ notice: id, contact }))),
        )
        const more = notices.filter((notice) => notice.more).map(({ id }) => id)
        if (more.length > 0) await transaction.rows(addMore, { notices: more })
        return events.length
      }),
  }
}
