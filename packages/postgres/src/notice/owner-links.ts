/** `WaitingOwnerLinks` on PostgreSQL: here it is found whose a user ID is. */
import { sql } from 'kysely'
import type { WaitingOwnerLinks } from '@open-mitid/identity/notice'
import type { PersonId } from '@open-mitid/identity/person'
import type { OwnerSecrets } from '@open-mitid/identity/sign-in'
import type { Bytes, Instant } from '@open-mitid/kernel'
import type { Database } from '../database.ts'
import { ledgerParts } from '../ledger/index.ts'
import { openContact, type ContactRow } from '../person/index.ts'
import { statement } from '../statement.ts'
import { part, together } from '../together.ts'
import { unsealText, type DataKey, type Place, type Vault } from '../vault/index.ts'

type LinkRow = {
  readonly now: Instant
  readonly sealed: Bytes
  readonly until: Instant
  readonly person_id: PersonId | null
  readonly wrapped_key: Bytes | null
  readonly language: 'da' | 'en'
  readonly n: number
  readonly head: Bytes
}
const findLink = statement<{ id: string }, LinkRow>(
  'find-waiting-owner-link',
  (p) => sql`
    select mitid.now() as now, link.sealed, link.until, person.id as person_id,
      person.wrapped_key, person.language, chain.n, chain.head
    from mitid.owner_link as link
      left join mitid.password on password.user_id_index = link.user_id_hash
      left join mitid.person on person.id = password.person_id and person.state = 'active'
      left join mitid.chain on chain.subject = person.id
    where link.id = ${p.id} and link.sealed is not null
  `,
)
const findContacts = statement<{ person: string }, ContactRow>(
  'find-contacts-of-owner',
  (p) => sql`
    select id, channel, sealed, in_proofing, verified_at, changed_at
    from mitid.contact where person_id = ${p.person} and replaced_at is null
  `,
)
const settle = statement<{ id: string }>(
  'settle-owner-link',
  (p) => sql`update mitid.owner_link set sealed = null where id = ${p.id}`,
)

export function postgresWaitingOwnerLinks(db: Database, vault: Vault): WaitingOwnerLinks {
  return {
    async find(id) {
      const row = await db.first(findLink, { id })
      if (!row) return undefined
      const secrets: unknown = JSON.parse(unsealText(vault.system, ownerLinkPlace(id), row.sealed))
      const { token, code } = secrets as OwnerSecrets
      const key =
        row.person_id && row.wrapped_key
          ? await vault.personKey(row.person_id, row.wrapped_key)
          : undefined
      return {
        now: row.now,
        until: row.until,
        token,
        code,
        owner: row.person_id && key ? await ownerOf(db, row, row.person_id, key) : undefined,
        async settle(events) {
          const told = events && key ? ledgerParts(events, key) : []
          return (await together(db, [...told, part(settle, { id })])).ok
        },
      }
    },
  }
}

async function ownerOf(db: Database, row: LinkRow, person: PersonId, key: DataKey) {
  const contacts = await db.rows(findContacts, { person })
  return {
    person,
    language: row.language,
    contacts: contacts.map((contact) => openContact(key, contact)),
    chain: { subject: person, n: row.n, head: row.head },
  }
}

/** Where the secrets of a link lie until it is sent. */
export function ownerLinkPlace(row: string): Place {
  return { table: 'owner_link', column: 'sealed', row }
}
