/** A registered service as the OpenID provider reads it (RFC 7591 §2). */
import { timingSafeEqual } from 'node:crypto'
import type { Client } from '@open-mitid/identity/service'
import { base64url } from '@open-mitid/kernel'
import { sha256 } from '@open-mitid/protocol'
import type { ClientMetadata } from 'oidc-provider'
import { scopesOf } from './claims.ts'

/**
 * The `client_secret` in it is the secret's SHA-256: the secret itself is nowhere, and what is
 * compared with it is the hash of what a client sends. No algorithm that would use it as a key is on.
 */
export function clientMetadata(client: Client): ClientMetadata {
  const { authentication } = client
  return {
    client_id: client.id,
    client_name: client.name,
    redirect_uris: [...client.redirectUris],
    post_logout_redirect_uris: [...client.postLogoutRedirectUris],
    response_types: ['code'],
    response_modes: ['query'], // a code travels by a GET navigation, never by a form
    grant_types: ['authorization_code'],
    scope: scopesOf(client),
    subject_type: 'pairwise',
    id_token_signed_response_alg: client.idTokenSignedResponseAlg,
    token_endpoint_auth_method: authentication.method,
    ...(authentication.method === 'private_key_jwt'
      ? { jwks: { keys: authentication.jwks.keys.map((key) => ({ ...key })) } }
      : { client_secret: base64url(authentication.secretSha256) }),
  }
}

/** Takes the place of the library's comparison of secrets. */
export function compareDigest(this: { clientSecret?: string }, actual: string): boolean {
  const digest = sha256(actual)
  const known = Buffer.from(this.clientSecret ?? '', 'base64url')
  return known.length === digest.length && timingSafeEqual(known, digest)
}
