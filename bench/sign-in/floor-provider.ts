/** The bare library over its own memory: a pushed code flow and nothing of ours. */
import { generateKeyPairSync } from 'node:crypto'
import Provider, { interactionPolicy } from 'oidc-provider'
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
        client_secret: client.secret,
        redirect_uris: [client.redirectUri],
        token_endpoint_auth_method: 'client_secret_basic',
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
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
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
