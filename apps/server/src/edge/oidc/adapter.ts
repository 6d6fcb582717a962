/**
 * The library's storage, on PostgreSQL. The library writes a model at a time; we hold what it
 * writes until the statement that the step stands for, so that a step wins or loses as a whole:
 *
 * - a pushed request, with the client's assertion;
 * - an interaction, with the sign-in it opens (`opening.ts`);
 * - a code, where its sign-in is completed and has none;
 * - the spending of a code, with its access token, its events and the client's assertion.
 *
 * Sessions, grants and refresh tokens are not stored: a grant is what was approved in its sign-in,
 * and each token has exactly one approval (protocols §6).
 */
import type { EventDraft } from '@open-mitid/identity/ledger'
import { ClientId, type Client } from '@open-mitid/identity/service'
import { sha256 } from '@open-mitid/protocol'
import type { FoundCode, Interactions, PushedRequests, SignedIn } from '@open-mitid/postgres/oidc'
import { errors, type Adapter, type AdapterFactory, type AdapterPayload } from 'oidc-provider'
import { browserOf } from '../browser-cookie.ts'
import { claimsOf } from './claims.ts'
import { clientMetadata } from './client-metadata.ts'
import { resultOf } from './outcome.ts'
import { readLevel } from './request-policy.ts'
import { cookiesOfRequest, nameOfClient, requestState } from './request-state.ts'

export type OidcStore = {
  readonly pushedRequests: PushedRequests
  readonly interactions: Interactions
  readonly findClient: (id: ClientId) => Promise<Client | undefined>
}

export function openAdapter(store: OidcStore): AdapterFactory {
  const models: Readonly<Record<string, Partial<Adapter>>> = {
    Client: clients(store),
    PushedAuthorizationRequest: pushedRequests(store),
    ReplayDetection: assertions,
    Interaction: interactions(store),
    AuthorizationCode: codes(store),
    AccessToken: accessTokens(store),
    Grant: grants,
    Session: sessions,
  }
  return (model) => ({ ...turnedOff(model), ...models[model] })
}

/** Any model of the library that nothing of ours turns on. */
function turnedOff(model: string): Adapter {
  const refuse = () => Promise.reject(new Error(`${model} is not stored`))
  const nothing = () => Promise.resolve(undefined)
  return {
    upsert: refuse,
    find: nothing,
    findByUserCode: nothing,
    findByUid: nothing,
    consume: refuse,
    destroy: nothing,
    revokeByGrantId: nothing,
  }
}

/** Made anew for each request and forgotten with it. */
const sessions: Partial<Adapter> = { upsert: () => Promise.resolve() }

function clients({ findClient }: OidcStore): Partial<Adapter> {
  return {
    async find(text) {
      const id = ClientId.parse(text)
      const client = id && (await findClient(id))
      return client && clientMetadata(client)
    },
  }
}

function pushedRequests({ pushedRequests: requests }: OidcStore): Partial<Adapter> {
  return {
    async upsert(id, payload, life = 60) {
      const { assertion } = requestState()
      if (!(await requests.push(id, JSON.stringify(payload), life, assertion)))
        throw assertionUsed()
    },
    async find(id) {
      const found = await requests.find(id)
      if (found === undefined) return undefined
      requestState().pushedId = id
      return JSON.parse(found) as AdapterPayload
    },
  }
}

/**
 * The library asks whether an assertion is known and then keeps it, which two calls at once both
 * pass. The write that the assertion is for answers that instead.
 */
const assertions: Partial<Adapter> = {
  upsert(id, _payload, life = 60) {
    requestState().assertion = { sha256: sha256(id), life }
    return Promise.resolve()
  },
}

/** What is kept of a request while its sign-in goes on. */
type KeptRequest = Pick<AdapterPayload, 'params' | 'trusted'>

