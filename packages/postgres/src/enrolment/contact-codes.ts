/** Codes on their way to a contact that is being checked: sealed while they wait, gone when sent. */
import { sql } from 'kysely'
import type { ContactCodeMessage, EnrolmentId } from '@open-mitid/identity/enrolment'
import type { ContactCodes } from '@open-mitid/identity/notice'
import type { Bytes, Instant } from '@open-mitid/kernel'
import type { Database } from '../database.ts'
import { statement } from '../statement.ts'
import { part, type Part } from '../together.ts'
import { seal, unsealText, type DataKey, type Vault } from '../vault/index.ts'

const insertCode = statement<{
  id: string
  enrolment: string
  sealed: Bytes
  expires_at: Instant
}>(
  'insert-contact-code',
  (p) => sql`
    insert into mitid.contact_code (id, enrolment_id, sealed, expires_at)
    values (${p.id}, ${p.enrolment}, ${p.sealed}, to_timestamp(${p.expires_at}::float8))
  `,
)

type CodeRow = {
  now: Instant
  enrolment_id: EnrolmentId
  wrapped_key: Bytes
  sealed: Bytes
  expires_at: Instant
}
const findCode = statement<{ id: string }, CodeRow>(
  'find-contact-code',
  (p) => sql`
    select mitid.now() as now, enrolment_id, wrapped_key, contact_code.sealed,
      contact_code.expires_at
    from mitid.contact_code join mitid.enrolment on enrolment.id = enrolment_id
    where contact_code.id = ${p.id}
  `,
)
const removeCode = statement<{ id: string }>(
  'remove-contact-code',
  (p) => sql`delete from mitid.contact_code where id = ${p.id}`,
)
const removeEnded = statement<object>(
  'remove-ended-contact-codes',
  () => sql`delete from mitid.contact_code where expires_at < mitid.now()`,
)

/** The part that puts a code on its way, for the statement that makes the code valid. */
export function contactCodePart(
  key: DataKey,
  enrolment: EnrolmentId,
  { id, expiresAt, ...message }: ContactCodeMessage,
): Part {
  return part(insertCode, {
    id,
    enrolment,
    sealed: seal(key, placeOf(id), JSON.stringify(message)),
    expires_at: expiresAt,
  })
}

export function postgresContactCodes(db: Database, vault: Vault): ContactCodes {
  return {
    async find(id) {
      const row = await db.first(findCode, { id })
      if (!row) return undefined
      const key = await vault.personKey(row.enrolment_id, row.wrapped_key)
      const sealed: unknown = JSON.parse(unsealText(key, placeOf(id), row.sealed))
      const message = sealed as Omit<ContactCodeMessage, 'id' | 'expiresAt'>
      return { ...message, now: row.now, expiresAt: row.expires_at }
    },
    async remove(id) {
      await db.affect(removeCode, { id })
    },
    async removeEnded() {
      await db.affect(removeEnded, {})
    },
  }
}

function placeOf(id: string) {
  return { table: 'contact_code', column: 'sealed', row: id }
}
