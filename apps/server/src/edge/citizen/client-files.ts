/** What browsers load: one stylesheet, its fonts, and the icon. No scripts. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { brotliCompressSync } from 'node:zlib'
import { readAssets, type Asset } from '@open-mitid/ui/site'
import type { FastifyInstance } from 'fastify'

/** `brotli` is absent for what is packed already, such as fonts. */
type ClientFile = Asset & { readonly brotli?: Buffer }

export type ClientFiles = {
  readonly stylesheets: readonly string[]
  /** The two weights of Latin text, fetched with the page so that words do not change shape. */
  readonly fonts: readonly string[]
  readonly icon: string
  readonly files: ReadonlyMap<string, ClientFile>
}

const place = '/client/'
const latin = /ibm-plex-sans-latin-(400|600)-normal[^/]*\.woff2$/u

/** Reads the folder that the build made of `client/`; a missing file stops the start. */
export function readClientFiles(folder: string): ClientFiles {
  const assets = [...readAssets(folder), ['mark.svg', icon()] as const]
  const files = new Map(assets.map(([name, asset]) => [name, packed(asset)]))
  const address = (name: string) => {
    const file = files.get(name)
    if (!file) throw new Error(`The build has no ${name} in ${folder}`)
    return `${place}${name}?v=${file.etag.slice(1, 17)}`
  }
  return {
    stylesheets: [address('page.css')],
    fonts: [...files.keys()].filter((name) => latin.test(name)).map((name) => place + name),
    icon: address('mark.svg'),
    files,
  }
}

/** Serves them; a name that carries its content's hash is never asked for twice. */
export function serveClientFiles(app: FastifyInstance, { files }: ClientFiles): void {
  app.get<{ Params: { '*': string } }>(`${place}*`, (request, reply) => {
    const name = request.params['*']
    const file = files.get(name)
    if (!file) {
      reply.callNotFound()
      return reply
    }
    const named = name.startsWith('assets/') || request.url.includes('?v=')
    void reply.headers({
      'cache-control': named ? 'public, max-age=31536000, immutable' : 'no-cache',
      'content-type': file.type,
      etag: file.etag,
      vary: 'accept-encoding',
    })
    if (request.headers['if-none-match'] === file.etag) return reply.code(304).send()
    const takesBrotli = /\bbr\b/u.test(request.headers['accept-encoding'] ?? '')
    if (!file.brotli || !takesBrotli) return reply.send(file.bytes)
    return reply.header('content-encoding', 'br').send(file.brotli)
  })
}

function icon(): Asset {
  const file = createRequire(import.meta.url).resolve('@open-mitid/ui/asset/mark.svg')
  const bytes = readFileSync(file)
  const etag = `"${createHash('sha256').update(bytes).digest('base64url')}"`
  return { bytes, type: 'image/svg+xml', etag }
}

function packed(asset: Asset): ClientFile {
  return asset.type.startsWith('font/')
    ? asset
    : { ...asset, brotli: brotliCompressSync(asset.bytes) }
}
