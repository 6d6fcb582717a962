/** The built app: read and packed once at the start, so that a request can name nothing else. */
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { manifestPath } from './app-settings.ts'

type Encoding = 'br' | 'gzip'
type AppFile = {
  readonly type: string
  readonly etag: string
  readonly bytes: Buffer
  /** Absent for what is packed already, such as fonts and pictures. */
  readonly packed: Readonly<Partial<Record<Encoding, Buffer>>>
}

/** By path under the app's origin, `/index.html` among them. */
export type AppFiles = ReadonlyMap<string, AppFile>

type Kind = { readonly type: string; readonly packs: boolean }
const kinds: Readonly<Partial<Record<string, Kind>>> = {
  '.html': { type: 'text/html; charset=utf-8', packs: true },
  '.js': { type: 'text/javascript; charset=utf-8', packs: true },
  '.css': { type: 'text/css; charset=utf-8', packs: true },
  '.json': { type: 'application/json', packs: true },
  '.webmanifest': { type: 'application/manifest+json', packs: true },
  '.svg': { type: 'image/svg+xml', packs: true },
  '.wasm': { type: 'application/wasm', packs: true },
  '.txt': { type: 'text/plain; charset=utf-8', packs: true },
  '.png': { type: 'image/png', packs: false },
  '.ico': { type: 'image/x-icon', packs: false },
  '.woff2': { type: 'font/woff2', packs: false },
}

/** Addresses that open the app; what they carry stands after `#` and never reaches us. */
const entrances = ['/', '/q', '/s', '/activate'] as const

/** Reads the folder that the build made; files of other kinds, such as source maps, are left out. */
export function readAppFiles(folder: string): AppFiles {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = names.flatMap((name) => {
    const kind = kinds[extname(name)]
    if (!kind) return []
    const bytes = readFileSync(join(folder, name))
    const packed = kind.packs ? { br: brotliCompressSync(bytes), gzip: gzipSync(bytes) } : {}
    const etag = `"${createHash('sha256').update(bytes).digest('base64url')}"`
    return [[`/${name.replaceAll('\\', '/')}`, { type: kind.type, etag, bytes, packed }] as const]
  })
  const all = new Map(files)
  if (!all.has('/index.html')) throw new Error(`The build has no index.html in ${folder}`)
  return all
}

/** Files are routes of their own, so that every other address is answered as nothing there. */
export function serveApp(edge: FastifyInstance, files: AppFiles): void {
  for (const [path, file] of files) {
    if (path === '/index.html' || path === manifestPath) continue
    edge.get(path, (request, reply) => send(request, reply, path, file))
  }
  const index = files.get('/index.html')
  if (!index) return
  for (const path of entrances)
    edge.get(path, (request, reply) => send(request, reply, path, index))
}

function send(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  path: string,
  { type, etag, bytes, packed }: AppFile,
): FastifyReply {
  void reply.headers({
    'content-type': type,
    etag,
    vary: 'accept-encoding',
    // The build puts the hash of the content into the names under /assets/.
    'cache-control': path.startsWith('/assets/')
      ? 'public, max-age=31536000, immutable'
      : 'no-cache',
  })
  if (headers['if-none-match'] === etag) return reply.code(304).send()
  const encoding = encodingFor(headers['accept-encoding'], packed)
  if (!encoding) return reply.send(bytes)
  return reply.header('content-encoding', encoding).send(packed[encoding])
}

/** RFC 9110 §12.5.3, as far as browsers use it: brotli before gzip, never one that is refused. */
function encodingFor(accepted = '', packed: AppFile['packed']): Encoding | undefined {
  const refused = /;\s*q=0(\.0*)?$/u
  const wanted = accepted
    .split(',')
    .map((item) => item.trim())
    .filter((item) => !refused.test(item))
    .map((item) => item.split(';')[0]?.trim())
  return (['br', 'gzip'] as const).find((name) => wanted.includes(name) && packed[name])
}
