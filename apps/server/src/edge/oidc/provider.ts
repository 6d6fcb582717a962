/** The OpenID provider: what of the library is on, what is off, and our policy in its hooks. */
import { createHmac } from 'node:crypto'
import type { Bytes } from '@open-mitid/kernel'
import Provider, {
  errors,
  interactionPolicy,
  type AdapterFactory,
  type Configuration,
  type ExternalSigningKey,
  type KoaContextWithOIDC,
} from 'oidc-provider'
import { approvalType } from './approval-details.ts'
import { uriOfLevel } from './assurance.ts'
import { claimsOf, scopeClaims } from './claims.ts'
import { compareDigest } from './client-metadata.ts'
import { askedFor, type PolicyError } from './request-policy.ts'
import { requestState, stateOf } from './request-state.ts'

export type ProviderSettings = {
  readonly issuer: string
  readonly adapter: AdapterFactory
  /** Secret, and the same at every server: what codes are made with. */
  readonly codeKey: Bytes
  /** The one that signs first. */
  readonly keys: readonly ExternalSigningKey[]
  /** Opens the sign-in of an interaction and answers the address of its page. */
  readonly open: (ctx: KoaContextWithOIDC) => Promise<string>
  readonly renderError: NonNullable<Configuration['renderError']>
  readonly renderLoggedOut: (ctx: KoaContextWithOIDC) => void
}

/**
 * The one code of a sign-in, the same whenever it is made: a browser that never heard it, because a
 * server died, asks again and is told it (docs/decisions/opening-and-closing.md).
 */
function codeOf(key: Bytes): string {
  const { completed } = requestState()
  if (!completed) throw new Error('a code without a sign-in')
  return createHmac('sha256', key).update(completed.signIn).digest('base64url')
}

export const routes = {
  authorization: '/auth',
  end_session: '/logout',
  jwks: '/jwks',
  pushed_authorization_request: '/par',
  token: '/token',
  userinfo: '/userinfo',
} as const

/** Seconds. A sign-in has five minutes; what follows it lives as long as it is of use. */
const ttl = {
  AccessToken: 900,
  AuthorizationCode: 60,
  Grant: 600,
  IdToken: 600,
  Interaction: 600,
  Session: 60,
} as const

/** How long a client's assertion may be valid: each is kept until then (RFC 7523 §3). */
const longestAssertion = 600

const off = { enabled: false } as const

export function openProvider(settings: ProviderSettings): Provider {
  const provider = new Provider(settings.issuer, configuration(settings))
  provider.proxy = true // the edge states the scheme and host of the issuer itself
  Object.defineProperty(provider.Client.prototype, 'compareClientSecret', { value: compareDigest })
  Object.defineProperty(provider.AuthorizationCode.prototype, 'generateTokenId', {
    value: () => codeOf(settings.codeKey),
  })
  return provider
}

function configuration(settings: ProviderSettings): Configuration {
  const { adapter, keys, open, renderError, renderLoggedOut } = settings
  return {
    adapter,
    jwks: { keys },
    routes,
    ttl,
    responseTypes: ['code'],
    scopes: [],
    claims: Object.fromEntries(Object.entries(scopeClaims).map(([name, all]) => [name, [...all]])),
    acrValues: [uriOfLevel('Low'), uriOfLevel('Substantial')],
    subjectTypes: ['pairwise'],
    clientAuthMethods: ['private_key_jwt', 'client_secret_basic'],
    clientDefaults: { id_token_signed_response_alg: 'ES256', subject_type: 'pairwise' },
    enabledJWA: {
      clientAuthSigningAlgValues: ['ES256', 'PS256'],
      idTokenSigningAlgValues: ['ES256'],
    },
    features: {
      pushedAuthorizationRequests: { enabled: true },
      userinfo: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        postLogoutSuccessSource: renderLoggedOut,
        logoutSource: renderLoggedOut,
      },
      externalSigningSupport: { enabled: true, ack: 'experimental-01' },
      claimsParameter: off,
      dPoP: off,
      devInteractions: off,
      // Its authorization_details are bound to resource servers, of which there are none here.
      richAuthorizationRequests: off,
      resourceIndicators: off,
    },
    conformIdTokenClaims: false,
    allowOmittingSingleRegisteredRedirectUri: false,
    pkce: { required: () => true },
    extraParams: {
      authorization_details: checkPolicy,
      reference_text: null,
      loa: null,
      evidence: null,
    },
    discovery: {
      ui_locales_supported: ['da', 'en'],
      authorization_details_types_supported: [approvalType],
    },
    cookies: {
      names: { session: sessionCookie, interaction: interactionCookie, resume: resumeCookie },
    },
    interactions: { policy: loginAlways(), url: open },
    // A token belongs to its sign-in and to no session, because there is none.
    expiresWithSession: () => false,
    clientBasedCORS: () => false,
    findAccount,
    loadExistingGrant,
    pairwiseIdentifier,
    assertJwtClientAuthClaimsAndHeader,
    renderError,
  }
}

