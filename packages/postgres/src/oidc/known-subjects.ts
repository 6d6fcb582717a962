/** The person behind a pairwise `sub` that an organisation was given before. */
import { sql } from 'kysely'
import type { PersonId } from '@open-mitid/identity/person'
import type { OrganisationId } from '@open-mitid/identity/service'
import type { Connection } from '../database.ts'
import { statement } from '../statement.ts'

const findPerson = statement<{ organisation: string; sub: string }, { person_id: PersonId }>(
  'find-person-by-sub',
  (p) => sql`
    select person_id from mitid.pairwise
    where organisation_id = ${p.organisation} and sub = ${p.sub}
  `,
)

export type FindPersonBySub = (
  organisation: OrganisationId,
  sub: string,
) => Promise<PersonId | undefined>

export function findPersonBySub(db: Connection): FindPersonBySub {
  return async (organisation, sub) => {
    const found = await db.first(findPerson, { organisation, sub })
    return found?.person_id
  }
}
