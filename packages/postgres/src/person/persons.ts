/** `Persons` on PostgreSQL. */
import { sql } from 'kysely'
import { accept, refuse, type Bytes, type Instant } from '@open-mitid/kernel'
import type { AppendedEvents, Subject } from '@open-mitid/identity/ledger'
import {
  cprIndex,
  userIdIndex,
  type Contact,
  type Person,
  type Persons,
} from '@open-mitid/identity/person'
import type { Database } from '../database.ts'
import { ledgerParts } from '../ledger/index.ts'
import { statement } from '../statement.ts'
import { part, together, type Part } from '../together.ts'
import type { DataKey, Vault } from '../vault/index.ts'
import { findObstacles, userIdParts } from './user-id-change.ts'
import {
  openPerson,
  sealContact,
  sealPerson,
  sealPersonal,
  type ContactRow,
  type PersonRow,
  type SealedPerson,
} from './sealed-person.ts'

type Indexes = { user_id_index: Bytes; cpr_index: Bytes | null }

const look = statement<Indexes, { now: Instant; user_id_taken: boolean; cpr_taken: boolean }>(
  'look-for-person',
  (p) => sql`
    select mitid.now() as now,
      exists (select from mitid.person where user_id_index = ${p.user_id_index})
        or exists (select from mitid.released_user_id where user_id_index = ${p.user_id_index})
        as user_id_taken,
      exists (select from mitid.person where cpr_index = ${p.cpr_index}) as cpr_taken
  `,
)

const insertPerson = statement<
  Indexes &
    SealedPerson & {
      id: string
      state: string
      wrapped_key: Bytes
      protected: boolean
      ial: string
      language: string
      created_at: Instant
    }
>(
  'insert-person',
  (p) => sql`
    insert into mitid.person (id, state, wrapped_key, user_id_index, cpr_index, user_id, name,
      address, cpr, birth_date, protected, ial, language, created_at)
    select ${p.id}, ${p.state}, ${p.wrapped_key}, ${p.user_id_index}::bytea, ${p.cpr_index},
      ${p.user_id}, ${p.name}, ${p.address}, ${p.cpr}, ${p.birth_date}, ${p.protected}, ${p.ial},
      ${p.language}, to_timestamp(${p.created_at}::float8)
    where not exists (
      select from mitid.released_user_id where user_id_index = ${p.user_id_index}::bytea)
    on conflict do nothing
  `,
)

const insertContact = statement<{
  id: string
  person_id: string
  channel: string
  sealed: Bytes
  in_proofing: boolean
  verified_at: Instant
  changed_at: Instant
}>(
  'insert-contact',
  (p) => sql`
    insert into mitid.contact (id, person_id, channel, sealed, in_proofing, verified_at, changed_at)
    values (${p.id}, ${p.person_id}, ${p.channel}, ${p.sealed}, ${p.in_proofing},
      to_timestamp(${p.verified_at}::float8), to_timestamp(${p.changed_at}::float8))
  `,
)

const retireContact = statement<{ id: string; at: Instant }>(
  'retire-contact',
  (p) => sql`
    update mitid.contact set replaced_at = to_timestamp(${p.at}::float8)
    where id = ${p.id} and replaced_at is null
  `,
)

type FoundRow = PersonRow & { now: Instant; n: number; head: Bytes }

const personColumns = sql`mitid.now() as now, chain.n, chain.head, person.id, person.state,
  person.wrapped_key, person.user_id, person.name, person.address, person.cpr, person.birth_date,
  person.protected, person.ial, person.language, person.created_at`

const findById = statement<{ id: string }, FoundRow>(
  'find-person',
  (p) => sql`
    select ${personColumns} from mitid.person join mitid.chain on chain.subject = person.id
    where person.id = ${p.id}
  `,
)
const findByIndex = statement<{ user_id_index: Bytes }, FoundRow>(
  'find-person-by-user-id',
  (p) => sql`
    select ${personColumns} from mitid.person join mitid.chain on chain.subject = person.id
    where person.user_id_index = ${p.user_id_index}
  `,
)
const findByCpr = statement<{ cpr_index: Bytes }, FoundRow>(
  'find-registered-person',
  (p) => sql`
    select ${personColumns} from mitid.person join mitid.chain on chain.subject = person.id
    where person.cpr_index = ${p.cpr_index}
  `,
)
const findContacts = statement<{ person_id: string }, ContactRow>(
  'find-contacts',
  (p) => sql`
    select id, channel, sealed, in_proofing, verified_at, changed_at
    from mitid.contact where person_id = ${p.person_id} and replaced_at is null
    order by channel desc
  `,
)

/** PostgreSQL, Appendix A. */
const uniqueViolation = '23505'

