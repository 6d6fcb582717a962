/** `Services` on PostgreSQL. */
import { sql } from 'kysely'
import { accept, refuse, type Bytes, type Instant } from '@open-mitid/kernel'
import type { AppendedEvents } from '@open-mitid/identity/ledger'
import type {
  Client,
  ClientAuthentication,
  ClientId,
  ClientJwk,
  LegalBasis,
  OrganisationId,
  Services,
} from '@open-mitid/identity/service'
import type { Database } from '../database.ts'
import { ledgerParts } from '../ledger/index.ts'
import { statement } from '../statement.ts'
import { part, together, type Part } from '../together.ts'
import type { Vault } from '../vault/index.ts'

type ClientRow = {
  id: ClientId
  organisation_id: OrganisationId
  organisation_name: string
  name: string
  domain: string
  jwks: { keys: readonly ClientJwk[] } | null
  secret_sha256: Bytes | null
  redirect_uris: readonly string[]
  post_logout_redirect_uris: readonly string[]
  legal_bases: readonly LegalBasis[]
  created_at: Instant
}

const findClient = statement<{ id: string }, ClientRow>(
  'find-client',
  (p) => sql`
    select client.id, organisation_id, organisation.name as organisation_name, client.name, domain,
      jwks, secret_sha256, redirect_uris, post_logout_redirect_uris, legal_bases, client.created_at
    from mitid.client join mitid.organisation on organisation.id = organisation_id
    where client.id = ${p.id}
  `,
)

const lookForOrganisation = statement<
  { name: string },
  { now: Instant; id: OrganisationId | null; n: number | null; head: Bytes | null }
>(
  'look-for-organisation',
  (p) => sql`
    select mitid.now() as now, found.id, chain.n, chain.head
    from (select 1) as always
    left join mitid.organisation as found on found.name = ${p.name}
    left join mitid.chain on chain.subject = found.id
  `,
)

const insertOrganisation = statement<{ id: string; name: string; created_at: Instant }>(
  'insert-organisation',
  (p) => sql`
    insert into mitid.organisation (id, name, created_at)
    values (${p.id}, ${p.name}, to_timestamp(${p.created_at}::float8)) on conflict do nothing
  `,
)

type ClientColumns = {
  id: string
  organisation_id: string
  name: string
  domain: string
  auth_method: string
  jwks: string | null
  secret_sha256: Bytes | null
  redirect_uris: readonly string[]
  post_logout_redirect_uris: readonly string[]
  legal_bases: readonly string[]
  created_at: Instant
}

const insertClient = statement<ClientColumns>(
  'insert-client',
  (p) => sql`
    insert into mitid.client (id, organisation_id, name, domain, auth_method, jwks, secret_sha256,
      redirect_uris, post_logout_redirect_uris, legal_bases, created_at)
    values (${p.id}, ${p.organisation_id}, ${p.name}, ${p.domain}, ${p.auth_method}, ${p.jwks},
      ${p.secret_sha256}, ${p.redirect_uris}, ${p.post_logout_redirect_uris}, ${p.legal_bases},
      to_timestamp(${p.created_at}::float8))
    on conflict do nothing
  `,
)

const replaceClient = statement<ClientColumns>(
  'replace-client',
  (p) => sql`
    update mitid.client set name = ${p.name}, domain = ${p.domain}, auth_method = ${p.auth_method},
      jwks = ${p.jwks}, secret_sha256 = ${p.secret_sha256}, redirect_uris = ${p.redirect_uris},
      post_logout_redirect_uris = ${p.post_logout_redirect_uris}, legal_bases = ${p.legal_bases}
    where id = ${p.id} and organisation_id = ${p.organisation_id}
  `,
)

export function postgresServices(db: Database, vault: Vault): Services {
  const write = async (events: AppendedEvents, parts: readonly Part[]) => {
    const written = await together(db, [...ledgerParts(events, vault.system), ...parts])
    return written.ok ? accept(undefined) : refuse({ kind: 'lost' as const })
  }
  return {
    async look({ id, organisation: name }) {
      const client = await db.first(findClient, { id })
      const found = await db.first(lookForOrganisation, { name })
      if (!found) throw new Error('a query without conditions gave no row')
      const { now, id: subject, n, head } = found
      return {
        now,
        client: client && clientOf(client),
        organisation: subject === null ? undefined : { id: subject, name },
        chain: subject === null || n === null || !head ? undefined : { subject, n, head },
      }
    },
    async find(id) {
      const row = await db.first(findClient, { id })
      return row && clientOf(row)
    },
    add(client, events) {
      const { id, name } = client.organisation
      const isNew = events.from.n === 0
      return write(events, [
        ...(isNew ? [part(insertOrganisation, { id, name, created_at: client.createdAt })] : []),
        part(insertClient, columnsOf(client)),
      ])
    },
    replace: (client, events) => write(events, [part(replaceClient, columnsOf(client))]),
  }
}

function columnsOf({ authentication, ...client }: Client): ClientColumns {
  const byKey = authentication.method === 'private_key_jwt'
  return {
    id: client.id,
    organisation_id: client.organisation.id,
    name: client.name,
    domain: client.domain,
    auth_method: authentication.method,
    jwks: byKey ? JSON.stringify(authentication.jwks) : null,
    secret_sha256: byKey ? null : authentication.secretSha256,
    redirect_uris: client.redirectUris,
    post_logout_redirect_uris: client.postLogoutRedirectUris,
    legal_bases: client.legalBases,
    created_at: client.createdAt,
  }
}

function clientOf(row: ClientRow): Client {
  return {
    id: row.id,
    organisation: { id: row.organisation_id, name: row.organisation_name },
    name: row.name,
    domain: row.domain,
    authentication: authenticationOf(row),
    redirectUris: row.redirect_uris,
    postLogoutRedirectUris: row.post_logout_redirect_uris,
    idTokenSignedResponseAlg: 'ES256',
    legalBases: row.legal_bases,
    createdAt: row.created_at,
  }
}

function authenticationOf({ jwks, secret_sha256 }: ClientRow): ClientAuthentication {
  if (jwks) return { method: 'private_key_jwt', jwks }
  if (secret_sha256) return { method: 'client_secret_basic', secretSha256: secret_sha256 }
  throw new Error('a client without authentication')
}
