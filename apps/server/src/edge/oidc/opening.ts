/** From a service's request to the box: the sign-in is opened, and this browser is the one in it. */
import type { PersonId } from '@open-mitid/identity/person'
import { ClientId, type Client } from '@open-mitid/identity/service'
import type { OpenSignIn, OpenSignInRefusal, SignInView } from '@open-mitid/identity/sign-in'
import type { UseCase } from '@open-mitid/kernel'
import type { FindPersonBySub } from '@open-mitid/postgres/oidc'
import { errors, type KoaContextWithOIDC } from 'oidc-provider'
import { rememberBrowser } from '../browser-cookie.ts'
import { browserInWords } from '../browser-words.ts'
import { stateOf } from './request-state.ts'

export type OpeningPorts = {
  readonly openSignIn: UseCase<OpenSignIn, SignInView, OpenSignInRefusal>
  readonly findClient: (id: ClientId) => Promise<Client | undefined>
  readonly findPersonBySub: FindPersonBySub
}

/** Seconds for which a browser may come back: longer than a sign-in and its approval can last. */
const requestLife = 600

/** The library's hook for where the browser goes; it has checked everything about the request. */
export function openingOf(ports: OpeningPorts): (ctx: KoaContextWithOIDC) => Promise<string> {
  return async (ctx) => {
    const { asked, pending } = stateOf(ctx)
    const client = await clientOf(ports, ctx)
    if (!asked || !pending) throw new Error('an interaction that nothing asked for')
    const browser = rememberBrowser(ctx.req.headers.cookie)
    const { kind, display, level, evidence, userIdHint } = asked
    const opened = await ports.openSignIn({
      client,
      kind,
      display,
      level,
      evidence,
      browser: browser.hash,
      from: { browser: browserInWords(ctx.req.headers['user-agent'], display.lang) },
      userIdHint,
      boundPerson: await hintedPerson(ports, ctx, client),
      request: { ...pending, life: requestLife },
    })
    if (!opened.ok) throw new errors.InvalidRequestUri('the pushed request has ended')
    ctx.append('set-cookie', browser.setCookie)
    return `/sign-in/${opened.value.id}`
  }
}

async function clientOf({ findClient }: OpeningPorts, ctx: KoaContextWithOIDC): Promise<Client> {
  const id = ClientId.parse(ctx.oidc.client?.clientId)
  const client = id && (await findClient(id))
  if (!client) throw new errors.InvalidClient('client is invalid')
  return client
}

/**
 * The person whom the service knows, by an ID token that we gave to its organisation: the library
 * has verified the token. Without it anybody may sign in.
 */
async function hintedPerson(
  { findPersonBySub }: OpeningPorts,
  { oidc }: KoaContextWithOIDC,
  { organisation }: Client,
): Promise<PersonId | undefined> {
  const { IdTokenHint: hint } = oidc.entities
  if (!hint) return undefined
  const { sub } = hint.payload
  const person = typeof sub === 'string' ? await findPersonBySub(organisation.id, sub) : undefined
  if (!person) throw new errors.AccessDenied('mitid_unknown_person')
  return person
}