export function postgresPersons(db: Database, vault: Vault): Persons {
  async function findRow(by: Parameters<Persons['find']>[0]): Promise<FoundRow | undefined> {
    if ('id' in by) return db.first(findById, by)
    if ('cpr' in by) return db.first(findByCpr, { cpr_index: await cprIndex(vault.mac, by.cpr) })
    return db.first(findByIndex, { user_id_index: await userIdIndex(vault.mac, by.userId) })
  }

  return {
    async look({ userId, cpr }) {
      const found = await db.first(look, {
        user_id_index: await userIdIndex(vault.mac, userId),
        cpr_index: cpr === undefined ? null : await cprIndex(vault.mac, cpr),
      })
      if (!found) throw new Error('a query without conditions gave no row')
      return { now: found.now, userIdTaken: found.user_id_taken, cprTaken: found.cpr_taken }
    },

    async add(person, events) {
      const { parts } = await newPersonParts(vault, person, events)
      return (await together(db, parts)).ok ? accept(undefined) : refuse({ kind: 'lost' })
    },

    async find(by) {
      const row = await findRow(by)
      if (!row) return undefined
      const key = await vault.personKey(row.id, row.wrapped_key)
      const contacts = await db.rows(findContacts, { person_id: row.id })
      const chain = { subject: row.id as Subject, n: row.n, head: row.head }
      return { now: row.now, person: openPerson(key, row, contacts), chain }
    },

    async changeUserId({ id, userId }, wanted, events) {
      const row = await db.first(findById, { id })
      if (!row) return refuse({ kind: 'lost' })
      const key = await vault.personKey(id, row.wrapped_key)
      const from = await userIdIndex(vault.mac, userId)
      const to = await userIdIndex(vault.mac, wanted)
      const obstacles = await db.first(findObstacles, { id, to })
      if (obstacles?.has_password) return refuse({ kind: 'password-bound' })
      if (obstacles?.taken) return refuse({ kind: 'user-id-taken' })
      const change = { id, from, to, user_id: sealPersonal(key, id, 'user_id', wanted) }
      try {
        const written = await together(db, [...ledgerParts(events, key), ...userIdParts(change)])
        return written.ok ? accept(undefined) : refuse({ kind: 'lost' })
      } catch (fault) {
        // Somebody took the same one in this moment: a second look says so.
        if ((fault as { code?: string }).code === uniqueViolation) return refuse({ kind: 'lost' })
        throw fault
      }
    },

    async note(id, events) {
      const row = await db.first(findById, { id })
      if (!row) return refuse({ kind: 'lost' })
      const key = await vault.personKey(id, row.wrapped_key)
      const written = await together(db, ledgerParts(events, key))
      return written.ok ? accept(undefined) : refuse({ kind: 'lost' })
    },

    async replaceContact(id, contact, events) {
      const row = await db.first(findById, { id })
      if (!row) return refuse({ kind: 'lost' })
      const key = await vault.personKey(id, row.wrapped_key)
      const contacts = await db.rows(findContacts, { person_id: id })
      const old = contacts.find(({ channel }) => channel === contact.channel)
      const written = await together(db, [
        ...ledgerParts(events, key),
        ...(old ? [part(retireContact, { id: old.id, at: contact.changedAt })] : []),
        contactPart(key, id, contact),
      ])
      return written.ok ? accept(undefined) : refuse({ kind: 'lost' })
    },
  }
}

/**
 * The parts that make somebody a person: their chain, themselves and their contacts. One of them
 * loses where the user ID or the CPR number is somebody's already.
 */
export async function newPersonParts(
  vault: Vault,
  person: Person,
  events: AppendedEvents,
): Promise<{ readonly key: DataKey; readonly parts: readonly Part[] }> {
  const { key, wrapped } = await vault.newPersonKey(person.id)
  const parts = [
    ...ledgerParts(events, key),
    part(insertPerson, {
      id: person.id,
      state: person.state,
      wrapped_key: wrapped,
      user_id_index: await userIdIndex(vault.mac, person.userId),
      cpr_index: person.cpr === undefined ? null : await cprIndex(vault.mac, person.cpr),
      ...sealPerson(key, person),
      protected: person.protected,
      ial: person.ial,
      language: person.language,
      created_at: person.createdAt,
    }),
    ...person.contacts.map((contact) => contactPart(key, person.id, contact)),
  ]
  return { key, parts }
}

function contactPart(key: DataKey, personId: string, contact: Contact): Part {
  return part(insertContact, {
    id: contact.id,
    person_id: personId,
    channel: contact.channel,
    sealed: sealContact(key, contact),
    in_proofing: contact.inProofing,
    verified_at: contact.verifiedAt,
    changed_at: contact.changedAt,
  })
}
