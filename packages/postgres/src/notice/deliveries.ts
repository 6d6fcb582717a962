/** `Deliveries` on PostgreSQL: a lane is taken for a while, and settled or due again. */
import { sql } from 'kysely'
import type { Bytes, Instant } from '@open-mitid/kernel'
import type { Deliveries, Lane, LaneOutcome, NoticeId } from '@open-mitid/identity/notice'
import type { ContactId, PersonId } from '@open-mitid/identity/person'
import type { Database } from '../database.ts'
import { openContact, type ContactRow } from '../person/index.ts'
import { statement } from '../statement.ts'
import type { Vault } from '../vault/index.ts'
import { openTelling, type TellingRow } from './telling.ts'

type TakenLane = Lane & { readonly version: number }

/** What one taker tells a contact before others get their turn. */
const atOnce = 5
/** Longer than it takes to tell so many to a carrier that is slow. */
const leaseSeconds = 120

/** Time is read once, so that the index can be used for it. */
const takeLanes = statement<
  { channel: string; limit: number; lease: number },
  { contact_id: ContactId; refusals: number; version: number; now: Instant }
>(
  'take-lanes',
  (p) => sql`
    with due as (
      select contact_id from mitid.lane
      where channel = ${p.channel} and due_at <= (select mitid.now())
      order by due_at limit ${p.limit}::int for update skip locked)
    update mitid.lane set due_at = mitid.now() + make_interval(secs => ${p.lease}::float8)
    from due where lane.contact_id = due.contact_id
    returning lane.contact_id, refusals, version, mitid.now() as now
  `,
)

type WaitingRow = ContactRow &
  TellingRow & { notice_id: NoticeId; made_at: Instant; person_id: PersonId; wrapped_key: Bytes }

const findWaiting = statement<{ contacts: string[]; limit: number }, WaitingRow>(
  'find-waiting-notices',
  (p) => sql`
    select waiting.id as notice_id, waiting.made_at, person.id as person_id, wrapped_key, language,
      event.n, event.type, event.at, event.sealed as body, contact.id, channel, contact.sealed,
      in_proofing, verified_at, changed_at
    from unnest(${p.contacts}::text[]) as lane (contact_id)
    join mitid.contact on contact.id = lane.contact_id
    join mitid.person on person.id = contact.person_id
    cross join lateral (
      select notice.id, notice.subject, notice.n, notice.made_at
      from mitid.delivery join mitid.notice on notice.id = delivery.notice_id
      where delivery.contact_id = contact.id and sent_at is null and failed_at is null
      order by notice.n limit ${p.limit}::int) as waiting
    join mitid.event on event.subject = waiting.subject and event.n = waiting.n
    order by contact.id, waiting.n
  `,
)

const markSent = statement<{ notices: string[]; contacts: string[] }>(
  'mark-deliveries-sent',
  (p) => sql`
    update mitid.delivery set sent_at = mitid.now()
    from unnest(${p.notices}::text[], ${p.contacts}::text[]) as told (notice, contact)
    where notice_id = told.notice and contact_id = told.contact
  `,
)
/** What cannot be told here is told otherwise, by a job of its own. */
const markFailed = statement<{ notices: string[]; contacts: string[] }, unknown>(
  'mark-deliveries-failed',
  (p) => sql`
    with failed as (
      update mitid.delivery set failed_at = mitid.now()
      from unnest(${p.notices}::text[], ${p.contacts}::text[]) as untold (notice, contact)
      where notice_id = untold.notice and contact_id = untold.contact
      returning notice_id)
    select graphile_worker.add_job('tell-otherwise', json_build_object('notice', notice_id),
      max_attempts => 40)
    from failed
  `,
)
/** Lanes are locked in the order in which they are opened, so that nobody waits in a circle. */
const closeLanes = statement<{ contacts: string[]; versions: number[] }>(
  'close-lanes',
  (p) => sql`
    with done as (
      select contact_id, done.version from mitid.lane
      join unnest(${p.contacts}::text[], ${p.versions}::bigint[]) as done (contact, version)
        on contact_id = done.contact
      order by contact_id for update of lane)
    delete from mitid.lane using done
    where lane.contact_id = done.contact_id and lane.version = done.version
  `,
)
const restLanes = statement<{ contacts: string[]; due: Instant[]; refusals: number[] }>(
  'rest-lanes',
  (p) => sql`
    with rest as (
      select contact_id, due, rest.refusals from mitid.lane
      join unnest(${p.contacts}::text[], ${p.due}::float8[], ${p.refusals}::int[])
        as rest (contact, due, refusals) on contact_id = rest.contact
      order by contact_id for update of lane)
    update mitid.lane set due_at = to_timestamp(rest.due), refusals = rest.refusals
    from rest where lane.contact_id = rest.contact_id
  `,
)

