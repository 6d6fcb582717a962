/** One user ID takes the place of another, which is kept from everybody else for good. */
import { sql } from 'kysely'
import type { Bytes } from '@open-mitid/kernel'
import { statement } from '../statement.ts'
import { part, type Part } from '../together.ts'

export type UserIdChange = {
  readonly id: string
  readonly from: Bytes
  readonly to: Bytes
  /** The new one, sealed. */
  readonly user_id: Bytes
}

const release = statement<{ index: Bytes; id: string }>(
  'release-user-id',
  (p) => sql`
    insert into mitid.released_user_id (user_id_index, person_id) values (${p.index}, ${p.id})
    on conflict (user_id_index) do update set person_id = excluded.person_id
  `,
)
/** A password is registered under the user ID: whoever moves that moves both. */
const rename = statement<UserIdChange>(
  'change-user-id',
  (p) => sql`
    update mitid.person set user_id_index = ${p.to}, user_id = ${p.user_id}
    where id = ${p.id} and state = 'active' and user_id_index = ${p.from}
      and not exists (select from mitid.password where person_id = ${p.id})
      and not exists (
        select from mitid.released_user_id
        where user_id_index = ${p.to} and person_id <> ${p.id})
  `,
)

/** To be listed after the events, which name the chain first. */
export function userIdParts(change: UserIdChange): readonly Part[] {
  const { id, from, to, user_id } = change
  return [part(rename, { id, from, to, user_id }), part(release, { index: from, id })]
}

const renameWithPassword = statement<UserIdChange>(
  'change-user-id-with-password',
  (p) => sql`
    update mitid.person set user_id_index = ${p.to}, user_id = ${p.user_id}
    where id = ${p.id} and state = 'active' and user_id_index = ${p.from}
      and not exists (
        select from mitid.released_user_id
        where user_id_index = ${p.to} and person_id <> ${p.id})
  `,
)

/** The same for somebody whose password is moved beside it, in the same statement. */
export function userIdWithPasswordParts(change: UserIdChange): readonly Part[] {
  const { id, from, to, user_id } = change
  return [part(renameWithPassword, { id, from, to, user_id }), part(release, { index: from, id })]
}

export const findObstacles = statement<
  { id: string; to: Bytes },
  { taken: boolean; has_password: boolean }
>(
  'find-obstacles-to-user-id',
  (p) => sql`
    select exists (select from mitid.password where person_id = ${p.id}) as has_password,
      exists (select from mitid.person where user_id_index = ${p.to} and id <> ${p.id})
        or exists (
          select from mitid.released_user_id
          where user_id_index = ${p.to} and person_id <> ${p.id}) as taken
  `,
)
