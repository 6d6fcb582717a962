/**
 * One sign-in or approval, from the service's request to its end (protocols §4):
 * `open -> claimed -> approved -> completed`, or `refused`, `aborted`, or overdue.
 */
import { Instant, type Bytes, type Seconds } from '@open-mitid/kernel'
import {
  completionTime,
  OfferId,
  type ApprovalKind,
  type Display,
  type Flow,
  type ProfileId,
  type Qid,
} from '@open-mitid/protocol'
import type { AssuranceLevel, PersonId, UserId } from '../person/index.ts'
import type { OwnChange } from './own-change.ts'
import type { ClientId } from '../service/index.ts'

/** The name of a sign-in, of its offer and of its transaction: `sgn_…`. */
export const SignInId = OfferId
export type SignInId = OfferId

/** From the request to its end; an approval always has time to reach its page. */
export const life: Seconds = 5 * 60
/** How long it may wait to be claimed. */
export const openLife: Seconds = 3 * 60
/** How long a same-device button, and the way back from the app, works. */
export const tokenLife: Seconds = 60
/** How long a typed code is good for. */
export const codeLife: Seconds = 3 * 60
/** A right secret shown to this many wrong profiles aborts it: somebody shows it around. */
const mostWrongProfiles = 3
/** How long the other channels have to object before a remembered browser is known. */
export const objectionTime: Seconds = 24 * 60 * 60

/** What a service asks of a person, and from where it was asked. */
export type Asked = {
  readonly service: { readonly name: string; readonly domain: string }
  readonly kind: ApprovalKind
  readonly display: Display
  /** The level that was asked for; undefined where the service did not say. */
  readonly level?: AssuranceLevel | undefined
  /** `person`: only an app will do, whose approval the person's own keys sign. */
  readonly evidence?: 'person' | undefined
  /** The browser in words, and the place by its address, as the person reads them. */
  readonly browser?: string | undefined
  readonly place?: string | undefined
  /** The user ID that the service supposes: it stands in the field, and no more. */
  readonly userIdHint?: UserId | undefined
  /** What the person changes about their own MitID, where the house itself asks. */
  readonly change?: OwnChange | undefined
}

/** Why a sign-in was ended before its time by other than the app's own no. */
export type AbortReason =
  /** The person cancelled it on the page. */
  | 'user'
  /** Too many wrong profiles were shown its secret. */
  | 'wrong-user-id'
  /** The way back from the app opened in another browser. */
  | 'started-elsewhere'
  /** The authenticator or the person was blocked after the claim. */
  | 'blocked'
  /** It is for one known person, and others tried. */
  | 'other-person'

type Begun = {
  readonly id: SignInId
  readonly qid: Qid
  readonly client: ClientId
  readonly asked: Asked
  /** SHA-256 of the cookie of the browser that started it: only that browser can finish it. */
  readonly browser: Bytes
  readonly boundPerson: PersonId | undefined
  readonly openedAt: Instant
  readonly openUntil: Instant
  readonly expiresAt: Instant
}

type Claim = {
  readonly profile: ProfileId
  readonly person: PersonId
  readonly flow: Flow
  readonly knownBrowser: boolean
  /** The exact signed offer. */
  readonly offer: string
  readonly claimedAt: Instant
}

type Yes = {
  readonly approval: string
  /** Names the binding under which it was approved. */
  readonly pinEpoch: number
  readonly remember: boolean
  readonly approvedAt: Instant
}

export type OpenSignIn = Begun & {
  readonly state: 'open'
  /** The keyed hash of the user ID, whether or not anybody has it. */
  readonly userIdHash: Bytes | undefined
  readonly wrongProfiles: number
  readonly code: { readonly mac: Bytes; readonly until: Instant } | undefined
  readonly start: { readonly sha256: Bytes; readonly until: Instant } | undefined
}
export type ClaimedSignIn = Omit<OpenSignIn, 'state'> & Claim & { readonly state: 'claimed' }
export type ApprovedSignIn = Begun &
  Claim &
  Yes & {
    readonly state: 'approved'
    /** In flow `same`: how the app gives the tab back, and when that happened. */
    readonly return: Return | undefined
  }
