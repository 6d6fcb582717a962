/** Mounts the OpenID provider on the edge of its origin. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Bytes } from '@open-mitid/kernel'
import type { FastifyBaseLogger, FastifyPluginAsync } from 'fastify'
import type { ExternalSigningKey } from 'oidc-provider'
import { RequestProblem } from '../problem.ts'
import { contentSecurityPolicy } from '../security-headers.ts'
import { takeOver } from '../take-over.ts'
import { openAdapter, type OidcStore } from './adapter.ts'
import { openingOf, type OpeningPorts } from './opening.ts'
import { errorRenderer, loggedOutRenderer } from './pages.tsx'
import { letGoAfter } from './let-go.ts'
import { changeAnswers } from './provider-answers.ts'
import { openProvider, routes } from './provider.ts'

export type OidcEdge = OidcStore &
  OpeningPorts & {
    readonly issuer: string
    readonly schemeName: string
    readonly codeKey: Bytes
    /** The keys that sign and verify now, the signing one first; the same array while they last. */
    readonly keys: () => Promise<readonly ExternalSigningKey[]>
    /** Counts what came of a request, by name. */
    readonly count: (what: string) => void
  }

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Where other servers call, which prove themselves in the request. */
const serverPaths = [routes.pushed_authorization_request, routes.token, routes.userinfo] as const
/** Where browsers are sent, and where anybody reads. */
const readPaths = [
  routes.authorization,
  `${routes.authorization}/:uid`,
  routes.end_session,
  `${routes.end_session}/success`,
  routes.jwks,
  routes.userinfo,
  '/.well-known/openid-configuration',
  '/.well-known/oauth-authorization-server',
] as const

export function oidcEdge(edge: OidcEdge): FastifyPluginAsync {
  return (app) => {
    const handle = stating(edge.issuer, newest(edge, app.log))
    const mount = (method: 'GET' | 'POST', url: string) => {
      app.route({
        method,
        url,
        config: {
          caller: 'server',
          ...(url === routes.authorization ? ({ limit: 'opening' } as const) : {}),
        },
        exposeHeadRoute: false, // the library would take it for a GET and open a sign-in
        async handler(request, reply) {
          await handle(request.raw, takeOver(reply))
        },
      })
    }
    // The library reads bodies itself, to at most 56 KiB.
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', (_request, _body, done) => {
      done(null)
    })
    for (const path of readPaths) mount('GET', path)
    for (const path of serverPaths) mount('POST', path)
    app.register(postedRequests)
    return Promise.resolve()
  }
}

/**
 * OpenID Connect Core 1.0 §3.1.2.1: a request may be sent by a form, from a page of any service.
 * Such a form comes without this browser's cookie (SameSite=Lax), and whoever is sent one must not
 * lose it. So nothing is done for it: the browser asks again by GET, with its cookie, as for a link.
 */
const postedRequests: FastifyPluginAsync = (app) => {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: longestRequest },
    (_request, body, done) => {
      done(null, String(new URLSearchParams(String(body))))
    },
  )
  app.post(routes.authorization, { config: { caller: 'server' } }, (request, reply) => {
    if (typeof request.body !== 'string') throw new RequestProblem('wrong-type')
    return reply.redirect(`${routes.authorization}?${request.body}`, 303)
  })
  return Promise.resolve()
}

/** Bytes that any browser and proxy takes in an address; what is longer is to be pushed. */
const longestRequest = 6 * 1024

/** A provider has its keys for life: when they change, another one takes its place. */
function newest(edge: OidcEdge, log: FastifyBaseLogger): () => Promise<Handler> {
  let current: { keys: readonly ExternalSigningKey[]; handler: Handler } | undefined
  const adapter = openAdapter(edge)
  return async () => {
    const keys = await edge.keys()
    if (current?.keys !== keys) current = { keys, handler: provide({ edge, adapter, keys, log }) }
    return current.handler
  }
}

type Provide = {
  edge: OidcEdge
  adapter: ReturnType<typeof openAdapter>
  keys: readonly ExternalSigningKey[]
  log: FastifyBaseLogger
}

function provide({ edge, adapter, keys, log }: Provide): Handler {
  const { issuer, schemeName, codeKey, count } = edge
  const renderError = errorRenderer(schemeName)
  const provider = openProvider({
    issuer,
    adapter,
    codeKey,
    keys,
    open: openingOf(edge),
    renderError,
    renderLoggedOut: loggedOutRenderer(schemeName),
  })
  provider.use(letGoAfter)
  provider.use(changeAnswers({ policy: contentSecurityPolicy('oidc'), renderError }))
  provider.on('server_error', (_ctx, fault) => {
    log.error({ err: fault }, 'the provider failed')
  })
  provider.on('grant.success', () => {
    count('token-issued')
  })
  provider.on('grant.error', () => {
    count('token-refused')
  })
  provider.on('authorization.success', () => {
    count('code-issued')
  })
  return provider.callback()
}

/**
 * The library builds addresses from the request's own host and scheme, which a caller chooses. It
 * is told those of the issuer instead, whatever came and whatever stands before us.
 */
function stating(issuer: string, handler: () => Promise<Handler>): Handler {
  const { host, protocol } = new URL(issuer)
  return async (request, response) => {
    delete request.headers['x-forwarded-host']
    request.headers.host = host
    request.headers['x-forwarded-proto'] = protocol.slice(0, -1)
    await (
      await handler()
    )(request, response)
  }
}
