/** `HelpedReadings` on PostgreSQL. */
import { sql } from 'kysely'
import type { HelpedReadings } from '@open-mitid/identity/enrolment'
import type { Bytes, Instant } from '@open-mitid/kernel'
import type { Database } from '../database.ts'
import { sha256 } from '../sha256.ts'
import { statement } from '../statement.ts'
import type { Vault } from '../vault/index.ts'
import { openPassportProof } from './passport-proofs.ts'

const offer = statement<{ proof: string; code: Bytes; until: Instant }>(
  'offer-helped-reading',
  (p) => sql`
    insert into mitid.helped_reading (proof_id, code_sha256, code_until)
    select id, ${p.code}, to_timestamp(${p.until}::float8) from mitid.passport_proof
    where id = ${p.proof} and state = 'reading' and expires_at > mitid.now()
    on conflict (proof_id) do update set code_sha256 = excluded.code_sha256,
      code_until = excluded.code_until, reader_sha256 = null, photo = null
  `,
)
const take = statement<{ code: Bytes; reader: Bytes }, { id: string; sealed: Bytes; now: Instant }>(
  'take-helped-reading',
  (p) => sql`
    update mitid.helped_reading set reader_sha256 = ${p.reader}
    from mitid.passport_proof
    where code_sha256 = ${p.code} and code_until > mitid.now() and reader_sha256 is null
      and id = proof_id and state = 'reading' and expires_at > mitid.now()
    returning id, sealed, mitid.now() as now
  `,
)
const find = statement<{ proof: string }, { taken: boolean; photo: Bytes | null }>(
  'find-helped-reading',
  (p) => sql`
    select reader_sha256 is not null as taken, photo from mitid.helped_reading
    where proof_id = ${p.proof}
  `,
)
const keepPhoto = statement<{ reader: Bytes; photo: Bytes }>(
  'keep-helped-photo',
  (p) => sql`
    update mitid.helped_reading set photo = ${p.photo}
    from mitid.passport_proof
    where reader_sha256 = ${p.reader} and id = proof_id and state = 'reading'
      and expires_at > mitid.now()
  `,
)
const end = statement<{ proof: string }>(
  'end-helped-reading',
  (p) => sql`delete from mitid.helped_reading where proof_id = ${p.proof}`,
)

export function postgresHelpedReadings(db: Database, vault: Vault): HelpedReadings {
  return {
    async offer(proof, code, until) {
      return (await db.affect(offer, { proof, code: sha256(code), until })) === 1
    },
    async take(code, reader) {
      const row = await db.first(take, { code: sha256(code), reader: sha256(reader) })
      if (!row) return undefined
      const proof = openPassportProof(vault, row)
      return proof.state === 'reading' ? { proof, now: row.now } : undefined
    },
    async isTaken(proof) {
      return (await db.first(find, { proof }))?.taken ?? false
    },
    async keepPhoto(reader, photo) {
      return (await db.affect(keepPhoto, { reader: sha256(reader), photo })) === 1
    },
    async findPhoto(proof) {
      return (await db.first(find, { proof }))?.photo ?? undefined
    },
    async end(proof) {
      await db.affect(end, { proof })
    },
  }
}
