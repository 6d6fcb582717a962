/** `Enrolments` on PostgreSQL. */
import { sql } from 'kysely'
import type {
  Enrolment,
  EnrolmentId,
  Enrolments,
  FoundEnrolment,
  OwnEnrolment,
} from '@open-mitid/identity/enrolment'
import type { AppendedEvents } from '@open-mitid/identity/ledger'
import { cprIndex, userIdIndex, type PersonId } from '@open-mitid/identity/person'
import { accept, refuse, type Bytes, type Instant } from '@open-mitid/kernel'
import { newActivationPart, orderPart } from '../authenticator/index.ts'
import type { Database } from '../database.ts'
import { ledgerParts } from '../ledger/index.ts'
import { letterPart } from '../letter/index.ts'
import { newPersonParts } from '../person/index.ts'
import { sha256 } from '../sha256.ts'
import { statement } from '../statement.ts'
import { part, together, type Part } from '../together.ts'
import { seal, type Vault } from '../vault/index.ts'
import { contactCodePart } from './contact-codes.ts'
import {
  enrolmentColumns,
  enrolmentPart,
  openEnrolment,
  sealEnrolment,
  type EnrolmentRow,
} from './enrolment-row.ts'

const insertEnrolment = statement<{
  id: string
  holder: Bytes
  state: string
  wrapped_key: Bytes
  sealed: Bytes
  begun_at: Instant
  expires_at: Instant
}>(
  'insert-enrolment',
  (p) => sql`
    insert into mitid.enrolment (id, holder, state, version, wrapped_key, sealed, begun_at, expires_at)
    values (${p.id}, ${p.holder}, ${p.state}, 1, ${p.wrapped_key}, ${p.sealed},
      to_timestamp(${p.begun_at}::float8), to_timestamp(${p.expires_at}::float8))
  `,
)
const findEnrolment = statement<
  { id: string; holder: Bytes },
  EnrolmentRow & { readonly now: Instant }
>(
  'find-enrolment',
  (p) => sql`
    select ${enrolmentColumns}, mitid.now() as now from mitid.enrolment
    where id = ${p.id} and holder = ${p.holder} and expires_at > mitid.now()
  `,
)
const findNewest = statement<{ holder: Bytes }, { id: EnrolmentId }>(
  'find-newest-enrolment',
  (p) => sql`
    select id from mitid.enrolment
    where holder = ${p.holder} and expires_at > mitid.now() and state in ('proofed', 'completed')
    order by begun_at desc limit 1
  `,
)
const readTime = statement<object, { now: Instant }>(
  'read-time-of-enrolments',
  () => sql`select mitid.now() as now`,
)
const findByCpr = statement<{ cpr_index: Bytes }, { id: string }>(
  'find-person-by-cpr',
  (p) => sql`select id from mitid.person where cpr_index = ${p.cpr_index}`,
)
const countApps = statement<{ person: string }, { apps: number }>(
  'count-active-apps',
  (p) => sql`
    select count(*) as apps from mitid.profile
    where person_id = ${p.person} and state = 'active'
  `,
)
const findFree = statement<{ indexes: readonly Bytes[] }, { place: number }>(
  'find-free-user-ids',
  (p) => sql`
    select place from unnest(${p.indexes}::bytea[]) with ordinality as wanted (index, place)
    where not exists (select from mitid.person where user_id_index = wanted.index)
      and not exists (select from mitid.released_user_id where user_id_index = wanted.index)
    order by place
  `,
)
const useEvidence = statement<{ sha256: Bytes }>(
  'use-evidence',
  (p) => sql`
    insert into mitid.used_evidence (sha256, used_at) values (${p.sha256}, mitid.now())
    on conflict do nothing
  `,
)
const insertProof = statement<{
  person: string
  route: string
  sealed: Bytes
  proved_at: Instant
}>(
  'insert-identity-proof',
  (p) => sql`
    insert into mitid.identity_proof (person_id, route, sealed, proved_at)
    values (${p.person}, ${p.route}, ${p.sealed}, to_timestamp(${p.proved_at}::float8))
  `,
)

