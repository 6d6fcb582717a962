/**
 * Who may call: on one host every port gets every cookie, so a cookie proves nothing about the page
 * that sends it. Everything that writes, and every event stream, must come from our own page.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { RequestProblem } from './problem.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * `server`: called by other servers, which prove themselves in the request and carry no cookie.
     * Without it, only a page of this edge's own origin may call what writes.
     */
    readonly caller?: 'page' | 'server'
    /** An event stream, guarded as if it wrote. */
    readonly stream?: true
  }
}

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses other hosts (DNS rebinding) and other origins before any body is read. */
export function checkCallers(app: FastifyInstance, origin: string): void {
  const { host, port, protocol } = new URL(origin)
  // RFC 9110 §4.2.3: a port that goes without saying may be said, and some proxies do.
  const hosts = new Set([
    host,
    ...(port === '' ? [`${host}:${standardPorts[protocol] ?? ''}`] : []),
  ])
  app.addHook('onRequest', (request, _reply, done) => {
    done(problemOf(request, origin, hosts))
  })
}

const standardPorts: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' }

function problemOf(
  request: FastifyRequest,
  origin: string,
  hosts: ReadonlySet<string>,
): Error | undefined {
  const { config, url } = request.routeOptions
  // RFC 9112 §3.2.2: a whole address in the request line would count before the Host header.
  if (!request.url.startsWith('/')) return new RequestProblem('wrong-host')
  if (url !== '/health' && !hosts.has(request.headers.host?.toLowerCase() ?? ''))
    return new RequestProblem('wrong-host')
  if (config.caller === 'server' || request.is404) return undefined
  const stream = config.stream ?? request.headers.accept?.includes('text/event-stream')
  if (reading.has(request.method) && !stream) return undefined
  return isOwnPage(request, origin) ? undefined : new RequestProblem('foreign-origin')
}

/** Fetch Metadata (W3C) or, where a browser or program has none, the exact Origin (RFC 6454). */
function isOwnPage({ headers }: FastifyRequest, origin: string): boolean {
  if (headers.origin !== undefined && headers.origin !== 'null') return headers.origin === origin
  return headers['sec-fetch-site'] === 'same-origin'
}
