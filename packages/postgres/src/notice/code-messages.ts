/** Second codes on their way: sealed while they wait, and gone when they are sent. */
import { sql } from 'kysely'
import type { Bytes, Instant } from '@open-mitid/kernel'
import type { CodeMessageId, CodeMessages } from '@open-mitid/identity/notice'
import type { ContactId, PersonId } from '@open-mitid/identity/person'
import type { CodeMessage } from '@open-mitid/identity/notice'
import type { Database } from '../database.ts'
import { openContact, type ContactRow } from '../person/index.ts'
import { statement } from '../statement.ts'
import { part, type Part } from '../together.ts'
import { seal, unsealText, type DataKey, type Vault } from '../vault/index.ts'

const insertMessage = statement<{
  id: string
  person_id: string
  contact_id: string
  sealed: Bytes
  expires_at: Instant
}>(
  'insert-code-message',
  (p) => sql`
    insert into mitid.code_message (id, person_id, contact_id, sealed, expires_at)
    values (${p.id}, ${p.person_id}, ${p.contact_id}, ${p.sealed},
      to_timestamp(${p.expires_at}::float8))
  `,
)

type MessageRow = {
  now: Instant
  person_id: PersonId
  wrapped_key: Bytes
  language: 'da' | 'en'
  code: Bytes
  expires_at: Instant
} & ContactRow

const findMessage = statement<{ id: string }, MessageRow>(
  'find-code-message',
  (p) => sql`
    select mitid.now() as now, person.id as person_id, wrapped_key, language,
      code_message.sealed as code, expires_at, contact.id, channel, contact.sealed, in_proofing,
      verified_at, changed_at
    from mitid.code_message
    join mitid.person on person.id = code_message.person_id
    join mitid.contact on contact.id = contact_id
    where code_message.id = ${p.id}
  `,
)
const removeMessage = statement<{ id: string }>(
  'remove-code-message',
  (p) => sql`delete from mitid.code_message where id = ${p.id}`,
)
const removeEnded = statement<object>(
  'remove-ended-code-messages',
  () => sql`delete from mitid.code_message where expires_at < mitid.now()`,
)

export type QueuedCode = {
  readonly id: CodeMessageId
  readonly person: PersonId
  readonly contact: ContactId
  readonly code: CodeMessage['code']
  readonly expiresAt: Instant
}

/** The part that puts a code on its way, for the statement that makes the code valid. */
export function codeMessagePart(key: DataKey, message: QueuedCode): Part {
  return part(insertMessage, {
    id: message.id,
    person_id: message.person,
    contact_id: message.contact,
    sealed: seal(key, placeOf(message.id), message.code),
    expires_at: message.expiresAt,
  })
}

export function postgresCodeMessages(db: Database, vault: Vault): CodeMessages {
  return {
    async find(id) {
      const row = await db.first(findMessage, { id })
      if (!row) return undefined
      const key = await vault.personKey(row.person_id, row.wrapped_key)
      return {
        now: row.now,
        code: unsealText(key, placeOf(id), row.code) as CodeMessage['code'],
        language: row.language,
        contact: openContact(key, row),
        expiresAt: row.expires_at,
      }
    },
    async remove(id) {
      await db.affect(removeMessage, { id })
    },
    async removeEnded() {
      await db.affect(removeEnded, {})
    },
  }
}

function placeOf(id: CodeMessageId) {
  return { table: 'code_message', column: 'sealed', row: id }
}
