/** The columns of the tables that the query builder is used on, as our parsers read them. */
import type { Bytes, Instant } from '@open-mitid/kernel'

export type Tables = {
  organisation: { id: string; name: string; created_at: Instant }
  client: {
    id: string
    organisation_id: string
    name: string
    domain: string
    auth_method: string
    jwks: unknown
    secret_sha256: Bytes | null
    redirect_uris: string[]
    post_logout_redirect_uris: string[]
    id_token_alg: string
    legal_bases: string[]
    created_at: Instant
  }
}
