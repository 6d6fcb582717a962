import { describe, expect, it } from 'vitest'
import { DeviceId } from '@open-mitid/identity/authenticator'
import type { UserId } from '@open-mitid/identity/person'
import { Digest } from '@open-mitid/protocol'
import type { BoxAssets } from '../assets.ts'
import type { DeviceFault } from '../device-fault.ts'
import type { DeadEnd, Ending } from '../ending.ts'
import {
  renderBox,
  renderDeadEnd,
  renderKnown,
  renderOwnerPage,
  renderReturn,
  type BoxView,
  type Step,
} from './index.tsx'

const assets: BoxAssets = {
  stylesheets: ['/client/page.css?v=1'],
  scripts: {
    box: '/client/box.js?v=1',
    return: '/client/return.js?v=1',
    browser: '/client/browser.js?v=1',
  },
  fonts: ['/client/assets/sans.woff2'],
  icon: '/client/mark.svg?v=1',
  files: new Map(),
}
const path = '/sign-in/sgn_0123456789abcdefghjkmnpqrs'
const bank = {
  path,
  onward: '/auth/interaction',
  help: {
    password: '/da/password',
    activate: '/da/activate',
    centre: '/da/legitimation',
    support: '/da/support',
  },
  service: { name: 'Sundby <Bank> & Søn', domain: 'bank.example' },
  kind: 'approve',
  display: {
    lang: 'da',
    title: 'Overførsel',
    lines: [{ label: 'Beløb', value: '2.300 kr.' }, { value: '<script>alert(1)</script>' }],
  },
} as const
const left = 170
const way = { name: 'way', left, whole: 290, userIdAsked: true, appOnly: false } as const
const endings: readonly Ending[] = [
  'refused',
  'not-me',
  'expired',
  'cancelled',
  'wrong-user-id',
  'elsewhere',
  'blocked',
  'other-person',
  'completed',
]
const deadEnds: readonly DeadEnd[] = [
  'unknown',
  'no-cookie',
  'elsewhere',
  'return-late',
  'no-token',
]
const deviceFaults: readonly DeviceFault[] = [
  { kind: 'empty' },
  { kind: 'wrong', times: 2 },
  { kind: 'wait', seconds: 8, times: 3 },
  { kind: 'blocked' },
  { kind: 'no-device' },
  { kind: 'suspended' },
  { kind: 'app-only' },
  { kind: 'browser-unseen' },
  { kind: 'busy' },
]
const display1 = {
  id: DeviceId.make(() => new Uint8Array(17)),
  kind: 'code-display',
  serialEnd: '0042',
  offerSha256: Digest.ofText('1'),
} as const
const reader1 = {
  id: DeviceId.make(() => new Uint8Array(17).fill(7)),
  kind: 'audio-reader',
  serialEnd: '0077',
  offerSha256: Digest.ofText('2'),
} as const
const proved = { devices: [display1], knownBrowser: true }
const bothDevices = { devices: [display1, reader1], knownBrowser: false }
const change = {
  change: 'user-id',
  userId: 'asta.østergård' as UserId,
  hasPassword: true,
  suggestions: ['asta måge ugle', 'asta.h.252'] as UserId[],
} as const
const changesOver = ['change-done', 'change-ended', 'browser-unseen', 'no-password'] as const
const steps: readonly Step[] = [
  { name: 'user-id', left },
  { name: 'user-id', left, fault: 'empty' },
  { name: 'user-id', left, fault: 'long' },
  {
    ...way,
    shown: { way: 'qr', app: 'https://app.example', qid: 'q', secret: 'c2VjcmV0', age: 4 },
  },
  { ...way, shown: { way: 'code', code: 'K7QM4XPD', left } },
  { ...way, shown: { way: 'same' }, userIdAsked: false },
  { ...way, shown: { way: 'device' } },
  ...deviceFaults.map((fault) => ({ ...way, shown: { way: 'device', fault } }) as const),
  { ...way, shown: { way: 'device', proved } },
  { ...way, shown: { way: 'device', letOn: true } },
  { ...way, shown: { way: 'device', owner: {} } },
  { ...way, shown: { way: 'device', owner: { fault: 'wrong' } } },
  { ...way, shown: { way: 'device', proved: bothDevices, fault: { kind: 'code-wrong', left: 1 } } },
  { name: 'claimed', left, sameDevice: false },
  { name: 'claimed', left, sameDevice: true },
  { name: 'approved' },
  { name: 'help', left, state: 'open' },
  { name: 'cancel', left, state: 'claimed' },
  { name: 'change', change: { ...change, change: 'password' } },
  { name: 'change', change },
  { name: 'change', change: { ...change, hasPassword: false } },
  ...changesOver.map((why) => ({ name: 'change-over', why }) as const),
  ...endings.map((ending) => ({ name: 'ended', ending }) as const),
]

