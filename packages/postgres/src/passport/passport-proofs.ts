/** `PassportProofs` on PostgreSQL. */
import { sql } from 'kysely'
import type {
  InspectedPassport,
  PassportProof,
  PassportProofs,
} from '@open-mitid/identity/enrolment'
import { accept, refuse, utf8, type Bytes, type Instant } from '@open-mitid/kernel'
import type { Connection, Database } from '../database.ts'
import { chainParts, ledgerParts } from '../ledger/index.ts'
import { sha256 } from '../sha256.ts'
import { statement } from '../statement.ts'
import { part, together, type Part } from '../together.ts'
import { seal, unseal, type Vault } from '../vault/index.ts'
import { proofOfText, proofText } from './proof-text.ts'

const readNow = statement<object, { now: Instant }>(
  'read-now-for-passport',
  () => sql`select mitid.now() as now`,
)
const insert = statement<{ id: string; token: Bytes; sealed: Bytes; expires_at: Instant }>(
  'insert-passport-proof',
  (p) => sql`
    insert into mitid.passport_proof (id, token_sha256, state, sealed, expires_at)
    values (${p.id}, ${p.token}, 'reading', ${p.sealed}, to_timestamp(${p.expires_at}::float8))
  `,
)
export type PassportProofRow = {
  readonly id: string
  readonly sealed: Bytes
  readonly version: number
  readonly now: Instant
}
export const findPassportProof = statement<{ token: Bytes }, PassportProofRow>(
  'find-passport-proof',
  (p) => sql`
    select id, sealed, version, mitid.now() as now from mitid.passport_proof
    where token_sha256 = ${p.token} and expires_at > mitid.now() and sealed is not null
  `,
)
const move = statement<{
  id: string
  version: number
  state: string
  sealed: Bytes
  refusal: string | null
  checks: readonly string[]
  expires_at: Instant
  document: Bytes | null
  face_tries: number | null
}>(
  'move-passport-proof',
  (p) => sql`
    update mitid.passport_proof
    set state = ${p.state}, version = version + 1, sealed = ${p.sealed},
      refusal = ${p.refusal}, checks = ${p.checks}::text[],
      expires_at = to_timestamp(${p.expires_at}::float8),
      document = coalesce(${p.document}, document),
      faced_at = case when ${p.face_tries}::smallint > face_tries then mitid.now() else faced_at end,
      face_tries = coalesce(${p.face_tries}::smallint, face_tries)
    where id = ${p.id} and version = ${p.version}
  `,
)
const countFaces = statement<{ document: Bytes }, { tries: number }>(
  'count-faces-of-document',
  (p) => sql`
    select coalesce(sum(face_tries), 0)::int as tries from mitid.passport_proof
    where document = ${p.document} and faced_at > mitid.now() - interval '1 day'
      and state in ('inspected', 'refused')
  `,
)
const findKey = statement<{ person: string }, { wrapped_key: Bytes }>(
  'find-key-for-passport',
  (p) => sql`select wrapped_key from mitid.person where id = ${p.person}`,
)
const findRead = statement<{ reader: Bytes }, PassportProofRow>(
  'find-passport-proof-by-reader',
  (p) => sql`
    select id, sealed, version, mitid.now() as now
    from mitid.helped_reading join mitid.passport_proof on id = proof_id
    where reader_sha256 = ${p.reader} and expires_at > mitid.now() and sealed is not null
  `,
)
const sweeps = [
  statement<object>(
    'sweep-helped-readings',
    () => sql`
      delete from mitid.helped_reading
      where proof_id in (select id from mitid.passport_proof where expires_at < mitid.now())
    `,
  ),
  statement<object>(
    'clear-passport-proofs',
    () => sql`
      update mitid.passport_proof set sealed = null
      where expires_at < mitid.now() and sealed is not null
    `,
  ),
  // What is left tells the operator which checks fail, and of nobody.
  statement<object>(
    'sweep-passport-proofs',
    () => sql`delete from mitid.passport_proof where expires_at < mitid.now() - interval '90 days'`,
  ),
]

