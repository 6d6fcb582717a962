/** What we change in the library's answers before they leave. */
import type { StatementContent } from '@open-mitid/protocol'
import { errors, type Configuration, type KoaContextWithOIDC } from 'oidc-provider'
import { readDetails } from './approval-details.ts'
import { resumeCookie, sessionCookie } from './provider.ts'
import { stateOf } from './request-state.ts'

type Answer = (ctx: KoaContextWithOIDC) => void

/** By the library's names of its routes. */
const answers: Readonly<Record<string, Answer | undefined>> = {
  discovery: stateModes,
  token: addApproval,
  end_session: goOn,
}

export type ChangeAnswers = {
  readonly policy: string
  readonly renderError: NonNullable<Configuration['renderError']>
}

/** Middleware that goes around everything of the library's. */
export function changeAnswers({ policy, renderError }: ChangeAnswers) {
  return async (ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> => {
    await next()
    keepCookies(ctx)
    // The library adds hashes of scripts to it, for pages that are never sent.
    ctx.set('content-security-policy', policy)
    const { oidc } = ctx as { oidc?: KoaContextWithOIDC['oidc'] }
    if (!oidc) return
    if (ctx.status < 400) answers[oidc.route]?.(ctx)
    // A form that sends itself is off, also for telling that it is off.
    else if (oidc.params?.['response_mode'] === 'form_post')
      await renderError(ctx, { error: 'invalid_request' }, new errors.UnsupportedResponseMode())
  }
}

/**
 * There is no session. And the library would take a browser off its interaction as it answers, but
 * a person whose answer was lost, or who comes back, is led to the service again: with the same
 * code while it is unused, and else with an error (docs/decisions/opening-and-closing.md).
 */
function keepCookies(ctx: KoaContextWithOIDC): void {
  const set = [ctx.res.getHeader('set-cookie') ?? []].flat().map(String)
  const dropped = [`${sessionCookie}=`, `${resumeCookie}=;`]
  const kept = set.filter((cookie) => !dropped.some((start) => cookie.startsWith(start)))
  if (kept.length === 0) ctx.res.removeHeader('set-cookie')
  else if (kept.length < set.length) ctx.res.setHeader('set-cookie', kept)
}

function stateModes(ctx: KoaContextWithOIDC): void {
  ctx.body = { ...(ctx.body as object), response_modes_supported: ['query'] }
}

/** The signed statement, and what was asked for with the hashes of what was approved (RFC 9396 §7). */
function addApproval(ctx: KoaContextWithOIDC): void {
  const { signedIn, details } = stateOf(ctx)
  if (!signedIn) return
  const read = details === undefined ? undefined : readDetails(details)
  const { statement } = signedIn
  ctx.body = {
    ...(ctx.body as object),
    'mitid.approval': statement,
    ...(read?.ok ? { authorization_details: [{ ...read.value, ...hashesOf(statement) }] } : {}),
  }
}

/** Of a statement that we signed, and have kept sealed since. */
function hashesOf(statement: string): Pick<StatementContent, 'approval_sha256' | 'offer_sha256'> {
  const payload = Buffer.from(statement.split('.')[1] ?? '', 'base64url').toString()
  const { approval_sha256, offer_sha256 } = JSON.parse(payload) as StatementContent
  return { approval_sha256, offer_sha256 }
}

/**
 * OpenID Connect RP-Initiated Logout 1.0: the library has checked the request and would ask
 * whether to end the session. There is none, so the browser goes straight on.
 */
function goOn(ctx: KoaContextWithOIDC): void {
  const { postLogoutRedirectUri, state } = (ctx.oidc.session?.state ?? {}) as {
    postLogoutRedirectUri?: string
    state?: string
  }
  const to = new URL(postLogoutRedirectUri ?? ctx.oidc.urlFor('end_session_success'))
  if (postLogoutRedirectUri !== undefined && state !== undefined)
    to.searchParams.set('state', state)
  if (postLogoutRedirectUri === undefined && ctx.oidc.client)
    to.searchParams.set('client_id', ctx.oidc.client.clientId)
  ctx.body = null
  ctx.status = 303
  ctx.redirect(to.href)
}