describe.each(['da', 'en'] as const)('the pages in %s', (language) => {
  const reader = { language, schemeName: 'MitID', assets }
  const boxOf = (step: Step, view: Omit<BoxView, 'step'> = bank) =>
    renderBox(reader, { ...view, step })
  const pages = [
    ...steps.map((step) => boxOf(step)),
    ...deadEnds.map((ending) => renderDeadEnd(reader, ending)),
    renderReturn(reader),
    ...(['asking', 'known', 'unknown'] as const).map((state) =>
      renderKnown(reader, state, '/help'),
    ),
    ...(['asking', 'let-on', 'elsewhere', 'unknown'] as const).map((state) =>
      renderOwnerPage(reader, state),
    ),
  ]

  it('every page has one first heading, a second one for its step, and its language', () => {
    for (const page of pages) {
      expect(page.match(/<h1[ >]/gu)).toHaveLength(1)
      expect(page.replace(/<template.*<\/template>/u, '')).toMatch(/<h2[ >]/u)
      expect(page).toContain(`<html lang="${language}">`)
    }
  })
  it('no page holds a script or style of its own, or loads anything from elsewhere', () => {
    for (const page of pages) {
      expect(page).not.toMatch(
        / style=|<style|<script(?! type="module" src="\/client\/)| on[a-z]+="/u,
      )
      expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//u)
    }
  })
  it('every text of the service is shown as text', () => {
    const page = boxOf({ name: 'user-id', left })
    expect(page).toContain('Sundby &lt;Bank> &amp; Søn')
    expect(page).toContain('&lt;script>alert(1)&lt;/script>')
    expect(page).toContain('2.300 kr.')
  })
  it('every page of a sign-in that goes on offers the way out, help and the time left', () => {
    for (const step of steps.filter((each) => 'left' in each)) {
      const page = boxOf(step)
      if (step.name !== 'cancel') expect(page).toContain(`href="${path}/cancel"`)
      if (step.name !== 'help') expect(page).toContain(`href="${path}/help"`)
      expect(page).toContain(`data-time-left="${left}"`)
    }
  })
  it('every ending of a sign-in leads back to the service', () => {
    for (const ending of endings)
      expect(boxOf({ name: 'ended', ending })).toContain(`href="/auth/interaction"`)
  })
  it.each([
    ['blocked', '/da/legitimation'],
    ['no-device', '/da/activate'],
    ['suspended', '/da/password'],
  ] as const)(
    'where codes are %s, no password is asked for and the way on is shown',
    (kind, to) => {
      const page = boxOf({ ...way, shown: { way: 'device', fault: { kind } } })
      expect(page).not.toContain('type="password"')
      expect(page).toContain(`href="${to}"`)
      expect(page).toContain('href="/da/support"')
      expect(page.includes('value="qr"')).toBe(kind !== 'blocked')
    },
  )
  it('a QR code always has the typed code beside it', () => {
    const page = boxOf(steps[3] ?? { name: 'approved' })
    expect(page).toContain('data-secret="c2VjcmV0"')
    expect(page).toMatch(/<button[^>]*name="way"[^>]*value="code"/u)
  })
  it('without a script, the typed code is offered and the person says when it is approved', () => {
    const qr = boxOf(steps[3] ?? { name: 'approved' })
    const code = boxOf(steps[4] ?? { name: 'approved' })
    expect(/<noscript>(.*?)<\/noscript>/u.exec(qr)?.[1]).toContain('value="code"')
    expect(/<noscript>(.*?)<\/noscript>/u.exec(code)?.[1]).toContain('method="get"')
  })
  it('in flow same no page is told of the approval', () => {
    expect(boxOf({ name: 'claimed', left, sameDevice: true })).not.toContain('/finish')
  })
})
