/**
 * How a small program serves its pages: headers that forbid what no page of ours does, requests
 * only from its own pages, the language a person chose, and files that browsers load.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fastify from 'fastify'
import { isLanguage, pickLanguage, type Language } from '../wording/language.ts'
import type { Asset } from './asset.ts'
import { comesFromHere, isForHere } from './request-origin.ts'

export type SiteOptions = {
  /** The exact origin of the pages, known when the port is. */
  readonly origin: () => string
  /** What browsers load from `/client/`, by file name. */
  readonly assets: ReadonlyMap<string, Asset>
  /** Each site names its cookie: on localhost every port gets every cookie. */
  readonly languageCookie: string
  /** Other origins that a form of this site may lead to, by redirect. */
  readonly formTargets?: readonly string[]
  /** The page for an address that is not there, or a request that came from elsewhere. */
  readonly problemPage: (problem: SiteProblem, request: FastifyRequest) => string
  readonly bodyLimit?: number
  /** Other origins whose pages may call this site as its own pages do. */
  readonly guests?: readonly string[]
}

export type SiteProblem = 'missing' | 'foreign' | 'fault'

const titles: Readonly<Record<SiteProblem, string>> = {
  missing: 'Not found',
  foreign: 'Say who asks: X-Requested-By is missing, or the request comes from another page',
  fault: 'A fault of ours; nothing was changed by this request',
}

/** A Fastify instance that has all of this; routes are added by the program. */
export function site(options: SiteOptions): FastifyInstance {
  const policy = pagePolicy(options.formTargets ?? [])
  const web = fastify({
    forceCloseConnections: true,
    bodyLimit: options.bodyLimit ?? 65_536,
    // An address that cannot be decoded: no hook runs for it.
    frameworkErrors(_error, request, reply) {
      reply.headers({ ...headers, 'content-security-policy': policy })
      void answer(request, reply, 404, 'missing')
    },
  })

  const answer = (
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    problem: SiteProblem,
  ) => {
    reply.code(status)
    return wantsPage(request)
      ? sendPage(reply, options.problemPage(problem, request))
      : sendProblem(reply, status, titles[problem])
  }

  web.addHook('onRequest', async (request, reply) => {
    reply.headers({ ...headers, 'content-security-policy': policy })
    const chosen = searchOf(request).get('lang')
    if (isLanguage(chosen)) {
      const kept = `${options.languageCookie}=${chosen}; Path=/; Max-Age=31536000; SameSite=Lax`
      reply.header('set-cookie', kept)
    }
    const reads = request.method === 'GET' || request.method === 'HEAD'
    const listens = request.headers.accept === 'text/event-stream'
    const forUs = isForHere(request.headers, options.origin())
    const guest = options.guests?.find((origin) => origin === request.headers.origin)
    if (forUs && guest !== undefined) {
      reply.headers(welcome(guest))
      return request.method === 'OPTIONS' ? reply.code(204).send() : undefined
    }
    if (!forUs || ((!reads || listens) && !comesFromHere(request.headers, options.origin())))
      await answer(request, reply, forUs ? 403 : 421, 'foreign')
  })
  web.setNotFoundHandler((request, reply) => answer(request, reply, 404, 'missing'))
  web.setErrorHandler((error, request, reply) => {
    const status = statusOf(error)
    if (status !== undefined) return sendProblem(reply, status, 'The request cannot be read')
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : 'fault'}\n`)
    return answer(request, reply, 500, 'fault')
  })
  web.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => {
      done(null, Object.fromEntries(new URLSearchParams(body.toString())))
    },
  )
  web.get<{ Params: { '*': string } }>('/client/*', (request, reply) => {
    const asset = options.assets.get(request.params['*'])
    if (!asset) return answer(request, reply, 404, 'missing')
    if (request.headers['if-none-match'] === asset.etag) return reply.code(304).send()
    return reply
      .headers({ 'cache-control': 'no-cache', etag: asset.etag, 'content-type': asset.type })
      .send(asset.bytes)
  })
  return web
}

/** The address says it for now, the cookie for later, and else the browser's own setting. */
export function siteLanguage(request: FastifyRequest, languageCookie: string): Language {
  const chosen = searchOf(request).get('lang')
  if (isLanguage(chosen)) return chosen
  const kept = cookieOf(request, languageCookie)
  return isLanguage(kept) ? kept : pickLanguage(request.headers['accept-language'])
}

export function cookieOf(request: FastifyRequest, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2)
    if (key === name) return value
  }
  return undefined
}

/**
 * The same page in each language, as a language switch links it. The path may be whatever a caller
 * asked for, also one that is not there; a link that began with two slashes would lead elsewhere.
 */
export function inLanguages(path: string): Readonly<Record<Language, string>> {
  const [place, search] = cut(path)
  const own = place.replace(/^[/\\]+/u, '')
  const there = (language: Language) => {
    const params = new URLSearchParams(search)
    params.set('lang', language)
    return `/${own}?${String(params)}`
  }
  return { da: there('da'), en: there('en') }
}

export function sendPage(reply: FastifyReply, page: string) {
  return reply.type('text/html; charset=utf-8').send(page)
}

/** RFC 9457. */
export function sendProblem(reply: FastifyReply, status: number, title: string) {
  return reply.code(status).type('application/problem+json').send({ title, status })
}

export function wantsPage(request: FastifyRequest): boolean {
  return (request.headers.accept ?? '').includes('text/html')
}

function searchOf(request: FastifyRequest): URLSearchParams {
  return new URLSearchParams(cut(request.url)[1])
}

/** A path and its search, at the first question mark: the others are part of the search (RFC 3986 §3.4). */
function cut(address: string): readonly [path: string, search: string] {
  const [path = '', ...search] = address.split('?')
  return [path, search.join('?')]
}

function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('statusCode' in error)) return undefined
  const status = Number(error.statusCode)
  return status >= 400 && status < 500 ? status : undefined
}

/** What a browser must be told before a page of another origin may call (Fetch §3.3). */
function welcome(guest: string): Readonly<Record<string, string>> {
  return {
    'access-control-allow-origin': guest,
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'content-type, x-requested-by',
    'cross-origin-resource-policy': 'cross-origin',
    vary: 'origin',
  }
}

const headers = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const

function pagePolicy(formTargets: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
