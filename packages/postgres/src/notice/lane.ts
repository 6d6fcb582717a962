/** How something to be told is put before a contact, in the transaction that decides on it. */
import { sql } from 'kysely'
import type { Channel, NoticeId } from '@open-mitid/identity/notice'
import type { ContactId } from '@open-mitid/identity/person'
import type { Instant } from '@open-mitid/kernel'
import type { Connection } from '../database.ts'
import { statement } from '../statement.ts'

export type ChannelRow = {
  readonly id: ContactId
  readonly verified_at: Instant
  readonly replaced_at: Instant | null
}

export const channelColumns = sql`contact.id, contact.verified_at, contact.replaced_at`

export function channelOf(row: ChannelRow): Channel {
  const { id: contact, verified_at: verifiedAt, replaced_at: replacedAt } = row
  return { contact, verifiedAt, replacedAt: replacedAt ?? undefined }
}

const insertDeliveries = statement<{ notices: string[]; contacts: string[] }>(
  'insert-deliveries',
  (p) => sql`
    insert into mitid.delivery (notice_id, contact_id)
    select * from unnest(${p.notices}::text[], ${p.contacts}::text[])
    on conflict do nothing
  `,
)
/** A lane that rests goes on resting, and one that is taken learns that there is more. */
const openLanes = statement<{ contacts: string[] }>(
  'open-lanes',
  (p) => sql`
    insert into mitid.lane (contact_id, channel, due_at)
    select id, channel, mitid.now() from mitid.contact where id = any (${p.contacts}::text[])
    order by id
    on conflict (contact_id) do update set version = lane.version + 1
  `,
)

export async function queueDeliveries(
  transaction: Connection,
  deliveries: readonly { readonly notice: NoticeId; readonly contact: ContactId }[],
): Promise<void> {
  if (deliveries.length === 0) return
  const contacts = deliveries.map(({ contact }) => contact)
  await transaction.affect(insertDeliveries, {
    notices: deliveries.map(({ notice }) => notice),
    contacts,
  })
  await transaction.affect(openLanes, { contacts: [...new Set(contacts)] })
}
