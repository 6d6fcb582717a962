/** What browsers load: packed once at the start, sent in the form that the browser takes. */
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Asset } from '@open-mitid/ui/site'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { rangeOf } from './byte-range.ts'

type Encoding = 'br' | 'gzip'

export type PackedFile = Asset & {
  /** Empty for what is packed already, such as fonts and pictures. */
  readonly packed: Readonly<Partial<Record<Encoding, Buffer>>>
}

export function packed(asset: Asset): PackedFile {
  const { bytes, type } = asset
  if (/^font\/|^video\/|^image\/(?:png|webp|jpeg)/u.test(type)) return { ...asset, packed: {} }
  return { ...asset, packed: { br: brotliCompressSync(bytes), gzip: gzipSync(bytes) } }
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
