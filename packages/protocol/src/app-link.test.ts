import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base64url } from '@open-mitid/kernel'
import { activationLink, helpLink, parseAppLink, qrLink, startLink } from './app-link.ts'
import { ActivationCode } from './codes.ts'
import { frameAt, Qid, qrFrame, readQrFrame, verifyQrFrame } from './qr-frame.ts'
import { steady } from './testing/exhibits.ts'

const app = 'https://app.example'
const secret = steady(5)(32)
const qid = Qid.make(steady(6))
const token = base64url(steady(7)(32))
const readFrame = (text: string) => {
  const frame = readQrFrame(text)
  if (!frame) throw new Error('not a frame')
  return frame
}

describe('a QR frame', () => {
  it('carries the first 16 bytes of HMAC-SHA-256 over version, name and number', () => {
    const mac = createHmac('sha256', secret).update(`mitid-qr-v1|${qid}|7`).digest()
    expect(qrFrame(secret, qid, 7)).toBe(`1.${qid}.7.${mac.subarray(0, 16).toString('base64url')}`)
  })

  it('is shown for two seconds, counted from when the page was told its secret', () => {
    expect([0, 1, 2, 3, 4, 301].map((after) => frameAt(1000, 1000 + after))).toEqual([
      0, 0, 1, 1, 2, 150,
    ])
    expect(frameAt(1000, 990)).toBe(0)
  })

  it('is good from two frames before the present one to one after', () => {
    const good = [5, 6, 7, 8, 9, 10, 11].filter((t) =>
      verifyQrFrame(readFrame(qrFrame(secret, qid, t)), secret, 8),
    )
    expect(good).toEqual([6, 7, 8, 9])
  })

  it('of another secret, name or number is refused', () => {
    const { mac } = readFrame(qrFrame(secret, qid, 8))
    expect(verifyQrFrame({ qid, t: 8, mac }, secret, 8)).toBe(true)
    expect(verifyQrFrame({ qid, t: 7, mac }, secret, 8)).toBe(false)
    expect(verifyQrFrame({ qid: Qid.make(steady(8)), t: 8, mac }, secret, 8)).toBe(false)
    expect(verifyQrFrame({ qid, t: 8, mac }, steady(9)(32), 8)).toBe(false)
  })
})

describe('a link into the app', () => {
  it('is read back: a frame, a start on the same device, an activation, a passport to read', () => {
    const frame = qrFrame(secret, qid, 3)
    const scanned = parseAppLink(qrLink(app, frame), app)
    expect(scanned).toEqual({ ok: true, value: { kind: 'qr', ...readFrame(frame) } })
    const started = parseAppLink(startLink(app, qid, token), app)
    expect(started).toEqual({ ok: true, value: { kind: 'start', qid, token } })
    const code = ActivationCode.make(steady(1))
    expect(parseAppLink(activationLink(app, code), app)).toEqual({
      ok: true,
      value: { kind: 'activate', code },
    })
    const key = token.toLowerCase()
    expect(parseAppLink(helpLink(app, token, key), app)).toEqual({
      ok: true,
      value: { kind: 'help', code: token, key },
    })
  })

  it('of anybody else is not ours, however much it looks like it', () => {
    const frame = qrFrame(secret, qid, 3)
    for (const url of [
      qrLink('https://app.example.evil.example', frame),
      qrLink('https://evil.example/https://app.example', frame),
      qrLink('http://app.example', frame),
      qrLink('https://app.example@evil.example', frame),
      `${app}/other#${frame}`,
      frame,
      'WIFI:S:home;;',
      '',
      'x'.repeat(10_000),
    ])
      expect(parseAppLink(url, app)).toEqual({ ok: false, refusal: { kind: 'not-ours' } })
  })

  it('of ours that is damaged says so', () => {
    const frame = qrFrame(secret, qid, 3)
    for (const url of [
      `${app}/q`,
      `${app}/q#${frame}.1`,
      `${app}/q#${frame}#`,
      `${app}/q#${frame.replace('1.', '2.')}`,
      `${app}/q#${frame.replace('.3.', '.03.')}`,
      `${app}/q#${frame.replace('.3.', '.-3.')}`,
      `${app}/s#1.${qid}.short`,
      `${app}/s#1.${token}.${token}`,
      `${app}/activate#ABCD`,
      `${app}/h#1.${token}`,
      `${app}/h#2.${token}.${token}`,
      `${app}/h#1.${token}.${token}.${token}`,
      `${app}/h#1.short.${token}`,
    ])
      expect(parseAppLink(url, app)).toEqual({ ok: false, refusal: { kind: 'malformed' } })
  })

  it('any text at all is read or refused, and nothing is thrown', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('/q#', '/s#', '/activate#', '/h#', ''),
        fc.string(),
        (place, text) => {
          expect(parseAppLink(`${app}${place}${text}`, app).ok).toBe(false)
        },
      ),
    )
  })
})
