/** What browsers load: packed by the build, sent in the form that the browser takes. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readAssets, type Asset } from '@open-mitid/ui/site'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { rangeOf } from './byte-range.ts'

type Encoding = 'br' | 'gzip'

const endings: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz' }

export type PackedFile = Asset & {
  /** Empty for what the build did not pack, such as fonts and pictures. */
  readonly packed: Readonly<Partial<Record<Encoding, Buffer>>>
}

/** By path under the folder, with the packed forms that lie beside each. */
export function readPacked(folder: string): ReadonlyMap<string, PackedFile> {
  return new Map(
    [...readAssets(folder)].map(([name, asset]) => {
      const path = join(folder, name)
      return [name, { ...asset, packed: { ...form('br', path), ...form('gzip', path) } }] as const
    }),
  )
}

function form(encoding: Encoding, path: string): PackedFile['packed'] {
  const file = `${path}${endings[encoding]}`
  return existsSync(file) ? { [encoding]: readFileSync(file) } : {}
}

/** `kept`: the address names this very content, so it is never asked for twice. */
export function sendFile(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  file: PackedFile,
  kept: boolean,
): FastifyReply {
  void reply.headers({
    'cache-control': kept ? 'public, max-age=31536000, immutable' : 'no-cache',
    'content-type': file.type,
    etag: file.etag,
    vary: 'accept-encoding',
  })
  if (headers['if-none-match'] === file.etag) return reply.code(304).send()
  const encoding = encodingFor(headers['accept-encoding'], file.packed)
  if (!encoding) return sendPlain(headers, reply, file)
  return reply.header('content-encoding', encoding).send(file.packed[encoding])
}

/** Whole, or the part that is asked for: some browsers play no film otherwise. */
function sendPlain(
  headers: FastifyRequest['headers'],
  reply: FastifyReply,
  { bytes, etag }: PackedFile,
): FastifyReply {
  const same = headers['if-range'] === undefined || headers['if-range'] === etag
  const part = same ? rangeOf(headers.range, bytes.length) : 'all'
  void reply.header('accept-ranges', 'bytes')
  if (part === 'all') return reply.send(bytes)
  if (part === 'none')
    return reply.code(416).header('content-range', `bytes */${bytes.length}`).send()
  const { from, to } = part
  return reply
    .code(206)
    .header('content-range', `bytes ${from}-${to}/${bytes.length}`)
    .send(bytes.subarray(from, to + 1))
}

/** RFC 9110 §12.5.3, as far as browsers use it: brotli before gzip, never one that is refused. */
function encodingFor(accepted = '', files: PackedFile['packed']): Encoding | undefined {
  const refused = /;\s*q=0(\.0*)?$/u
  const wanted = accepted
    .split(',')
    .map((item) => item.trim())
    .filter((item) => !refused.test(item))
    .map((item) => item.split(';')[0]?.trim())
  return (['br', 'gzip'] as const).find((name) => wanted.includes(name) && files[name])
}
