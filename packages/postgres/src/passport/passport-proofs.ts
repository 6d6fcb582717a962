/** `PassportProofs` on PostgreSQL. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { PassportProof, PassportProofs } from '@open-mitid/identity/enrolment'
import { cprIndex } from '@open-mitid/identity/person'
import type { Bytes, Instant } from '@open-mitid/kernel'
import type { Connection, Database } from '../database.ts'
import { statement } from '../statement.ts'
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
const find = statement<
  { token: Bytes },
  { id: string; sealed: Bytes; version: number; now: Instant }
>(
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
}>(
  'move-passport-proof',
  (p) => sql`
    update mitid.passport_proof
    set state = ${p.state}, version = version + 1, sealed = ${p.sealed},
      refusal = ${p.refusal}, checks = ${p.checks}::text[]
    where id = ${p.id} and version = ${p.version}
  `,
)
const findHolder = statement<{ cpr_index: Bytes }>(
  'find-holder-by-cpr',
  (p) => sql`select from mitid.person where cpr_index = ${p.cpr_index}`,
)
const sweeps = [
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
      const found = await db.first(find, { token: sha256(token) })
      if (!found) return undefined
      const proof = proofOfText(unseal(vault.system, placeOf(found.id), found.sealed))
      versions.set(proof, found.version)
      return { now: found.now, proof }
    },
    async move(from, to) {
      const version = versions.get(from)
      if (version === undefined) throw new Error('a proof that was not found cannot be moved')
      const { id, state } = to
      const moved = await db.affect(move, {
        id,
        version,
        state,
        sealed: seal(vault.system, placeOf(id), proofText(to)),
        refusal: to.state === 'refused' ? to.refusal : null,
        checks: 'checks' in to ? to.checks.map(({ check, outcome }) => `${check} ${outcome}`) : [],
      })
      if (moved !== 1) return false
      versions.set(to, version + 1)
      return true
    },
    async hasMitId(cpr) {
      const found = await db.rows(findHolder, { cpr_index: await cprIndex(vault.mac, cpr) })
      return found.length > 0
    },
  }
}

/** Clears what a proof knew of a person once it has ended; its check list stays for 90 days. */
export async function sweepPassportProofs(db: Connection): Promise<void> {
  for (const sweep of sweeps) await db.affect(sweep, {})
}

function sha256(token: string): Bytes {
  return Uint8Array.from(createHash('sha256').update(token).digest())
}

function placeOf(id: string) {
  return { table: 'passport_proof', column: 'sealed', row: id }
}