export function postgresEnrolments(db: Database, vault: Vault): Enrolments {
  return {
    async begin(enrolment) {
      const { key, wrapped } = await vault.newPersonKey(enrolment.id)
      await db.affect(insertEnrolment, {
        id: enrolment.id,
        holder: enrolment.holder,
        state: enrolment.state,
        wrapped_key: wrapped,
        sealed: sealEnrolment(key, enrolment),
        begun_at: enrolment.begunAt,
        expires_at: enrolment.expiresAt,
      })
    },

    find: (own) => find(db, vault, own),

    async newest(holder) {
      return (await db.first(findNewest, { holder }))?.id
    },

    async now() {
      const row = await db.first(readTime, {})
      if (!row) throw new Error('a query without conditions gave no row')
      return row.now
    },

    async hasMitId(cpr) {
      const index = await cprIndex(vault.mac, cpr)
      return (await db.first(findByCpr, { cpr_index: index })) !== undefined
    },

    async activeApps(person) {
      return (await db.first(countApps, { person }))?.apps ?? 0
    },

    async free(userIds) {
      const indexes = await Promise.all(userIds.map((each) => userIdIndex(vault.mac, each)))
      const rows = await db.rows(findFree, { indexes })
      return rows.flatMap(({ place }) => userIds[place - 1] ?? [])
    },
  }
}

async function find(
  db: Database,
  vault: Vault,
  { id, holder }: OwnEnrolment,
): Promise<FoundEnrolment | undefined> {
  const row = await db.first(findEnrolment, { id, holder })
  if (!row) return undefined
  const key = await vault.personKey(id, row.wrapped_key)
  const enrolment = openEnrolment(key, row)
  return {
    now: row.now,
    enrolment,
    async write(to, message, told) {
      const written = await together(db, [
        ...(told ? await toldParts(db, vault, told) : []),
        enrolmentPart(key, row, to),
        ...evidenceParts(enrolment, to),
        ...(message ? [contactCodePart(key, id, message)] : []),
      ])
      return written.ok
    },
    async complete({ person, events, to, proof, activation, orders, welcome }) {
      const { key: personKey, parts } = await newPersonParts(vault, person, events)
      const written = await together(db, [
        ...parts,
        part(insertProof, {
          person: person.id,
          route: proof.route,
          sealed: seal(personKey, proofPlace(person.id), proof.evidence),
          proved_at: proof.provedAt,
        }),
        ...(activation ? [newActivationPart(activation.issued, activation.codeMac)] : []),
        ...orders.map(orderPart),
        ...(welcome ? [letterPart(personKey, welcome)] : []),
        enrolmentPart(key, row, to),
      ])
      return written.ok ? accept(undefined) : refuse({ kind: 'lost' })
    },
  }
}

const findPersonKey = statement<{ person: string }, { wrapped_key: Bytes }>(
  'find-key-for-telling',
  (p) => sql`select wrapped_key from mitid.person where id = ${p.person}`,
)

/** Of a person who has a MitID already: their chain is theirs, whatever becomes of the enrolment. */
async function toldParts(db: Database, vault: Vault, told: AppendedEvents) {
  const person = told.from.subject
  const row = await db.first(findPersonKey, { person })
  if (!row) throw new Error('nobody is told')
  return ledgerParts(told, await vault.personKey(person as PersonId, row.wrapped_key))
}

/** The move that brings evidence in uses it up. */
function evidenceParts(from: Enrolment, to: Enrolment): readonly Part[] {
  const before = evidenceOf(from)
  const after = evidenceOf(to)
  if (after === undefined || after === before) return []
  return [part(useEvidence, { sha256: sha256(after) })]
}

function evidenceOf(enrolment: Enrolment): string | undefined {
  if (enrolment.state === 'proofed') return enrolment.proof.evidence
  if (enrolment.state !== 'begun') return undefined
  return enrolment.proving?.at === 'holder' ? enrolment.proving.holder.assertion : undefined
}

function proofPlace(person: string) {
  return { table: 'identity_proof', column: 'sealed', row: person }
}
