import { describe, expect, it } from 'vitest'
import type { Id, Instant } from '@open-mitid/kernel'
import type { SecondCode } from '@open-mitid/protocol'
import { codeText } from './code-text.ts'
import { noticeText, type Telling } from './notice-text.ts'
import { recipients, type Channel } from './notice.ts'

const at = 1_767_225_600 as Instant
const channel = (name: string, verified: number, replaced?: number): Channel => ({
  contact: `con_${name}` as Id<'con'>,
  verifiedAt: verified as Instant,
  replacedAt: replaced as Instant | undefined,
})
const imprint = { scheme: 'MitID', help: 'https://mitid.example/help' }
const profile = 'aut_one' as Id<'aut'>
const sign_in = 'sgn_one' as Id<'sgn'>
const told: readonly Pick<Telling, 'type' | 'body'>[] = [
  { type: 'contact-added', body: { channel: 'sms', to: '•• 56' } },
  { type: 'contact-changed', body: { channel: 'email', to: 'a•••@post.example' } },
  { type: 'app-activated', body: { profile, binding_sha256: '', pin_epoch: 1 } },
  { type: 'app-suspended', body: { profile, reason: 'copied' } },
  { type: 'app-removed', body: { profile } },
  { type: 'pin-blocked', body: { profile } },
  { type: 'browser-known', body: { browser: 'Firefox på Windows' } },
  { type: 'password-set', body: { reason: 'activation' } },
  { type: 'pin-changed', body: { profile, binding_sha256: '', pin_epoch: 2 } },
  { type: 'device-ordered', body: { device: profile, kind: 'code-display', to: 'home' } },
  { type: 'device-sent', body: { device: profile, kind: 'audio-reader', serial: '2700000017' } },
  {
    type: 'device-activated',
    body: { device: profile, kind: 'code-display', serial: '2700000017' },
  },
  { type: 'device-suspended', body: { device: profile, kind: 'audio-reader', reason: 'codes' } },
  { type: 'device-reopened', body: { device: profile, kind: 'code-display' } },
  { type: 'device-revoked', body: { device: profile, kind: 'audio-reader' } },
  {
    type: 'new-browser-used',
    body: { sign_in, client: 'bank', service: 'Sundby Bank', browser: 'Firefox', place: 'Aarhus' },
  },
  { type: 'browser-remembered', body: { sign_in, browser: 'Firefox' } },
]

describe('who is told', () => {
  const channels = [
    channel('new', at),
    channel('oldest', at - 300),
    channel('just-replaced', at - 200, at),
    channel('long-gone', at - 400, at - 1),
    channel('old', at - 100),
  ]
  it('Invariant 15: of a change every channel, also one that the change replaced', () => {
    expect(recipients({ type: 'contact-changed', at, channels })).toEqual([
      'con_oldest',
      'con_just-replaced',
      'con_old',
      'con_new',
    ])
  })
  it('of a use the two that have been the person’s longest', () => {
    expect(recipients({ type: 'new-browser-used', at, channels })).toEqual([
      'con_oldest',
      'con_old',
    ])
  })
})

describe('what is said', () => {
  it.each(told)(
    '$type: in both languages, with what to do next, and the state disowned',
    (event) => {
      for (const language of ['da', 'en'] as const) {
        const text = noticeText({ ...event, at, language } as Telling, imprint)
        expect(text.subject).toMatch(/^MitID: \S/u)
        expect(text.subject.length).toBeLessThan(78)
        expect(text.mail).toContain(imprint.help)
        expect(text.mail).toContain(
          language === 'da' ? 'ikke fra den danske' : 'not from the Danish',
        )
        expect(text.sms).toContain(imprint.help)
        expect(text.sms.length).toBeLessThan(306)
        expect(`${text.mail}${text.sms}`).not.toMatch(/undefined|\[object|aut_|sgn_/u)
      }
    },
  )

  it('the time is Danish time', () => {
    const [event] = told
    const text = noticeText({ ...event, at, language: 'en' } as Telling, imprint)
    expect(text.mail).toContain('1 January 2026')
    expect(text.mail).toContain('01:00')
  })

  it('a code is told with how long it lives and that it is for nobody else', () => {
    const message = { code: '012345' as SecondCode, now: at, expiresAt: (at + 1799) as Instant }
    const danish = codeText({ ...message, language: 'da' }, imprint)
    expect(danish.sms).toContain('012 345')
    expect(danish.sms).toContain('29 minutter')
    expect(danish.subject).not.toContain('012')
    expect(codeText({ ...message, language: 'en' }, imprint).mail).toContain(
      'Never give it to others',
    )
  })
})