export type AppCompletedSignIn = Begun & Claim & Yes & Completion & { readonly state: 'completed' }
/** By password and a code, on the page itself: no app had a part in it. */
export type CodeCompletedSignIn = Begun &
  Completion & {
    readonly state: 'completed'
    readonly profile: undefined
    readonly person: PersonId
  }
export type CompletedSignIn = AppCompletedSignIn | CodeCompletedSignIn
export type RefusedSignIn = Begun &
  Claim & {
    readonly state: 'refused'
    readonly reason: 'cancel' | 'not_me'
    readonly endedAt: Instant
  }
export type AbortedSignIn = Begun & {
  readonly state: 'aborted'
  readonly reason: AbortReason
  readonly endedAt: Instant
}

export type SignIn =
  OpenSignIn | ClaimedSignIn | ApprovedSignIn | CompletedSignIn | RefusedSignIn | AbortedSignIn

type Return = {
  readonly sha256: Bytes
  readonly until: Instant
  readonly acceptedAt: Instant | undefined
}

type Completion = {
  readonly receipt: string
  readonly statement: string
  /** Pairwise for the client's organisation. */
  readonly sub: string
  readonly loa: AssuranceLevel
  readonly aal: AssuranceLevel
  /** Whether the way the request came into the app withstands phishing. */
  readonly phr: boolean
  readonly completedAt: Instant
}

/** Whether its time has run out; a completed or ended one has no time. */
export function isOverdue(signIn: SignIn, now: Instant): boolean {
  switch (signIn.state) {
    case 'open':
      return now >= signIn.openUntil
    case 'claimed':
    case 'approved':
      return now >= signIn.expiresAt
    case 'completed':
    case 'refused':
    case 'aborted':
      return false
  }
}

export function claim(
  signIn: OpenSignIn,
  { claim: made, now }: { claim: Omit<Claim, 'claimedAt'>; now: Instant },
): ClaimedSignIn {
  return { ...signIn, ...made, state: 'claimed', claimedAt: now }
}

/** A right secret came from a profile of somebody else. */
export function countWrongProfile(signIn: OpenSignIn, now: Instant): OpenSignIn | AbortedSignIn {
  const wrongProfiles = signIn.wrongProfiles + 1
  if (wrongProfiles < mostWrongProfiles) return { ...signIn, wrongProfiles }
  return abort(signIn, signIn.boundPerson ? 'other-person' : 'wrong-user-id', now)
}

/** The page has at least a minute to fetch what was approved in the last second. */
export function approve(
  signIn: ClaimedSignIn,
  { yes, returnSha256, now }: { yes: Omit<Yes, 'approvedAt'>; returnSha256: Bytes; now: Instant },
): ApprovedSignIn {
  const { userIdHash: _, wrongProfiles: __, code: ___, start: ____, ...rest } = signIn
  const until = Instant.plus(now, tokenLife)
  const completable = Instant.plus(now, completionTime)
  return {
    ...rest,
    ...yes,
    state: 'approved',
    approvedAt: now,
    expiresAt: completable > signIn.expiresAt ? completable : signIn.expiresAt,
    return:
      signIn.flow === 'same' ? { sha256: returnSha256, until, acceptedAt: undefined } : undefined,
  }
}

export function decline(
  signIn: ClaimedSignIn,
  reason: RefusedSignIn['reason'],
  now: Instant,
): RefusedSignIn {
  const { userIdHash: _, wrongProfiles: __, code: ___, start: ____, ...rest } = signIn
  return { ...rest, state: 'refused', reason, endedAt: now }
}

/** Whether the page may know of the approval and finish: in flow `same`, only after the return. */
export function mayComplete(signIn: ApprovedSignIn): boolean {
  return signIn.flow !== 'same' || signIn.return?.acceptedAt !== undefined
}

/** Phishing gets no further than a browser that is new to the person (protocols §4, step 8). */
export function isPhishingResistant({ flow, knownBrowser }: Claim): boolean {
  return flow === 'same' || knownBrowser
}

export function abort(
  signIn: OpenSignIn | ClaimedSignIn | ApprovedSignIn,
  reason: AbortReason,
  now: Instant,
): AbortedSignIn {
  const { id, qid, client, asked, browser, boundPerson, openedAt, openUntil, expiresAt } = signIn
  const begun = { id, qid, client, asked, browser, boundPerson, openedAt, openUntil, expiresAt }
  return { ...begun, state: 'aborted', reason, endedAt: now }
}
