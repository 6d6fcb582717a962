/** What browsers load: read once at the start, so that a request can name nothing else. */
import { hash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

export type Asset = { readonly bytes: Buffer; readonly type: string; readonly etag: string }

const types: Partial<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wav': 'audio/wav',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.webm': 'video/webm',
  '.otf': 'font/otf',
  '.bin': 'application/octet-stream',
}

/** By path under the folder, with forward slashes; files of other kinds are left out. */
export function readAssets(folder: string): ReadonlyMap<string, Asset> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return new Map(
    files.flatMap((file) => {
      const type = types[extname(file)]
      if (type === undefined) return []
      const asset = assetOf(readFileSync(join(folder, file)), type)
      return [[file.replaceAll('\\', '/'), asset] as const]
    }),
  )
}

/** Named by its content, so that a browser keeps it as long as it is the same. */
export function assetOf(bytes: Buffer, type: string): Asset {
  return { bytes, type, etag: `"${hash('sha256', bytes, 'base64url')}"` }
}
