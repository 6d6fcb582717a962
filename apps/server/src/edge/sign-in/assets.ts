/** What browsers load for the box: read and packed once at the start, named by content, kept. */
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { readAssets, type Asset } from '@open-mitid/ui/site'
import type { FastifyInstance } from 'fastify'

export type BoxAssets = {
  readonly stylesheets: readonly string[]
  readonly scripts: Readonly<Record<'box' | 'return', string>>
  /** The two weights of Latin text, fetched with the page so that words do not change shape. */
  readonly fonts: readonly string[]
  readonly icon: string
  readonly files: ReadonlyMap<string, PackedAsset>
}

/** `brotli` is absent for what is packed already, such as fonts. */
type PackedAsset = Asset & { readonly brotli?: Buffer }

const place = '/client/'
const latin = /ibm-plex-sans-latin-(400|600)-normal[^/]*\.woff2$/u

/** Reads the folder that the build made of `client/`; a missing file stops the start. */
export function readBoxAssets(folder: string): BoxAssets {
  const found = [...readAssets(folder), ...readAssets(signFolder())]
  const files = new Map(found.map(([name, asset]) => [name, packed(asset)] as const))
  const address = (name: string) => {
    const asset = files.get(name)
    if (!asset) throw new Error(`The build has no ${name} in ${folder}`)
    return `${place}${name}?v=${asset.etag.slice(1, 17)}`
  }
  return {
    stylesheets: [address('page.css')],
    scripts: { box: address('box.js'), return: address('return.js') },
    fonts: [...files.keys()].filter((name) => latin.test(name)).map((name) => place + name),
    icon: address('mark.svg'),
    files,
  }
}

/** Where the scheme's own sign lies. */
function signFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('@open-mitid/ui/asset/mark.svg'))
}

/** Serves them; a name that carries its content's hash is never asked for twice. */
export function serveAssets(app: FastifyInstance, { files }: BoxAssets): void {
  app.get<{ Params: { '*': string } }>(`${place}*`, (request, reply) => {
    const name = request.params['*']
    const asset = files.get(name)
    if (!asset) {
      reply.callNotFound()
      return reply
    }
    const hashed = name.startsWith('assets/') || request.url.includes('?v=')
    void reply.headers({
      'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      'content-type': asset.type,
      etag: asset.etag,
      vary: 'accept-encoding',
    })
    if (request.headers['if-none-match'] === asset.etag) return reply.code(304).send()
    const takesBrotli = /\bbr\b/u.test(request.headers['accept-encoding'] ?? '')
    if (!asset.brotli || !takesBrotli) return reply.send(asset.bytes)
    return reply.header('content-encoding', 'br').send(asset.brotli)
  })
}

function packed(asset: Asset): PackedAsset {
  return asset.type.startsWith('font/')
    ? asset
    : { ...asset, brotli: brotliCompressSync(asset.bytes) }
}
