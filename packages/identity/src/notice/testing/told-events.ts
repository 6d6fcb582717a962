/** One of every event that people are told of. */
import type { Id } from '@open-mitid/kernel'
import type { EventBodies, ToldEventType } from '../../ledger/index.ts'

const profile = 'aut_one' as Id<'aut'>
const sign_in = 'sgn_one' as Id<'sgn'>
const display = { device: profile, kind: 'code-display' } as const
const reader = { device: profile, kind: 'audio-reader' } as const

export const toldEvents: { readonly [Type in ToldEventType]: EventBodies[Type] } = {
  'identity-proved-again': { route: 'passport', way: 'chip', evidence_sha256: '' },
  'passport-turned-away': { purpose: 'again', reason: 'other-face' },
  'user-id-shown': { route: 'passport' },
  'contact-added': { channel: 'sms', to: '•• 56' },
  'contact-changed': { channel: 'email', to: 'a•••@post.example' },
  'user-id-changed': { by: 'person' },
  'wishes-changed': {
    notify_every_use: true,
    large_print: false,
    letters_in_both: false,
    language: 'da',
  },
  'app-activated': { profile, binding_sha256: '', pin_epoch: 1 },
  'app-suspended': { profile, reason: 'copied' },
  'app-removed': { profile },
  'pin-blocked': { profile },
  'pin-changed': { profile, binding_sha256: '', pin_epoch: 2 },
  'pin-reset': { profile, binding_sha256: '', pin_epoch: 3 },
  'device-ordered': { ...display, to: 'home' },
  'device-sent': { ...reader, serial: '2700000017' },
  'device-code-renewed': reader,
  'password-code-sent': { ...display, channel: 'letter', to: '' },
  'device-activated': { ...display, serial: '2700000017' },
  'device-suspended': { ...reader, reason: 'codes' },
  'device-reopened': display,
  'device-revoked': reader,
  'browser-known': { browser: 'Firefox på Windows' },
  'password-set': { reason: 'activation' },
  'sign-in-completed': {
    sign_in,
    client: 'bank',
    service: 'Sundby Bank',
    approval_sha256: '',
    flow: 'qr',
    phr: false,
  },
  'new-browser-used': {
    sign_in,
    client: 'bank',
    service: 'Sundby Bank',
    browser: 'Firefox',
    place: 'Aarhus',
  },
  'browser-remembered': { sign_in, browser: 'Firefox' },
  'browser-forgotten': { sign_in, browser: 'Firefox', reason: 'not_me' },
}