export function postgresDeliveries(db: Database, vault: Vault): Deliveries<TakenLane> {
  return {
    async take(channel, limit) {
      const lanes = await db.rows(takeLanes, { channel, limit, lease: leaseSeconds })
      if (lanes.length === 0) return []
      const contacts = lanes.map(({ contact_id }) => contact_id)
      const rows = await db.rows(findWaiting, { contacts, limit: atOnce })
      const byContact = Map.groupBy(rows, ({ id }) => id)
      const opened = await Promise.all(
        lanes.map(async (lane) => {
          const [first, ...rest] = byContact.get(lane.contact_id) ?? []
          if (!first) return undefined
          const key = await vault.personKey(first.person_id, first.wrapped_key)
          const waiting = [first, ...rest].map((row) => ({
            id: row.notice_id,
            madeAt: row.made_at,
            telling: openTelling(key, row),
          }))
          const { now, refusals, version } = lane
          const more = waiting.length === atOnce
          return { contact: openContact(key, first), now, refusals, version, waiting, more }
        }),
      )
      const empty = lanes.filter(({ contact_id }) => !byContact.has(contact_id))
      await close(empty.map(({ contact_id: contact, version }) => ({ contact, version })))
      return opened.filter((lane) => lane !== undefined)
    },

    async settle(outcomes) {
      if (outcomes.length === 0) return
      await db.transaction(async (transaction) => {
        const sent = pairs(outcomes, ({ sent: told }) => told)
        if (sent.notices.length > 0) await transaction.affect(markSent, sent)
        const failed = pairs(outcomes, ({ failed: untold }) => untold)
        if (failed.notices.length > 0) await transaction.rows(markFailed, failed)
      })
      const resting = outcomes.flatMap(({ lane, next }) =>
        next ? [{ contact: lane.contact.id, due: next.at, refusals: next.refusals }] : [],
      )
      await rest(resting)
      await close(
        outcomes
          .filter(({ next }) => !next)
          .map(({ lane }) => ({ contact: lane.contact.id, version: lane.version })),
      )
    },
  }

  async function rest(
    lanes: readonly { contact: ContactId; due: Instant; refusals: number }[],
  ): Promise<void> {
    if (lanes.length === 0) return
    await db.affect(restLanes, {
      contacts: lanes.map(({ contact }) => contact),
      due: lanes.map(({ due }) => due),
      refusals: lanes.map(({ refusals }) => refusals),
    })
  }

  /** A lane that got more meanwhile stays, and is due at once. */
  async function close(lanes: readonly { contact: ContactId; version: number }[]): Promise<void> {
    if (lanes.length === 0) return
    const contacts = lanes.map(({ contact }) => contact)
    const versions = lanes.map(({ version }) => version)
    const closed = await db.affect(closeLanes, { contacts, versions })
    if (closed === lanes.length) return
    await rest(contacts.map((contact) => ({ contact, due: 0 as Instant, refusals: 0 })))
  }
}

function pairs(
  outcomes: readonly LaneOutcome<TakenLane>[],
  which: (outcome: LaneOutcome<TakenLane>) => readonly NoticeId[],
) {
  const each = outcomes.flatMap((outcome) =>
    which(outcome).map((notice) => ({ notice, contact: outcome.lane.contact.id })),
  )
  return {
    notices: each.map(({ notice }) => notice),
    contacts: each.map(({ contact }) => contact),
  }
}
