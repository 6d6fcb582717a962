/** The house as a client of itself: it opens sign-ins, and no provider ever answers to it. */
import { sql } from 'kysely'
import { ClientId, OrganisationId } from '@open-mitid/identity/service'
import type { Random } from '@open-mitid/kernel'
import type { Connection } from '../database.ts'
import { statement } from '../statement.ts'

const keepOrganisation = statement<{ id: string; name: string }>(
  'keep-house-organisation',
  (p) => sql`
    insert into mitid.organisation (id, name, created_at)
    values (${p.id}, ${p.name}, mitid.now()) on conflict do nothing
  `,
)
const keepClient = statement<{ id: string; organisation: string; name: string; domain: string }>(
  'keep-house-client',
  (p) => sql`
    insert into mitid.client (id, organisation_id, name, domain, auth_method, jwks, redirect_uris,
      post_logout_redirect_uris, legal_bases, created_at)
    select ${p.id}, id, ${p.name}, ${p.domain}, 'private_key_jwt', '{"keys":[]}', '{}', '{}', '{}',
      mitid.now()
    from mitid.organisation where name = ${p.organisation}
    on conflict (id) do update set name = excluded.name, domain = excluded.domain
  `,
)

/** Nobody registers an organisation of this name. */
const organisation = 'own pages'

export async function keepHouseClient(
  db: Connection,
  { name, domain }: { readonly name: string; readonly domain: string },
  random: Random,
): Promise<void> {
  await db.affect(keepOrganisation, { id: OrganisationId.make(random), name: organisation })
  await db.affect(keepClient, { id: ClientId.house, organisation, name, domain })
}
