/** Every kind of event there is, what its body holds, and whether the person is told of it. */
import type { Id, Instant } from '@open-mitid/kernel'
import type { Language, Wishes } from '@open-mitid/protocol'

type Profile = { readonly profile: Id<'aut'> }
type SignIn = { readonly sign_in: Id<'sgn'> }
type Device = { readonly device: Id<'aut'>; readonly kind: 'code-display' | 'audio-reader' }
type Contact = { readonly channel: 'sms' | 'email'; readonly to: string }

/**
 * The body of each event. `to` is always a masked address, and no body holds a secret: a body is
 * sealed in the table, but the person reads it, and it stays for as long as the chain does.
 */
export type EventBodies = {
  'person-created': {
    readonly ial: string
    readonly route: 'operator' | 'centre' | 'nemid' | 'passport'
  }
  /** How somebody showed who they are; `evidence_sha256` is of what the proof left behind. */
  'identity-proved': {
    readonly route: 'nemid' | 'passport'
    readonly way: 'card' | 'app' | 'chip'
    readonly proved_at: Instant
    readonly evidence_sha256: string
  }
  /** Whoever has a MitID has shown again who they are, to get to it. */
  'identity-proved-again': {
    readonly route: 'passport'
    readonly way: 'chip'
    readonly evidence_sha256: string
  }
  /** A good passport of a person who has a MitID, and what became of it. */
  'passport-turned-away': {
    readonly purpose: 'first' | 'again'
    readonly reason: 'other-face' | 'tried-too-often' | 'has-mitid' | 'blocked' | 'level-too-low'
  }
  /** Versions of the texts. */
  'terms-accepted': {
    readonly terms: string
    readonly privacy: string
    readonly accepted_at: Instant
  }
  /** In the proofing: a code came back from there. */
  'contact-checked': Contact & { readonly checked_at: Instant }
  /** Asked about in the CPR register, and why; before there was a chain, it says when. */
  'cpr-looked-up': {
    readonly purpose: 'enrolment' | 'regaining' | 'operator'
    readonly looked_up_at: Instant
  }
  'contact-added': Contact
  'contact-changed': Contact
  'user-id-shown': { readonly route: 'passport' }
  'user-id-changed': { readonly by: 'person' | 'operator' }
  /** What is wished for from now on; `language_before` where the language is another. */
  'wishes-changed': Wishes & { readonly language_before?: Language }
  'activation-code-issued': {
    readonly channel: 'page' | 'letter' | 'centre' | 'app' | 'again'
    readonly expires_at: Instant
  }
  'activation-opened': Profile
  'second-code-sent': Profile & {
    readonly channel: 'sms' | 'email' | 'letter'
    readonly to: string
  }
  'second-code-wrong': Profile & { readonly tries_left: number }
  'activation-ended': Profile & { readonly reason: 'second-code' | 'replaced' | 'expired' }
  'pin-epoch-drawn': Profile & {
    readonly pin_epoch: number
    readonly for: 'activation' | 'pin-change' | 'forgotten'
  }
  'app-activated': Profile & { readonly binding_sha256: string; readonly pin_epoch: number }
  'app-suspended': Profile & { readonly reason: 'copied' | 'pin' | 'person' }
  'app-removed': Profile
  'pin-tried': Profile & {
    readonly attempt_id: string
    readonly purpose: 'approve' | 'history' | 'pin-change' | 'remove'
    readonly tries_left: number
    readonly wait_until?: Instant
  }
  'pin-right': Profile & { readonly attempt_id: string }
  'pin-wrong': Profile & { readonly attempt_id: string }
  'pin-blocked': Profile
  'pin-changed': Profile & { readonly binding_sha256: string; readonly pin_epoch: number }
  /** In the place of one that was forgotten or blocked, after a proofing. */
  'pin-reset': Profile & { readonly binding_sha256: string; readonly pin_epoch: number }
  'history-opened': Profile
  'code-mistyped': Profile & { readonly tries_left: number; readonly wait_until?: Instant }
  'password-right': SignIn & { readonly client: string }
  /** `user-id`: typed anew for another user ID, under which it is registered. */
  'password-set': { readonly reason: 'activation' | 'change' | 'forgotten' | 'user-id' }
  'sign-in-claimed': SignIn &
    Profile & {
      readonly client: string
      readonly flow: 'qr' | 'same' | 'code'
      readonly offer_sha256: string
    }
  'sign-in-approved': SignIn &
    Profile & {
      readonly client: string
      readonly offer_sha256: string
      readonly approval_sha256: string
      readonly attempt_id: string
    }
  'sign-in-refused': SignIn &
    Profile & { readonly client: string; readonly reason: 'cancel' | 'not_me' }
  'sign-in-aborted': SignIn & { readonly client: string; readonly reason: string }
  'sign-in-completed': SignIn & {
    readonly client: string
    readonly service: string
    readonly approval_sha256: string
    readonly flow: 'qr' | 'same' | 'code' | 'device'
    readonly phr: boolean
  }
  'new-browser-used': SignIn & {
    readonly client: string
    readonly service: string
    readonly browser: string
    readonly place?: string
  }
  'browser-remembered': SignIn & { readonly browser: string }
  'browser-forgotten': SignIn & {
    readonly browser: string
    readonly reason: 'forgotten' | 'not_me'
  }
  'browser-known': { readonly browser: string }
  /** Somebody who typed the user ID asked for it; it went to the person's own channel. */
  'owner-link-sent': Contact
  /** It let a browser on: the password may be tried there. */
  'owner-link-used': { readonly browser: string }
  'token-issued': SignIn & { readonly client: string; readonly claims: readonly string[] }
  'cpr-given': SignIn & { readonly client: string; readonly service: string }
  'cpr-matched': SignIn & {
    readonly client: string
    readonly service: string
    readonly match: boolean
  }
  'evidence-read': SignIn & Profile
  /** `to` is "home", or the centre where it is picked up. */
  'device-ordered': Device & { readonly to: string }
  'device-sent': Device & { readonly serial: string }
  'device-letter-wrong': Device & { readonly tries_left: number }
  'device-code-renewed': Device
  /** With it, and a code of the device, a password can be chosen. */
  'password-code-sent': Device & {
    readonly channel: 'sms' | 'email' | 'letter'
    readonly to: string
  }
  'device-activated': Device & { readonly serial: string }
  'device-code-wrong': Device & { readonly tries_left: number; readonly wait_until?: Instant }
  'device-suspended': Device & { readonly reason: 'codes' | 'lost' }
  'device-reopened': Device
  'device-revoked': Device
  'devices-received': Readonly<Record<'code-display' | 'audio-reader', number>>
  'service-registered': { readonly client: string; readonly legal_bases: readonly string[] }
  'keys-rotated': { readonly list: 'evidence' | 'oidc'; readonly kid: string }
  'master-list-imported': {
    readonly publisher: string
    readonly authorities: number
    readonly sha256: string
  }
  'revocation-list-imported': { readonly issuer: string; readonly revoked: number }
}