export function postgresPassportProofs(db: Database, vault: Vault): PassportProofs {
  return proofs(db, vault, (token) => db.first(findPassportProof, { token: sha256(token) }))
}

/** What a helper's phone may open: by its right to read, and never by the proof's own token. */
export function postgresHelpedProofs(db: Database, vault: Vault): PassportProofs {
  return proofs(db, vault, (reader) => db.first(findRead, { reader: sha256(reader) }))
}

function proofs(
  db: Database,
  vault: Vault,
  look: (token: string) => Promise<PassportProofRow | undefined>,
): PassportProofs {
  /** Which version of the row a proof was read from; another's proof of that name moves nothing. */
  const versions = new WeakMap<PassportProof, number>()
  return {
    async now() {
      const found = await db.first(readNow, {})
      if (!found) throw new Error('a query without conditions gave no row')
      return found.now
    },
    async add(token, proof) {
      const { id, expiresAt } = proof
      const sealed = seal(vault.system, placeOf(id), proofText(proof))
      await db.affect(insert, { id, token: sha256(token), sealed, expires_at: expiresAt })
    },
    async find(token) {
      const found = await look(token)
      if (!found) return undefined
      const proof = openPassportProof(vault, found)
      versions.set(proof, found.version)
      return { now: found.now, proof }
    },
    async move(from, to) {
      const version = versions.get(from)
      if (version === undefined) throw new Error('a proof that was not found cannot be moved')
      const moved = await together(db, [await passportProofPart(vault, version, to)])
      if (moved.ok) versions.set(to, version + 1)
      return moved.ok
    },
    async moveTelling(from, to, { person, events }) {
      const version = versions.get(from)
      if (version === undefined) throw new Error('a proof that was not found cannot be moved')
      const row = await db.first(findKey, { person })
      if (!row) throw new Error('a person who was found is there')
      const key = await vault.personKey(person, row.wrapped_key)
      const moved = await together(db, [
        ...ledgerParts(events, key),
        await passportProofPart(vault, version, to),
      ])
      if (moved.ok) {
        versions.set(to, version + 1)
        return accept(undefined)
      }
      const grew = chainParts.has(moved.refusal.part)
      return refuse({ kind: grew ? 'chain-grew' : 'proof-moved-on' })
    },
    async facesTried(proof) {
      const document = await documentMac(vault, proof)
      return (await db.first(countFaces, { document }))?.tries ?? 0
    },
  }
}

/** Clears what a proof knew of a person once it has ended; its check list stays for 90 days. */
export async function sweepPassportProofs(db: Connection): Promise<void> {
  for (const sweep of sweeps) await db.affect(sweep, {})
}

export function openPassportProof(
  vault: Vault,
  { id, sealed }: Pick<PassportProofRow, 'id' | 'sealed'>,
): PassportProof {
  return proofOfText(unseal(vault.system, placeOf(id), sealed))
}

/** Conditional on the version that was loaded. */
export async function passportProofPart(
  vault: Vault,
  version: number,
  to: PassportProof,
): Promise<Part> {
  const { id, state, expiresAt } = to
  const inspected = 'holder' in to ? to : undefined
  return part(move, {
    id,
    version,
    state,
    sealed: seal(vault.system, placeOf(id), proofText(to)),
    refusal: to.state === 'refused' ? to.refusal : null,
    checks: 'checks' in to ? to.checks.map(({ check, outcome }) => `${check} ${outcome}`) : [],
    expires_at: expiresAt,
    document: inspected ? await documentMac(vault, inspected) : null,
    face_tries: inspected?.faceTries ?? null,
  })
}

/** Stands for the document, and is of use to nobody without the vault. */
function documentMac(vault: Vault, { holder }: Pick<InspectedPassport, 'holder'>): Promise<Bytes> {
  return vault.mac('document', utf8(`${holder.issuer}|${holder.documentNumber}`))
}

function placeOf(id: string) {
  return { table: 'passport_proof', column: 'sealed', row: id }
}
