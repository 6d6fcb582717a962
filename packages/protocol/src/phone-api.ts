/**
 * The calls of the app to the server: `POST <app>/api/…`, JSON of at most 32 KiB, each with the
 * header `MitID-Proof`. `rn` of an answer, also of a refusing one, is the nonce of the next call,
 * and `now` the time at the server.
 */
import type { Instant } from '@open-mitid/kernel'
import type { ChainedEvent, ChainHead } from './chained-event.ts'
import type { Digest } from './digest.ts'
import type { ApprovalKind, OfferId, ProfileId } from './offer.ts'
import type { DisplayLine, Language } from './display.ts'
import type { EvidencePack } from './evidence-pack.ts'

/** What shows the server that this person sees that screen. */
export type ClaimSecret =
  | { readonly kind: 'qr'; readonly qid: string; readonly t: number; readonly mac: string }
  | { readonly kind: 'start'; readonly qid: string; readonly token: string }
  | { readonly kind: 'code'; readonly code: string }

/** What a proof of the PIN is for; one purpose never serves another. */
export type PinPurpose = 'approve' | 'history' | 'pin-change' | 'remove'

/** What a new PIN is registered for. */
export type PinRegistration = 'activation' | 'pin-change' | 'forgotten'

export type HistoryEntry = {
  readonly offer_id: OfferId
  readonly service: string
  readonly domain: string
  readonly kind: ApprovalKind
  readonly title?: string
  readonly lines: readonly DisplayLine[]
  readonly decision: 'approve' | 'refuse'
  readonly at: Instant
}

/** A browser in which its person is not warned; `sign_in` names it: by that one it became known. */
export type KnownBrowser = {
  readonly sign_in: OfferId
  /** In words, as "Firefox on Windows", where it said what it is. */
  readonly browser?: string
  /** Where it was used then. */
  readonly service: string
  readonly since: Instant
  /** Still to come while the person may object to a browser that is to be remembered. */
  readonly known_from: Instant
}

/** How a person wants to be told of things, and how their letters are set. */
export type Wishes = {
  readonly notify_every_use: boolean
  readonly large_print: boolean
  /** Every letter in Danish and in English. */
  readonly letters_in_both: boolean
  /** Of messages and letters; the app has a language of its own. */
  readonly language: Language
}

/** The nonce of the next call, and the time at the server when it answered this one. */
type Told = { readonly rn: string; readonly now: Instant }

/** What stands for an answer: the problem `copied` and `proof` aside, it carries `rn`. */
type Answer<Content = object> = Told & Content

