/** What one request to the provider has learnt, for the steps of the library that come after. */
import type { ServiceRequest } from '@open-mitid/identity/sign-in'
import type { ClientAssertion, Completed, FoundCode, SignedIn } from '@open-mitid/postgres/oidc'
import Provider from 'oidc-provider'
import type { AskedFor } from './request-policy.ts'

export type RequestState = {
  /** A client's assertion that was verified, to be spent by the write of this request. */
  assertion?: ClientAssertion
  /** What the service asks the person for. */
  asked?: AskedFor
  /** The pushed request this one was opened with. */
  pushedId?: string
  /** An interaction that the library has made, to be written with its sign-in. */
  pending?: Omit<ServiceRequest, 'life'>
  /** The completed sign-in that the request is about. */
  completed?: Completed
  /** The same, with whoever signed in: where a code or a token stands for it. */
  signedIn?: SignedIn
  /** `authorization_details` as they were asked for. */
  details?: string | undefined
  /** What the code or token of the request stands for. */
  found?: FoundCode
  /** The code that the library accepted and that is not spent yet. */
  code?: string
}

const states = new WeakMap<object, RequestState>()

/** Of a request to the provider. */
export function stateOf({ req }: { readonly req: object }): RequestState {
  let state = states.get(req)
  if (!state) {
    state = {}
    states.set(req, state)
  }
  return state
}

/** Of the request under way, for where the library tells us nothing of it. */
export function requestState(): RequestState {
  return stateOf(contextOfRequest())
}

export function cookiesOfRequest(): string | undefined {
  return contextOfRequest().req.headers.cookie
}

/** The name under which the service that calls is shown. */
export function nameOfClient(): string {
  const { client } = contextOfRequest().oidc
  return client?.clientName ?? client?.clientId ?? ''
}

function contextOfRequest() {
  const { ctx } = Provider
  if (!ctx) throw new Error('no request is under way')
  return ctx
}
