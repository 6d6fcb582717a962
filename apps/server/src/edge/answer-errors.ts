/** One answer for every error: a page for a browser's navigation, RFC 9457 problem JSON otherwise. */
import { pickLanguage } from '@open-mitid/ui/wording'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ZodError } from 'zod'
import { errorPage } from './error-page.tsx'
import { logFault } from './log-fault.ts'
import { RequestProblem, requestProblems, type RequestProblemKind } from './problem.ts'

/** What Fastify and its parsers refuse, in our own terms. */
const kindsByStatus: Readonly<Record<number, RequestProblemKind>> = {
  400: 'malformed',
  404: 'not-found',
  408: 'malformed',
  413: 'too-large',
  414: 'too-large',
  415: 'wrong-type',
  503: 'busy',
}

type Settings = { readonly schemeName: string }

export function answerErrors(app: FastifyInstance, settings: Settings): void {
  const methods = collectMethods(app)
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const kind = kindOf(error)
    if (kind === 'fault' || kind === 'busy') logFault(request, error, 'a request failed')
    if (error instanceof RequestProblem && error.retryAfter !== undefined)
      reply.header('retry-after', String(error.retryAfter))
    return answer(request, reply, kind, settings)
  })
  app.setNotFoundHandler((request, reply) => {
    const allowed = methods.at(request.url.split('?')[0] ?? '/')
    if (allowed.length === 0 || allowed.includes(request.method))
      return answer(request, reply, 'not-found', settings)
    reply.header('allow', allowed.join(', '))
    return answer(request, reply, 'method-not-allowed', settings)
  })
}

/** An address that cannot be decoded, or is longer than any of ours: nothing is there. */
export function answerUnreadable(
  request: FastifyRequest,
  reply: FastifyReply,
  settings: Settings,
): void {
  void answer(request, reply, 'not-found', settings)
}

function kindOf(error: FastifyError): RequestProblemKind {
  if (error instanceof RequestProblem) return error.kind
  if (error instanceof ZodError) return 'malformed'
  return kindsByStatus[error.statusCode ?? 500] ?? 'fault'
}

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  kind: RequestProblemKind,
  { schemeName }: Settings,
): FastifyReply {
  const { status, title } = requestProblems[kind]
  reply.code(status)
  if (wantsPage(request)) {
    const language = pickLanguage(request.headers['accept-language'])
    return reply
      .type('text/html; charset=utf-8')
      .send(
        errorPage({ kind, language, schemeName, id: request.id, again: againOf(request, kind) }),
      )
  }
  return reply
    .type('application/problem+json')
    .send({ type: 'about:blank', title, status, kind, id: request.id })
}

/** Where the same can be asked once more: what was sent by a form is gone with its page. */
function againOf({ method, url }: FastifyRequest, kind: RequestProblemKind): string | undefined {
  return kind === 'too-many' && method === 'GET' ? url : undefined
}

/** A browser that navigates names HTML outright; `fetch` and programs do not. */
function wantsPage({ headers }: FastifyRequest): boolean {
  return headers.accept?.includes('text/html') ?? false
}

/** Which methods each address has, for the Allow header (RFC 9110 §15.5.6). */
function collectMethods(app: FastifyInstance): { at: (path: string) => string[] } {
  const routes: { readonly pattern: RegExp; readonly methods: readonly string[] }[] = []
  app.addHook('onRoute', ({ url, method }) => {
    const pattern = url
      .split('/')
      .map((part) => (part.startsWith(':') ? '[^/]+' : part === '*' ? '.*' : escaped(part)))
      .join('/')
    if (url !== '/*' && url !== '*')
      routes.push({ pattern: new RegExp(`^${pattern}$`, 'u'), methods: [method].flat() })
  })
  return {
    at(path) {
      const matching = routes.filter(({ pattern }) => pattern.test(path))
      return [...new Set(matching.flatMap(({ methods }) => methods))].sort()
    },
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
}
