/** Links into the app. What they carry stands after `#`, which no server and no log ever sees. */
import { accept, fromBase64url, refuse, type Result } from '@open-mitid/kernel'
import { ActivationCode } from './codes.ts'
import { Qid, readQrFrame, type QrFrame } from './qr-frame.ts'

export type AppLink =
  | ({ readonly kind: 'qr' } & QrFrame)
  | { readonly kind: 'start'; readonly qid: Qid; readonly token: string }
  | { readonly kind: 'activate'; readonly code: ActivationCode }

/** `not-ours`: a code of something else. `malformed`: ours by its address, but damaged. */
export type AppLinkRefusal = { readonly kind: 'not-ours' | 'malformed' }

/** `app` is the app's origin, `frame` one that `qrFrame` made. */
export function qrLink(app: string, frame: string): string {
  return `${app}/q#${frame}`
}

/** `token` is base64url of 32 random bytes: the same-device button. */
export function startLink(app: string, qid: Qid, token: string): string {
  return `${app}/s#1.${qid}.${token}`
}

export function activationLink(app: string, code: ActivationCode): string {
  return `${app}/activate#${code}`
}

/** Reads a link that was scanned, pasted or opened; only those of this app are followed. */
export function parseAppLink(url: string, app: string): Result<AppLink, AppLinkRefusal> {
  const text = url.trim()
  const [place = '', ...after] = text.length > 500 ? [] : text.split('#')
  const path = place.startsWith(`${app}/`) ? place.slice(app.length) : undefined
  const read = path === undefined ? undefined : readers.get(path)
  if (!read) return refuse({ kind: 'not-ours' })
  const link = after.length === 1 ? read(after[0] ?? '') : undefined
  return link ? accept(link) : refuse({ kind: 'malformed' })
}

const readers = new Map<string, (text: string) => AppLink | undefined>([
  ['/q', readFrame],
  ['/s', readStart],
  ['/activate', readActivation],
])

function readFrame(text: string): AppLink | undefined {
  const frame = readQrFrame(text)
  return frame && { kind: 'qr', ...frame }
}

function readStart(text: string): AppLink | undefined {
  const [version, id, token, ...more] = text.split('.')
  const qid = Qid.parse(id)
  if (version !== '1' || !qid || token === undefined || more.length > 0) return undefined
  return fromBase64url(token)?.length === 32 ? { kind: 'start', qid, token } : undefined
}

function readActivation(text: string): AppLink | undefined {
  const code = ActivationCode.parse(text)
  return code && { kind: 'activate', code }
}
