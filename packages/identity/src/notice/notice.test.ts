import { describe, expect, it } from 'vitest'
import type { Id, Instant } from '@open-mitid/kernel'
import type { SecondCode } from '@open-mitid/protocol'
import { codeText } from './code-text.ts'
import { noticeText, type Telling } from './notice-text.ts'
import { needsMore, otherwise, recipients, type Channel } from './notice.ts'
import { toldEvents } from './testing/told-events.ts'

const at = 1_767_225_600 as Instant
const channel = (name: string, verified: number, replaced?: number): Channel => ({
  contact: `con_${name}` as Id<'con'>,
  verifiedAt: verified as Instant,
  replacedAt: replaced as Instant | undefined,
})
const imprint = { scheme: 'MitID', help: 'https://mitid.example/help' }
const told = Object.entries(toldEvents).map(
  ([type, body]) => ({ type, body }) as Pick<Telling, 'type' | 'body'>,
)

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

describe('who is told instead', () => {
  const one = channel('one', at - 300)
  const two = channel('two', at - 200)
  const event = { type: 'app-activated', at, channels: [one, two] } as const
  const attempt = ({ contact }: Channel, failed: boolean) => ({ contact, failed })

  it('while one of them hears of it, a letter is not needed', () => {
    const attempts = [attempt(one, true), attempt(two, false)]
    expect(otherwise(event, attempts)).toEqual({ to: [], letter: false })
  })
  it('whom no channel reaches any more gets a letter, except of a mere use', () => {
    const attempts = [attempt(one, true), attempt(two, true)]
    expect(otherwise(event, attempts)).toEqual({ to: [], letter: true })
    expect(otherwise({ ...event, type: 'sign-in-completed' }, attempts)).toEqual({
      to: [],
      letter: false,
    })
  })
  it('a contact that came later takes the place of one that failed', () => {
    const attempts = [attempt(one, true)]
    expect(otherwise(event, attempts)).toEqual({ to: ['con_two'], letter: false })
  })
  it('who has no contact gets a letter, and of a new user ID everybody', () => {
    expect(needsMore(event, [])).toBe(true)
    expect(otherwise({ ...event, channels: [] }, [])).toEqual({ to: [], letter: true })
    expect(needsMore(event, [one.contact])).toBe(false)
    expect(needsMore({ type: 'user-id-changed' }, [one.contact])).toBe(true)
    expect(needsMore({ type: 'sign-in-completed' }, [])).toBe(false)
    expect(needsMore({ type: 'password-code-sent' }, [])).toBe(false)
  })
  it('nobody is written to about a letter that is on its way', () => {
    for (const type of ['device-sent', 'device-code-renewed', 'password-code-sent'] as const)
      expect(otherwise({ type, at, channels: [] }, [])).toEqual({ to: [], letter: false })
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

  it('a new language is told in the one before it too, whoever changed it', () => {
    const body = { ...toldEvents['wishes-changed'], language: 'en', language_before: 'da' } as const
    const telling: Telling = { type: 'wishes-changed', body, at, language: 'en' }
    const { subject, mail, sms } = noticeText(telling, imprint)
    expect(subject).toBe('MitID: Beskeder og breve / Messages and letters')
    for (const text of [mail, sms])
      expect(text).toMatch(/på engelsk.*Var det ikke dig\?.*in English.*Was this not you\?/su)
    // What came after it changes nothing of what this notice is told in.
    expect(noticeText({ ...telling, language: 'da' }, imprint).sms).toBe(sms)
    const other = noticeText({ ...telling, body: toldEvents['wishes-changed'] }, imprint)
    expect(other.mail).not.toMatch(/Var det ikke dig|They now come in/u)
  })

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
