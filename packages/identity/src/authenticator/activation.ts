/** An activation: two codes that came two ways make an app a person's (protocols §3). */
import {
  accept,
  equalBytes,
  idOf,
  Instant,
  refuse,
  type Brand,
  type Bytes,
  type Id,
  type Result,
  type Seconds,
} from '@open-mitid/kernel'
import type { Digest, ProfileId } from '@open-mitid/protocol'
import { letterLife } from '../letter/index.ts'
import type { PersonId } from '../person/index.ts'

export type ActivationId = Id<'act'>
export const ActivationId = idOf('act')

/**
 * Where the first code is read: that decides how long it lives (product §A). `app`: by the app in
 * which the person has just proved who they are; no second code is needed there (protocols §3).
 * `again`: by the app in which somebody has proved that they are a person who has a MitID already;
 * the second code goes to a contact that this person had before.
 */
export type CodeChannel = 'page' | 'letter' | 'centre' | 'app' | 'again'

export const codeLives: Readonly<Record<CodeChannel, Seconds>> = {
  page: 30 * 60,
  app: 30 * 60,
  again: 30 * 60,
  centre: 48 * 60 * 60,
  letter: letterLife,
}
/** How the second code reaches its person, and how long it lives; a letter's from its printing on. */
export type SecondChannel = 'sms' | 'email' | 'letter'
export const secondLives: Readonly<Record<SecondChannel, Seconds>> = {
  sms: 30 * 60,
  email: 30 * 60,
  letter: letterLife,
}
/** A letter may still be on its way, and a newer one would make its code worth nothing. */
const letterPatience: Seconds = 7 * 24 * 60 * 60
/** From the second code to the end: time to choose a PIN without haste. */
const finishTime: Seconds = 30 * 60
const mostTries = 3
const mostSends = 3

type Known = {
  readonly id: ActivationId
  readonly person: PersonId
  readonly channel: CodeChannel
}

export type IssuedActivation = Known & { readonly state: 'issued'; readonly expiresAt: Instant }

/** The second code on its way: a keyed hash of it, and where it went, masked. */
export type Second = {
  readonly mac: Bytes
  readonly channel: SecondChannel
  /** Empty of a letter: where its person lives is told to nobody who has only a code. */
  readonly to: string
  readonly until: Instant
}

type Attempt = {
  readonly profile: ProfileId
  /** The thumbprint of the device key whose attempt it is. */
  readonly dk: Digest
}

export type OpenedActivation = Known &
  Attempt & {
    readonly state: 'opened'
    readonly second: Second
    readonly tries: number
    readonly sends: number
    /** The end of the first code. */
    readonly codeUntil: Instant
  }
/** Whoever holds the device key has had both codes. */
export type ConfirmedActivation = Known &
  Attempt & { readonly state: 'confirmed'; readonly finishUntil: Instant }
export type UsedActivation = Known & Attempt & { readonly state: 'used' }
export type EndedActivation = Known & { readonly state: 'ended' }

export type Activation =
  IssuedActivation | OpenedActivation | ConfirmedActivation | UsedActivation | EndedActivation

/** A confirmed activation that has not run out. */
export type ReadyActivation = Brand<ConfirmedActivation, 'ReadyActivation'>

/**
 * Opens it for one device key, or sends that same key a new second code while either of the two
 * codes lives: what was left half-way on a phone is worth nothing to whoever finds it later.
 */
export function open(
  activation: Activation,
  attempt: Attempt & { readonly second: Second },
  now: Instant,
): Result<OpenedActivation, { kind: 'activation-unknown' }> {
  const { id, person, channel, state } = activation
  const opened = { id, person, channel, state: 'opened', ...attempt } as const
  if (state === 'issued' && now < activation.expiresAt)
    return accept({ ...opened, tries: 0, sends: 1, codeUntil: activation.expiresAt })
  if (state === 'opened' && activation.dk === attempt.dk && activation.sends < mostSends) {
    if (onItsWay(activation.second, now)) return refuse({ kind: 'activation-unknown' })
    const { tries, sends, codeUntil } = activation
    if (now < codeUntil || now < activation.second.until)
      return accept({ ...opened, tries, sends: sends + 1, codeUntil })
  }
  return refuse({ kind: 'activation-unknown' })
}

function onItsWay({ channel, until }: Second, now: Instant): boolean {
  return channel === 'letter' && now < Instant.plus(until, letterPatience - secondLives.letter)
}

/** In the app that has just proved its person, the first code is all there is. */
export function openInApp(
  { id, person, channel, ...activation }: Activation,
  attempt: Attempt,
  now: Instant,
): Result<ConfirmedActivation, { kind: 'activation-unknown' }> {
  if (channel !== 'app' || activation.state !== 'issued' || now >= activation.expiresAt)
    return refuse({ kind: 'activation-unknown' })
  const finishUntil = Instant.plus(now, finishTime)
  return accept({ id, person, channel, state: 'confirmed', ...attempt, finishUntil })
}

/** A wrong code is counted whichever send it is of; the last one ends both codes. */
export function confirm(
  activation: Activation,
  mac: Bytes,
  now: Instant,
): Result<
  {
    readonly right: boolean
    readonly to: OpenedActivation | ConfirmedActivation | EndedActivation
  },
  { kind: 'activation-ended' }
> {
  const { id, person, channel } = activation
  if (activation.state !== 'opened' || now >= activation.second.until)
    return refuse({ kind: 'activation-ended' })
  const { profile, dk } = activation
  if (equalBytes(mac, activation.second.mac)) {
    const finishUntil = Instant.plus(now, finishTime)
    return accept({
      right: true,
      to: { id, person, channel, profile, dk, state: 'confirmed', finishUntil },
    })
  }
  const tries = activation.tries + 1
  return accept({
    right: false,
    to: tries < mostTries ? { ...activation, tries } : { id, person, channel, state: 'ended' },
  })
}

export function triesLeft(activation: Activation): number {
  return activation.state === 'opened' ? mostTries - activation.tries : 0
}

export function ready(
  activation: Activation,
  now: Instant,
): Result<ReadyActivation, { kind: 'activation-ended' }> {
  return activation.state === 'confirmed' && now < activation.finishUntil
    ? accept(activation as ReadyActivation)
    : refuse({ kind: 'activation-ended' })
}

export function use(activation: ReadyActivation): UsedActivation {
  const { id, person, channel, profile, dk } = activation
  return { id, person, channel, profile, dk, state: 'used' }
}
