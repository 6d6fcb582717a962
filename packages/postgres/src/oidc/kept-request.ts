/** A service's request, kept with the sign-in that it began until that is answered. */
import { sql } from 'kysely'
import type { ServiceRequest, SignInId } from '@open-mitid/identity/sign-in'
import type { Bytes, Seconds } from '@open-mitid/kernel'
import { sha256 } from '../sha256.ts'
import { statement } from '../statement.ts'
import { part, type Part } from '../together.ts'
import { seal, type Place, type Vault } from '../vault/index.ts'

/** A pushed request may have ended since it was found, and one that was answered is over. */
export const keepRequest = statement<{
  sign_in: string
  uid: Bytes
  pushed: Bytes | null
  request: Bytes
  life: Seconds
}>(
  'keep-request',
  (p) => sql`
    insert into mitid.interaction (sign_in_id, uid_sha256, pushed_sha256, request, expires_at)
    select ${p.sign_in}, ${p.uid}::bytea, ${p.pushed}::bytea, ${p.request}::bytea,
      mitid.now() + make_interval(secs => ${p.life}::float8)
    where ${p.pushed}::bytea is null or exists (
      select from mitid.pushed_request where id_sha256 = ${p.pushed} and expires_at > mitid.now())
      and not exists (
        select from mitid.interaction
        where pushed_sha256 = ${p.pushed} and code_sha256 is not null)
  `,
)

/** To be written with the sign-in. */
export function keptRequest(vault: Vault, id: SignInId, request: ServiceRequest): Part {
  const { uid, content, pushedId, life } = request
  return part(keepRequest, {
    sign_in: id,
    uid: sha256(uid),
    pushed: pushedId === undefined ? null : sha256(pushedId),
    request: seal(vault.system, requestPlace(id), content),
    life,
  })
}

export function requestPlace(signIn: string): Place {
  return { table: 'interaction', column: 'request', row: signIn }
}
