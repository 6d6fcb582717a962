/** `Notices` on PostgreSQL: how far a notice has come, and what more is done for it. */
import { sql } from 'kysely'
import type { Bytes } from '@open-mitid/kernel'
import type { Notices } from '@open-mitid/identity/notice'
import type { ContactId } from '@open-mitid/identity/person'
import type { Database } from '../database.ts'
import { queueNoticeLetter, styleColumns, styleOf, type StyleRow } from '../letter/index.ts'
import { statement } from '../statement.ts'
import type { Vault } from '../vault/index.ts'
import { channelColumns, channelOf, queueDeliveries, type ChannelRow } from './lane.ts'
import { openTelling, type TellingRow } from './telling.ts'

type NoticeRow = TellingRow & StyleRow & { wrapped_key: Bytes }

const findNotice = statement<{ id: string }, NoticeRow>(
  'find-notice',
  (p) => sql`
    select person.id as person_id, wrapped_key, ${styleColumns}, event.n,
      event.type, event.at, event.sealed as body
    from mitid.notice
    join mitid.event on event.subject = notice.subject and event.n = notice.n
    join mitid.person on person.id = notice.subject
    where notice.id = ${p.id}
  `,
)
const findChannels = statement<
  { notice: string; person: string },
  ChannelRow & { tried: boolean; failed: boolean }
>(
  'find-channels-of-notice',
  (p) => sql`
    select ${channelColumns}, notice_id is not null as tried, failed_at is not null as failed
    from mitid.contact
    left join mitid.delivery on contact_id = contact.id and notice_id = ${p.notice}
    where person_id = ${p.person}
  `,
)

export function postgresNotices(db: Database, vault: Vault): Notices {
  return {
    async find(id) {
      const row = await db.first(findNotice, { id })
      if (!row) return undefined
      const key = await vault.personKey(row.person_id, row.wrapped_key)
      const channels = await db.rows(findChannels, { notice: id, person: row.person_id })
      return {
        person: row.person_id,
        style: styleOf(row),
        telling: openTelling(key, row),
        channels: channels.map(channelOf),
        attempts: channels
          .filter(({ tried }) => tried)
          .map(({ id: contact, failed }) => ({ contact, failed })),
        async write({ to, letter }) {
          await db.transaction(async (transaction) => {
            const deliveries = to.map((contact: ContactId) => ({ notice: id, contact }))
            await queueDeliveries(transaction, deliveries)
            if (letter) await queueNoticeLetter(transaction, key, letter, id)
          })
        },
      }
    },
  }
}