export type EventType = keyof EventBodies

/**
 * Whether an event is told to the person: such events are the outbox of notices. `if-wanted`: where
 * the person has asked to be told of every use.
 */
const told = {
  'person-created': false,
  'identity-proved': false,
  'identity-proved-again': true,
  'passport-turned-away': true,
  'terms-accepted': false,
  'contact-checked': false,
  'cpr-looked-up': false,
  'contact-added': true,
  'contact-changed': true,
  'user-id-shown': true,
  'user-id-changed': true,
  'wishes-changed': true,
  'activation-code-issued': false,
  'activation-opened': false,
  'second-code-sent': false,
  'second-code-wrong': false,
  'activation-ended': false,
  'pin-epoch-drawn': false,
  'app-activated': true,
  'app-suspended': true,
  'app-removed': true,
  'pin-tried': false,
  'pin-right': false,
  'pin-wrong': false,
  'pin-blocked': true,
  'pin-changed': true,
  'pin-reset': true,
  'history-opened': false,
  'code-mistyped': false,
  'password-right': false,
  'password-set': true,
  'sign-in-claimed': false,
  'sign-in-approved': false,
  'sign-in-refused': false,
  'sign-in-aborted': false,
  'sign-in-completed': 'if-wanted',
  'new-browser-used': true,
  'browser-remembered': true,
  'browser-forgotten': true,
  'browser-known': true,
  'owner-link-sent': false,
  'owner-link-used': false,
  'token-issued': false,
  'cpr-given': false,
  'cpr-matched': false,
  'evidence-read': false,
  'device-ordered': true,
  'device-sent': true,
  'device-letter-wrong': false,
  'device-code-renewed': true,
  'password-code-sent': true,
  'device-activated': true,
  'device-code-wrong': false,
  'device-suspended': true,
  'device-reopened': true,
  'device-revoked': true,
  'devices-received': false,
  'service-registered': false,
  'keys-rotated': false,
  'master-list-imported': false,
  'revocation-list-imported': false,
} as const satisfies Record<EventType, boolean | 'if-wanted'>

/** The types of event that become notices; `notice` has a rule for each. */
export type ToldEventType = {
  [Type in EventType]: (typeof told)[Type] extends false ? never : Type
}[EventType]

export const EventType = {
  parse(text: unknown): EventType | undefined {
    return typeof text === 'string' && Object.hasOwn(told, text) ? (text as EventType) : undefined
  },
  /** Who decides whether it is told: its type alone, or the person's wish. */
  isTold(type: EventType): boolean | 'if-wanted' {
    return told[type]
  },
}
