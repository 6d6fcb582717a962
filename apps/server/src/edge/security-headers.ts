/** The headers that every answer of an edge carries, one table row an edge. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { EdgeName } from '../config.ts'

type Policy = {
  /** Reads pictures and films that it made itself: a camera's, and those it keeps in a file. */
  readonly blobs: boolean
  /** Plays films, its own alone. */
  readonly films: boolean
  /** Compiles OPAQUE, which is WebAssembly. */
  readonly wasm: boolean
  readonly worker: boolean
  readonly permissions: string
  readonly referrer: 'same-origin' | 'no-referrer'
}

const others = 'geolocation=(), microphone=(), payment=(), usb=()'
/** Not `no-referrer`: that would make the Origin of our own forms "null" (Fetch §3.2). */
const pages: Policy = {
  blobs: false,
  films: false,
  wasm: false,
  worker: false,
  permissions: `camera=(), display-capture=(), ${others}`,
  referrer: 'same-origin',
}

const policies: Readonly<Record<EdgeName, Policy>> = {
  oidc: { ...pages, wasm: true },
  phone: {
    blobs: true,
    films: true,
    wasm: true,
    worker: true,
    // It scans with the camera, or what another window of the same computer shows.
    permissions: `camera=(self), display-capture=(self), ${others}`,
    referrer: 'no-referrer', // it has no forms
  },
  // Where a password is chosen, and the app is shown.
  citizen: { ...pages, films: true, wasm: true },
  desk: pages,
}

/** CSP Level 3: nothing from elsewhere, nothing inline, never framed. */
export function contentSecurityPolicy(name: EdgeName): string {
  const { blobs, films, wasm, worker } = policies[name]
  return [
    "default-src 'none'",
    `script-src 'self'${wasm ? " 'wasm-unsafe-eval'" : ''}`,
    "style-src 'self'",
    `img-src 'self' data:${blobs ? ' blob:' : ''}`,
    ...(films ? [`media-src 'self'${blobs ? ' blob:' : ''}`] : []),
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    ...(worker ? ["worker-src 'self'"] : []),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** A route may set its own afterwards, as static files do with their caching. */
export function setSecurityHeaders(app: FastifyInstance, edge: Edge): void {
  const write = headersOf(edge)
  app.addHook('onRequest', (request, reply, done) => {
    write(request, reply)
    done()
  })
}

type Edge = { readonly name: EdgeName; readonly origin: string }

/** Writes them where no hook runs: on the answer to an address that no route could be sought for. */
export function headersOf({ name, origin }: Edge) {
  const headers = {
    'content-security-policy': contentSecurityPolicy(name),
    'permissions-policy': policies[name].permissions,
    'x-content-type-options': 'nosniff',
    'referrer-policy': policies[name].referrer,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
    ...(origin.startsWith('https:') && {
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
    }),
  }
  return ({ id }: FastifyRequest, reply: FastifyReply): void => {
    void reply.headers(headers).header('x-request-id', id)
  }
}

/**
 * Lets the pages of an edge reach more origins, those that there are: a sandbox's chips, which no
 * phone can touch, and a reader at the person's own computer.
 */
export function allowConnections(
  app: FastifyInstance,
  name: EdgeName,
  origins: readonly (string | undefined)[],
): void {
  const more = origins.filter((origin) => origin !== undefined)
  if (more.length === 0) return
  const connect = ['connect-src', ...more].join(' ')
  const policy = contentSecurityPolicy(name).replace('connect-src', connect)
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.header('content-security-policy', policy)
    done()
  })
}