/** Each call, with its request and its answer. `ke1`, `ke2`, `ke3`: OPAQUE (RFC 9807 §6). */
export type PhoneCalls = {
  '/api/activation/open': {
    readonly request: { readonly code: string }
    readonly answer: Answer<{
      readonly profile: ProfileId
      /** Absent in the app that has just proved its person: the PIN comes next. */
      readonly second?: {
        readonly channel: 'sms' | 'email' | 'letter'
        readonly to: string
        readonly expires_at: Instant
      }
    }>
  }
  '/api/activation/second': {
    readonly request: { readonly code: string }
    readonly answer: Answer
  }
  '/api/pin/register': {
    readonly request: { readonly request: string; readonly for: PinRegistration }
    readonly answer: Answer<{
      readonly response: string
      readonly pin_epoch: number
      readonly nonce: Digest
    }>
  }
  '/api/activation/finish': {
    readonly request: {
      readonly record: string
      readonly keys: string
      readonly app_version: string
    }
    readonly answer: Answer<
      ChainHead & {
        readonly binding: string
        readonly person: { readonly suggested_nickname: string }
      }
    >
  }
  '/api/claim': {
    readonly request: { readonly secret: ClaimSecret }
    readonly answer: Answer<{ readonly offer: string; readonly expires_at: Instant }>
  }
  '/api/pin/prove': {
    readonly request: {
      readonly ke1: string
      readonly purpose: PinPurpose
      readonly offer_id?: OfferId
    }
    readonly answer: Answer<{
      readonly ke2: string
      readonly pin_epoch: number
      readonly attempt_id: string
      readonly tries_left: number
      readonly wait_until?: Instant
    }>
  }
  '/api/approve': {
    readonly request: {
      readonly offer_id: OfferId
      readonly ke3: string
      readonly approval: string
      readonly remember_browser?: boolean
    }
    readonly answer: Answer<ChainHead & { readonly return_token?: string }>
  }
  '/api/refuse': {
    readonly request: { readonly offer_id: OfferId; readonly refusal: string }
    readonly answer: Answer
  }
  '/api/receipt': {
    readonly request: { readonly offer_id: OfferId }
    readonly answer: Answer<{ readonly pack?: EvidencePack }>
  }
  '/api/history': {
    /** `before` asks for events older than that one, while the history is open. */
    readonly request: { readonly ke3?: string; readonly before?: number }
    readonly answer: Answer<
      ChainHead & {
        readonly entries: readonly HistoryEntry[]
        /** Whose chain it is, as the commits cover it. */
        readonly subject: string
        /** Without a gap, the newest first. */
        readonly events: readonly ChainedEvent[]
        /** The commit before the oldest of them. */
        readonly prev: Digest
      }
    >
  }
  '/api/browsers': {
    readonly request: { readonly ke3?: string }
    readonly answer: Answer<{ readonly browsers: readonly KnownBrowser[] }>
  }
  '/api/browsers/forget': {
    readonly request: { readonly sign_in: OfferId; readonly reason: 'forgotten' | 'not_me' }
    readonly answer: Answer
  }
  '/api/wishes': {
    readonly request: { readonly ke3?: string }
    readonly answer: Answer<{ readonly wishes: Wishes }>
  }
  '/api/wishes/change': {
    /** What is not named stays as it is. */
    readonly request: Partial<Wishes>
    readonly answer: Answer<{ readonly wishes: Wishes }>
  }
  '/api/pin/change': {
    readonly request: { readonly ke3: string; readonly record: string; readonly keys: string }
    readonly answer: Answer<ChainHead & { readonly binding: string }>
  }
  /**
   * A new PIN in the place of a forgotten or blocked one: `proof` is of a passport and a face that
   * have shown again whose MitID it is, `keys` are signed as at activation.
   */
  '/api/pin/reset': {
    readonly request: { readonly proof: string; readonly record: string; readonly keys: string }
    readonly answer: Answer<ChainHead & { readonly binding: string }>
  }
  '/api/profile/remove': {
    readonly request: { readonly ke3: string }
    readonly answer: Answer
  }
  '/api/state': {
    readonly request: Readonly<Record<string, never>>
    readonly answer: Answer<
      ChainHead & {
        readonly waiting: readonly { readonly offer: string; readonly expires_at: Instant }[]
        /** Whether the person has another active authenticator. */
        readonly spare: boolean
        readonly last_authenticator: boolean
        readonly pin_epoch: number
        readonly tries_left: number
        readonly wait_until?: Instant
      }
    >
  }
}

export type PhonePath = keyof PhoneCalls

/** Why a call was refused, with what the person needs to know to go on. */
export type PhoneRefusal =
  | { readonly kind: 'second-code-wrong'; readonly tries_left: number }
  | { readonly kind: 'pin-wrong'; readonly tries_left: number; readonly wait_until?: Instant }
  | { readonly kind: 'wait'; readonly until: Instant }
  | { readonly kind: 'pin-wait'; readonly until: Instant }
  | {
      readonly kind:
        | 'malformed'
        | 'too-large'
        | 'not-found'
        | 'method'
        | 'origin'
        | 'proof'
        | 'copied'
        | 'profile-ended'
        | 'activation-unknown'
        | 'activation-ended'
        | 'registration-unknown'
        | 'keys-invalid'
        | 'claim-unknown'
        | 'pin-blocked'
        | 'pin-needed'
        | 'not-proved'
        | 'sign-in-moved-on'
        | 'approval-invalid'
        | 'refusal-invalid'
        | 'fault'
    }

/** The body of a problem, `application/problem+json` (RFC 9457 §3.1). */
export type PhoneProblem = PhoneRefusal & {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly rn?: string
  readonly now?: Instant
}

/** The status of each refusal. */
export const phoneStatus = {
  malformed: 400,
  'too-large': 413,
  'not-found': 404,
  method: 405,
  origin: 403,
  proof: 401,
  copied: 409,
  'profile-ended': 403,
  'activation-unknown': 404,
  'activation-ended': 410,
  'second-code-wrong': 403,
  'registration-unknown': 409,
  'keys-invalid': 422,
  'claim-unknown': 404,
  wait: 429,
  'pin-wait': 429,
  'pin-blocked': 403,
  'pin-wrong': 403,
  'pin-needed': 403,
  'not-proved': 403,
  'sign-in-moved-on': 409,
  'approval-invalid': 422,
  'refusal-invalid': 422,
  fault: 500,
} as const satisfies Readonly<Record<PhoneRefusal['kind'], number>>
