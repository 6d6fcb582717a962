/** Links into the app. What they carry stands after `#`, which no server and no log ever sees. */
import { accept, fromBase64url, refuse, type Result } from '@open-mitid/kernel'
import { ActivationCode } from './codes.ts'
import { Qid, readQrFrame, type QrFrame } from './qr-frame.ts'

export type AppLink =
  | ({ readonly kind: 'qr' } & QrFrame)
  | { readonly kind: 'start'; readonly qid: Qid; readonly token: string }
  | { readonly kind: 'activate'; readonly code: ActivationCode }
  /** Somebody's phone asks this one to read their passport: once, by `code`; `key` seals the photo. */
  | { readonly kind: 'help'; readonly code: string; readonly key: string }

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

/** `code` and `key` are base64url of 32 random bytes: a passport that a helper's phone reads. */
export function helpLink(app: string, code: string, key: string): string {
  return `${app}/h#1.${code}.${key}`
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
  ['/h', readHelp],
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

function readHelp(text: string): AppLink | undefined {
  const [version, code = '', key = '', ...more] = text.split('.')
  const whole = [code, key].every((part) => fromBase64url(part)?.length === 32)
  return version === '1' && whole && more.length === 0 ? { kind: 'help', code, key } : undefined
}

function readActivation(text: string): AppLink | undefined {
  const code = ActivationCode.parse(text)
  return code && { kind: 'activate', code }
}
