/**
 * Pushed authorization requests (RFC 9126) and the assertions they came with. Both commit without
 * waiting for the disk: losing them in a crash costs the service a retry.
 */
import { sql } from 'kysely'
import { base64url, type Bytes, type Seconds } from '@open-mitid/kernel'
import type { Connection } from '../database.ts'
import { sha256 } from '../sha256.ts'
import { statement, unhurried } from '../statement.ts'
import { openKeptAnswers, type KeptAnswers } from './kept-answers.ts'
import { seal, unsealText, type Vault } from '../vault/index.ts'

/** A client's assertion, by a hash of what names it, and how long it could be used. */
export type ClientAssertion = { readonly sha256: Bytes; readonly life: Seconds }

export type PushedRequests = {
  /** Answers false, and keeps nothing, where the assertion was used before. */
  push(id: string, payload: string, life: Seconds, assertion?: ClientAssertion): Promise<boolean>
  /** What was pushed under this name; whether it lives still is seen when its sign-in is opened. */
  find(id: string): Promise<string | undefined>
}

type Push = {
  id: Bytes
  sealed: Bytes
  life: Seconds
  assertion: Bytes | null
  assertion_life: Seconds
}
const push = statement<Push>(
  'push-request',
  (p) => sql`
  with assertion as (
    insert into mitid.client_assertion (sha256, expires_at)
    select ${p.assertion}::bytea, mitid.now() + make_interval(secs => ${p.assertion_life}::float8)
    where ${p.assertion}::bytea is not null
    on conflict do nothing returning 1
  )
  insert into mitid.pushed_request (id_sha256, sealed, expires_at)
  select ${p.id}::bytea, ${p.sealed}::bytea,
    mitid.now() + make_interval(secs => ${p.life}::float8)
  from ${unhurried}
  where ${p.assertion}::bytea is null or exists (select from assertion)
`,
)
const find = statement<{ id: Bytes }, { sealed: Bytes }>(
  'find-pushed-request',
  (p) => sql`
  select sealed from mitid.pushed_request where id_sha256 = ${p.id} and expires_at > mitid.now()
`,
)

export function openPushedRequests(
  db: Connection,
  vault: Vault,
  { pushed }: KeptAnswers = openKeptAnswers(),
): PushedRequests {
  return {
    async push(id, payload, life, assertion) {
      const hash = sha256(id)
      const kept = await db.affect(push, {
        id: hash,
        sealed: seal(vault.system, placeOf(hash), payload),
        life,
        assertion: assertion?.sha256 ?? null,
        assertion_life: assertion?.life ?? 0,
      })
      if (kept === 1) pushed.keep(id, { payload, until: performance.now() + life * 1000 })
      return kept === 1
    },
    async find(id) {
      const known = pushed.take(id)
      if (known && performance.now() < known.until) return known.payload
      const hash = sha256(id)
      const found = await db.first(find, { id: hash })
      return found && unsealText(vault.system, placeOf(hash), found.sealed)
    },
  }
}

function placeOf(hash: Bytes) {
  return { table: 'pushed_request', column: 'sealed', row: base64url(hash) }
}
