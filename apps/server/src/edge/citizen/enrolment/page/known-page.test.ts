import { DeviceId } from '@open-mitid/identity/authenticator'
import { EnrolmentId, type KnownEnrolment, type PasswordWays } from '@open-mitid/identity/enrolment'
import { PersonId } from '@open-mitid/identity/person'
import { accept, Instant, refuse } from '@open-mitid/kernel'
import { describe, expect, it } from 'vitest'
import { renderAnswer } from '../../site-page.tsx'
import type { Reader } from '../../site.ts'
import { knownWords } from '../words/known-words.ts'
import { knownPage } from './known-page.tsx'

const bytes = (fill: number) => () => new Uint8Array(17).fill(fill)
const enrolment: KnownEnrolment = {
  id: EnrolmentId.make(bytes(1)),
  holder: new Uint8Array(32),
  begunAt: Instant.of(1_800_000_000),
  expiresAt: Instant.of(1_800_086_400),
  state: 'known',
  wish: 'password',
  person: PersonId.make(bytes(2)),
  provedAt: Instant.of(1_800_000_000),
  asked: undefined,
  sends: 0,
}
const display = {
  id: DeviceId.make(bytes(3)),
  kind: 'code-display',
  serialEnd: '0017',
  state: 'active',
  letterUnderWay: false,
} as const
const closed = {
  ...display,
  id: DeviceId.make(bytes(4)),
  kind: 'audio-reader',
  serialEnd: '0213',
  state: 'suspended',
} as const
const contact = { channel: 'sms', to: '•• •• •• 33' } as const
const ways: PasswordWays = { devices: [display], contact, letter: true, asked: undefined }

describe.each(['da', 'en'] as const)('who has proved to have a MitID, in %s', (language) => {
  const words = knownWords[language]
  const site = {
    ...{ scheme: 'MitID', sandbox: false, origin: 'http://localhost', app: 'http://app' },
    ...{ issuer: 'http://issuer', stylesheets: [], fonts: [], icon: '/icon', script: '/s.js' },
  }
  const reader: Reader = { site, language }
  const page = (
    given: Partial<PasswordWays>,
    shown: Parameters<typeof knownPage>[3] = {},
    cameFor: 'password' | 'mitid' = 'password',
  ) => {
    const wish = cameFor === 'mitid' ? undefined : cameFor
    const content = knownPage(reader, { ...enrolment, wish }, accept({ ...ways, ...given }), shown)
    return renderAnswer(reader, content, () => '/')
  }
  const buttons = (html: string) =>
    [...html.matchAll(/<button[^>]*value="(contact|letter)"/gu)].map(([, by]) => by)

  it('with one device nothing is to be chosen, and a letter is offered beside a code', () => {
    const html = page({})
    expect(html).not.toContain('type="radio"')
    expect(html).toContain(`name="device" value="${display.id}"`)
    expect(buttons(html)).toEqual(['contact', 'letter'])
    expect(html).toContain(contact.to)
  })

  it('with two the person chooses, and is told which one is closed', () => {
    const fault = { id: 'device', text: words.whichMissing }
    const html = page({ devices: [display, closed] }, { fault })
    expect(html.match(/type="radio"/gu)).toHaveLength(2)
    expect(html).toContain('0213')
    expect(html).toContain(words.state.suspended)
    expect(html).toMatch(/<a href="#device[^"]*">/u)
    expect(html).toMatch(/id="device/u)
  })

  it('what came and is not activated is activated there, with or without its letter', () => {
    const sent = { ...display, state: 'sent', letterUnderWay: true } as const
    const html = page({ devices: [sent] })
    expect(html).toContain(`<h1>${words.activateTitle}</h1>`)
    expect(html).toContain(words.state.sent)
    expect(html).not.toContain(words.lead)
    expect(html).not.toContain(words.underWayTitle)
    expect(buttons(html)).toEqual(['contact'])
    expect(buttons(page({ devices: [{ ...sent, letterUnderWay: false }] }))).toEqual([
      'contact',
      'letter',
    ])
    expect(page({ devices: [sent] }, {}, 'mitid')).not.toContain(words.forgotten)
  })

  it('while a letter is on its way no other is offered, and where nothing can be sent that is said', () => {
    const coming = [{ ...display, letterUnderWay: true }]
    expect(buttons(page({ devices: coming }))).toEqual(['contact'])
    const waiting = page({ devices: coming, contact: undefined })
    expect(waiting).toContain(`<h1>${words.underWayTitle}</h1>`)
    expect(buttons(waiting)).toEqual([])
    expect(page({ contact: undefined, letter: false })).toContain(words.noWayTitle)
  })

  it('who came for a MitID is told that they have one, and then what may be meant', () => {
    const html = page({}, {}, 'mitid')
    expect(html).not.toContain(`<h1>${words.title}</h1>`)
    expect(html).toContain(`<h2>${words.forgotten}</h2>`)
    expect(page({ devices: [] }, {}, 'mitid')).not.toContain(words.forgotten)
    expect(page({ devices: [] })).toContain(words.noDeviceTitle)
  })

  it('what was proved too long ago, or is of a blocked MitID, shows nothing of anybody', () => {
    for (const [kind, title] of [
      ['enrolment-moved-on', words.oldTitle],
      ['person-blocked', words.blockedTitle],
    ] as const) {
      const content = knownPage(reader, enrolment, refuse({ kind }), {})
      const html = renderAnswer(reader, content, () => '/')
      expect(html).toContain(title)
      expect(html).not.toMatch(/name="device"|••/u)
    }
  })
})
