/** The bare library over its own memory: a pushed code flow and nothing of ours. */
import { generateKeyPairSync } from 'node:crypto'
import Provider, { interactionPolicy, type JWK } from 'oidc-provider'
import type { ServiceClient } from '../load/service.ts'
import type { FloorSettings } from './floor.ts'

export function openFloorProvider({ issuer, client }: FloorSettings): Provider {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { Check, Prompt } = interactionPolicy
  const login = new Check('no_session', 'sign in', ({ oidc }) =>
    oidc.session?.accountId === undefined ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT,
  )
  const provider = new Provider(issuer, {
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256' }] },
    clients: [
      {
        client_id: client.clientId,
        jwks: { keys: [publicOf(client.privateJwk)] },
        redirect_uris: [client.redirectUri],
        token_endpoint_auth_method: 'private_key_jwt',
        id_token_signed_response_alg: 'ES256',
      },
    ],
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    responseTypes: ['code'],
    scopes: [],
    routes: { authorization: '/auth', pushed_authorization_request: '/par', token: '/token' },
    features: {
      pushedAuthorizationRequests: { enabled: true },
      devInteractions: { enabled: false },
      richAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
    },
    clientAuthMethods: ['private_key_jwt'],
    enabledJWA: { idTokenSigningAlgValues: ['ES256'], clientAuthSigningAlgValues: ['ES256'] },
    pkce: { required: () => true },
    extraParams: ['authorization_details', 'ui_locales'],
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, Interaction: 600, Session: 600 },
    cookies: { keys: ['floor'] },
    interactions: {
      policy: [new Prompt({ name: 'login', requestable: true }, login)],
      url: (_ctx, { uid }) => `/interaction/${uid}`,
    },
    findAccount: (_ctx, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    async loadExistingGrant({ oidc }) {
      const clientId = oidc.client?.clientId
      const accountId = oidc.session?.accountId
      if (clientId === undefined || accountId === undefined) return undefined
      const grant = new oidc.provider.Grant({ clientId, accountId })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
  })
  provider.proxy = true
  return provider
}

/** RFC 7517 §4: what anybody may know of the key. */
function publicOf({ kty, crv, x, y, kid }: ServiceClient['privateJwk']): JWK {
  return { kty, crv, x, y, kid, alg: 'ES256', use: 'sig' }
}
