/** `Deliveries` on PostgreSQL. */
import { sql } from 'kysely'
import type { Bytes, Instant } from '@open-mitid/kernel'
import type { ToldEventType } from '@open-mitid/identity/ledger'
import type { Deliveries, Telling } from '@open-mitid/identity/notice'
import type { PersonId } from '@open-mitid/identity/person'
import type { Database } from '../database.ts'
import { openBody } from '../ledger/index.ts'
import { openContact, type ContactRow } from '../person/index.ts'
import { statement } from '../statement.ts'
import type { Vault } from '../vault/index.ts'

type DeliveryRow = {
  person_id: PersonId
  wrapped_key: Bytes
  language: 'da' | 'en'
  n: number
  type: ToldEventType
  at: Instant
  body: Bytes
} & ContactRow

const findDelivery = statement<{ notice: string; contact: string }, DeliveryRow>(
  'find-delivery',
  (p) => sql`
    select person.id as person_id, wrapped_key, language, event.n, type, event.at,
      event.sealed as body, contact.id, channel, contact.sealed, in_proofing, verified_at,
      changed_at
    from mitid.delivery
    join mitid.notice on notice.id = notice_id
    join mitid.event on event.subject = notice.subject and event.n = notice.n
    join mitid.person on person.id = notice.subject
    join mitid.contact on contact.id = contact_id
    where notice_id = ${p.notice} and contact_id = ${p.contact} and sent_at is null
  `,
)
const markSent = statement<{ notice: string; contact: string }>(
  'mark-delivery-sent',
  (p) => sql`
    update mitid.delivery set sent_at = mitid.now()
    where notice_id = ${p.notice} and contact_id = ${p.contact}
  `,
)

export function postgresDeliveries(db: Database, vault: Vault): Deliveries {
  return {
    async find(delivery) {
      const row = await db.first(findDelivery, delivery)
      if (!row) return undefined
      const key = await vault.personKey(row.person_id, row.wrapped_key)
      const body: unknown = JSON.parse(
        openBody(key, { subject: row.person_id, n: row.n }, row.body),
      )
      // What was sealed under a type had the body of that type.
      const told = { type: row.type, body } as Telling
      return {
        telling: { ...told, at: row.at, language: row.language },
        contact: openContact(key, row),
      }
    },
    async markSent(delivery) {
      await db.affect(markSent, delivery)
    },
  }
}
