/** The rotating QR code: each frame shows, for seconds, that somebody sees this screen now. */
import { hmacSha256 } from '#sha256'
import { base64url, equalBytes, fromBase64url, type Brand, type Bytes } from '@open-mitid/kernel'
import type { Seconds } from '@open-mitid/kernel'

/** Finds an open sign-in without naming it: 16 random bytes in base64url. */
export type Qid = Brand<string, 'Qid'>

export const Qid = {
  make: (random: (length: number) => Bytes): Qid => base64url(random(16)) as Qid,
  parse: (value: unknown): Qid | undefined =>
    typeof value === 'string' && fromBase64url(value)?.length === 16 ? (value as Qid) : undefined,
}

/** A frame that was read from a picture; its `mac` (base64url of 16 bytes) is not checked yet. */
export type QrFrame = { readonly qid: Qid; readonly t: number; readonly mac: string }

/** How long one frame is shown. */
export const frameSpan: Seconds = 2

/** The number of the frame to show: whole frames since the page was told its secret, in seconds. */
export function frameAt(openedAt: number, now: number): number {
  return Math.max(0, Math.floor((now - openedAt) / frameSpan))
}

/** `1.<qid>.<t>.<mac>`; mac = HMAC-SHA-256(secret, "mitid-qr-v1|<qid>|<t>"), its first 16 bytes. */
export function qrFrame(secret: Bytes, qid: Qid, t: number): string {
  return `1.${qid}.${t}.${base64url(macOf(secret, qid, t))}`
}

export function readQrFrame(text: string): QrFrame | undefined {
  const [version, id, number, mac, ...more] = text.split('.')
  const qid = Qid.parse(id)
  if (version !== '1' || !qid || number === undefined || mac === undefined || more.length > 0)
    return undefined
  if (!/^(0|[1-9][0-9]{0,5})$/u.test(number) || fromBase64url(mac)?.length !== 16) return undefined
  return { qid, t: Number(number), mac }
}

/** Whether the frame is of this secret and was shown just now; `current` is today's `frameAt`. */
export function verifyQrFrame(frame: QrFrame, secret: Bytes, current: number): boolean {
  const given = fromBase64url(frame.mac)
  const near = frame.t >= current - 2 && frame.t <= current + 1
  return near && given !== undefined && equalBytes(given, macOf(secret, frame.qid, frame.t))
}

function macOf(secret: Bytes, qid: Qid, t: number): Bytes {
  return hmacSha256(secret, `mitid-qr-v1|${qid}|${t}`).slice(0, 16)
}