function interactions({ interactions: kept }: OidcStore): Partial<Adapter> {
  return {
    upsert(uid, { params, trusted }) {
      const { pushedId } = requestState()
      const content = JSON.stringify({ params, trusted } satisfies KeptRequest)
      requestState().pending = { uid, content, pushedId }
      return Promise.resolve()
    },
    async find(uid) {
      const found = await kept.resume(uid, browserOf(cookiesOfRequest()))
      if (!found) return undefined
      const { params, trusted } = JSON.parse(found.request) as KeptRequest
      const { outcome } = found
      const state = requestState()
      if (outcome.state === 'completed') state.completed = outcome.completed
      const details = params?.['authorization_details']
      state.details = typeof details === 'string' ? details : undefined
      const level = readLevel(params ?? {})
      const result = resultOf(outcome, level.ok ? level.value : undefined)
      return { kind: 'Interaction', jti: uid, params, trusted, result }
    },
  }
}

/** A code as it is kept: what the library wants back, and the approval that was asked for. */
type KeptCode = { readonly payload: AdapterPayload; readonly details: string | undefined }

function codes({ interactions: kept }: OidcStore): Partial<Adapter> {
  return {
    async upsert(code, payload, life = 60) {
      const { completed, details } = requestState()
      const content = JSON.stringify({ payload, details } satisfies KeptCode)
      const signIn = completed?.signIn
      if (signIn === undefined || !(await kept.issueCode(signIn, { code, payload: content, life })))
        throw new errors.InvalidRequest('this sign-in has given its code already')
    },
    async find(code) {
      const found = await kept.findCode(code)
      if (!found) return undefined
      const payload = remember(found)
      return { ...payload, jti: code, ...(found.spent ? { consumed: true } : {}) }
    },
    consume(code) {
      requestState().code = code
      return Promise.resolve()
    },
  }
}

function accessTokens({ interactions: kept }: OidcStore): Partial<Adapter> {
  return {
    async upsert(token, { scope = '' }, tokenLife = 60) {
      const { code, found, assertion } = requestState()
      if (code === undefined || !found) throw new Error('a token without a code')
      const events = eventsOf(found.signedIn, scope, nameOfClient())
      const spent = await kept.redeem(found, { token, tokenLife, events, assertion })
      if (spent.ok) return
      throw spent.refusal.kind === 'assertion-used'
        ? assertionUsed()
        : new errors.InvalidGrant('the authorization code was used before')
    },
    async find(token) {
      const found = await kept.findToken(token)
      if (!found) return undefined
      const { accountId, clientId, grantId, scope, claims } = remember(found)
      const given = { accountId, clientId, grantId, scope, claims }
      return { kind: 'AccessToken', jti: token, gty: 'authorization_code', ...given }
    },
    revokeByGrantId: (signIn) => kept.revokeToken(signIn),
  }
}

const grants: Partial<Adapter> = {
  find(id) {
    const { found } = requestState()
    if (found?.signedIn.signIn !== id) return Promise.resolve()
    const { clientId, scope } = keptCode(found).payload
    const openid = { scope }
    const grant: object = { kind: 'Grant', jti: id, accountId: id, clientId, openid }
    return Promise.resolve(grant as AdapterPayload)
  },
}

function remember(found: FoundCode): AdapterPayload {
  const { payload, details } = keptCode(found)
  const { signedIn } = found
  Object.assign(requestState(), { found, signedIn, completed: signedIn, details })
  return payload
}

function keptCode({ payload }: FoundCode): KeptCode {
  return JSON.parse(payload) as KeptCode
}

/** What the person finds in their history: who got a token, and the claims it opens. */
function eventsOf(signedIn: SignedIn, scope: string, service: string): EventDraft[] {
  const { signIn, clientId } = signedIn
  const actor = 'system'
  const claims = Object.keys(claimsOf(signedIn, scope))
  const told: EventDraft[] = [
    { type: 'token-issued', actor, body: { sign_in: signIn, client: clientId, claims } },
  ]
  if (claims.includes('dk.cpr'))
    told.push({ type: 'cpr-given', actor, body: { sign_in: signIn, client: clientId, service } })
  return told
}

function assertionUsed(): Error {
  return new errors.InvalidClientAuth('the client assertion was used before')
}
