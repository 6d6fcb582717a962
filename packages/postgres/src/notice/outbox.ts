/** `Outbox` on PostgreSQL: events become notices and jobs in one transaction. */
import { sql } from 'kysely'
import type { Instant } from '@open-mitid/kernel'
import type { ToldEventType } from '@open-mitid/identity/ledger'
import type { Channel, Outbox } from '@open-mitid/identity/notice'
import type { ContactId } from '@open-mitid/identity/person'
import type { Database } from '../database.ts'
import { statement } from '../statement.ts'

const takeEvents = statement<
  { limit: number },
  { subject: string; n: number; type: ToldEventType; at: Instant }
>(
  'take-events',
  (p) => sql`
    select subject, n, type, at from mitid.event where outbox
    order by at limit ${p.limit}::int for update skip locked
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
const findChannels = statement<
  { persons: string[] },
  { person_id: string; id: ContactId; verified_at: Instant; replaced_at: Instant | null }
>(
  'find-channels',
  (p) => sql`
    select person_id, id, verified_at, replaced_at from mitid.contact
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
const insertDeliveries = statement<{ notice_id: string[]; contact_id: string[] }>(
  'insert-deliveries',
  (p) => sql`
    insert into mitid.delivery (notice_id, contact_id)
    select * from unnest(${p.notice_id}::text[], ${p.contact_id}::text[])
  `,
)
/** A job is tried again for about four days, ever more slowly. */
const addDeliveries = statement<{ notice_id: string[]; contact_id: string[] }, unknown>(
  'add-delivery-jobs',
  (p) => sql`
    select graphile_worker.add_job('deliver-notice',
      json_build_object('notice', notice_id, 'contact', contact_id), max_attempts => 25)
    from unnest(${p.notice_id}::text[], ${p.contact_id}::text[]) as made (notice_id, contact_id)
  `,
)
/** A code lives for half an hour: so many tries fit into that. */
const takeCodes = statement<{ limit: number }, unknown>(
  'take-codes',
  (p) => sql`
    with taken as (
      update mitid.code_message set queued = true
      where id in (
        select id from mitid.code_message where not queued
        limit ${p.limit}::int for update skip locked)
      returning id)
    select graphile_worker.add_job('send-code', json_build_object('message', id),
      max_attempts => 10, priority => -1)
    from taken
  `,
)

const takeContactCodes = statement<{ limit: number }, unknown>(
  'take-contact-codes',
  (p) => sql`
    with taken as (
      update mitid.contact_code set queued = true
      where id in (
        select id from mitid.contact_code where not queued
        limit ${p.limit}::int for update skip locked)
      returning id)
    select graphile_worker.add_job('send-contact-code', json_build_object('message', id),
      max_attempts => 10, priority => -1)
    from taken
  `,
)

export function postgresOutbox(db: Database): Outbox {
  return {
    takeCodes: async (limit) => (await db.rows(takeCodes, { limit })).length,

    takeContactCodes: async (limit) => (await db.rows(takeContactCodes, { limit })).length,

    takeEvents: (limit, plan) =>
      db.transaction(async (transaction) => {
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
        const deliveries = notices.flatMap(({ id, to }) => to.map((contact) => ({ id, contact })))
        await transaction.affect(markTaken, {
          subject: events.map(({ subject }) => subject),
          n: events.map(({ n }) => n),
        })
        await transaction.affect(insertNotices, {
          id: notices.map(({ id }) => id),
          subject: notices.map(({ subject }) => subject),
          n: notices.map(({ n }) => n),
        })
        const made = {
          notice_id: deliveries.map(({ id }) => id),
          contact_id: deliveries.map(({ contact }) => contact),
        }
        await transaction.affect(insertDeliveries, made)
        await transaction.rows(addDeliveries, made)
        return events.length
      }),
  }
}

function channelOf(row: {
  id: ContactId
  verified_at: Instant
  replaced_at: Instant | null
}): Channel {
  const { id: contact, verified_at: verifiedAt, replaced_at: replacedAt } = row
  return { contact, verifiedAt, replacedAt: replacedAt ?? undefined }
}