/** The library's session cookie: nothing here reads it, and the edge takes it off. */
export const sessionCookie = 'unused'
/** Goes with the way back to the service, as long as the interaction lasts. */
export const resumeCookie = 'mitid_resume'
/** Goes with a sign-in's pages and names the interaction that waits for it. */
export const interactionCookie = 'mitid_interaction'

/** No session is ever found, so every request ends at the box; `prompt=none` is `login_required`. */
function loginAlways(): interactionPolicy.Prompt[] {
  const { Check, Prompt } = interactionPolicy
  const signedIn = new Check('no_session', 'the person must sign in', ({ oidc }) =>
    oidc.session?.accountId === undefined ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT,
  )
  return [new Prompt({ name: 'login', requestable: true }, signedIn)]
}

const policyErrors: Readonly<Record<PolicyError, (why: string) => Error>> = {
  invalid_request: (why) => new errors.InvalidRequest(why),
  invalid_scope: (why) => new errors.InvalidScope(why, ''),
  invalid_authorization_details: (why) => new errors.InvalidAuthorizationDetails(why),
  unmet_authentication_requirements: (why) => new errors.UnmetAuthenticationRequirements(why),
}

/** Runs once a request, pushed or not, when the redirect address has been checked. */
function checkPolicy(ctx: KoaContextWithOIDC): void {
  const params = ctx.oidc.params ?? {}
  const asked = askedFor(params)
  if (!asked.ok) throw policyErrors[asked.refusal.error](asked.refusal.why)
  stateOf(ctx).asked = asked.value
}

function findAccount(ctx: KoaContextWithOIDC, id: string) {
  const { completed, signedIn } = stateOf(ctx)
  if (completed?.signIn !== id) return undefined
  const claims = (_use: string, scope: string) => {
    if (!signedIn) throw new Error('claims without a code or a token')
    return { ...claimsOf(signedIn, scope), sub: id }
  }
  return { accountId: id, claims }
}

/** A person grants by approving, and what they approved is this request and no other. */
function loadExistingGrant(ctx: KoaContextWithOIDC) {
  const { oidc } = ctx
  const { completed } = stateOf(ctx)
  if (!completed) return Promise.resolve(undefined)
  const { signIn, clientId } = completed
  const grant = new oidc.provider.Grant({ accountId: signIn, clientId })
  grant.jti = signIn
  grant.addOIDCScope([...oidc.requestParamOIDCScopes].join(' '))
  return Promise.resolve(grant)
}

function pairwiseIdentifier(ctx: KoaContextWithOIDC, id: string): string {
  const { completed } = stateOf(ctx)
  if (completed?.signIn !== id) throw new Error('a subject that this request is not about')
  return completed.sub
}

function assertJwtClientAuthClaimsAndHeader(_ctx: unknown, claims: { exp?: unknown }): void {
  if (typeof claims.exp !== 'number' || claims.exp > Date.now() / 1000 + longestAssertion)
    throw new errors.InvalidClientAuth('the client assertion is valid for too long')
}
