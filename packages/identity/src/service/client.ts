/** A service that signs citizens in, and the organisation that answers for it. */
import { idOf, type Brand, type Bytes, type Id, type Instant } from '@open-mitid/kernel'

export type OrganisationId = Id<'org'>
export const OrganisationId = idOf('org')

export type Organisation = { readonly id: OrganisationId; readonly name: string }

/** An OAuth client identifier (RFC 6749 §2.2): 3 to 100 of `A-Za-z0-9._~-`. */
export type ClientId = Brand<string, 'ClientId'>

export const ClientId = {
  /** The house itself: only its own pages sign in under this name. */
  house: 'mitid.own-pages' as ClientId,

  parse(text: unknown): ClientId | undefined {
    const whole = typeof text === 'string' && /^[\w.~-]{3,100}$/u.test(text)
    return whole ? (text as ClientId) : undefined
  },
}

/** What the law or an agreement lets a service have beyond who the person is. */
export type LegalBasis = 'cpr'

/** A public key as a client publishes it (RFC 7517 §4). */
export type ClientJwk = Readonly<Record<string, unknown>> & { readonly kty: string }

/** How a client proves itself at the token endpoint (OpenID Connect Core 1.0 §9). */
export type ClientAuthentication =
  | { readonly method: 'private_key_jwt'; readonly jwks: { readonly keys: readonly ClientJwk[] } }
  | { readonly method: 'client_secret_basic'; readonly secretSha256: Bytes }

export type Client = {
  readonly id: ClientId
  readonly organisation: Organisation
  /** Shown to the citizen with every approval, with `domain` under it. */
  readonly name: string
  readonly domain: string
  readonly authentication: ClientAuthentication
  readonly redirectUris: readonly string[]
  readonly postLogoutRedirectUris: readonly string[]
  readonly idTokenSignedResponseAlg: 'ES256'
  readonly legalBases: readonly LegalBasis[]
  readonly createdAt: Instant
}
