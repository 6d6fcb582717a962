/**
 * An enrolment: a person on their way to a MitID (product §A). It belongs to who began it, lives a
 * day, and leaves nothing behind that could be used unless it was completed.
 */
import {
  accept,
  idOf,
  Instant,
  refuse,
  type Brand,
  type Bytes,
  type Id,
  type Result,
  type Seconds,
} from '@open-mitid/kernel'
import type { Delivery, DeviceId } from '../authenticator/index.ts'
import { BirthDate, leastAge, type PersonId, type UserId } from '../person/index.ts'
import type { ChosenAuthenticators } from './chosen-authenticators.ts'
import type { CheckedContact, ContactCheck } from './contact-check.ts'
import type { RegisterStatus } from './identity-register.ts'
import { journey, nextStep } from './journey.ts'
import type { OlderEidHolder, OlderEidPrompt } from './older-eid.ts'
import type { Proof } from './proof.ts'
import type { AcceptedTerms } from './terms.ts'

export type EnrolmentId = Id<'enr'>
export const EnrolmentId = idOf('enr')

/** It can be left and taken up again for a day (product §A). */
const enrolmentLife: Seconds = 24 * 60 * 60

type Known = {
  readonly id: EnrolmentId
  /** Hash of what only its beginner holds: a browser's cookie, or the key of a phone. */
  readonly holder: Bytes
  readonly begunAt: Instant
  readonly expiresAt: Instant
}

/** How far the older eID has come: it asks, or has answered while the register was out of reach. */
export type Proving =
  | { readonly at: 'prompt'; readonly prompt: OlderEidPrompt }
  | {
      readonly at: 'holder'
      readonly holder: OlderEidHolder
      readonly lookedUpAt: readonly Instant[]
    }

/** What somebody came for, where that is not a MitID of their own. */
export type Wish = 'password'

/** Nothing is known of anybody yet. */
export type BegunEnrolment = Known & {
  readonly state: 'begun'
  readonly wish: Wish | undefined
  readonly proving: Proving | undefined
}

export type Answers = {
  readonly authenticators?: ChosenAuthenticators | undefined
  readonly terms?: AcceptedTerms | undefined
  readonly contacts?: readonly CheckedContact[] | undefined
  readonly 'user-id'?: UserId | undefined
  readonly delivery?: Delivery | undefined
}
export type AnsweredStep = keyof Answers

export type ProofedEnrolment = Known & {
  readonly state: 'proofed'
  readonly proof: Proof
  readonly answers: Answers
  readonly check: ContactCheck | undefined
  /** How many codes have been sent. */
  readonly sends: number
  /** How often it was asked whether a user ID is free, in the window that began then. */
  readonly asked: { readonly times: number; readonly since: Instant }
}

/** What the person chose stays known, so that the last pages can say what happens next. */
export type CompletedEnrolment = Known & {
  readonly state: 'completed'
  readonly person: PersonId
  readonly answers: {
    readonly authenticators: ChosenAuthenticators
    readonly 'user-id': UserId
    readonly delivery: Delivery | undefined
  }
}

/**
 * Whoever has proved to be somebody with a MitID. They get no second one; for a little while they
 * may choose another password for a device of theirs (product §C).
 */
export type KnownEnrolment = Known & {
  readonly state: 'known'
  readonly wish: Wish | undefined
  readonly person: PersonId
  readonly provedAt: Instant
  /** The code that opens a device, on its way to a channel of theirs. */
  readonly asked: { readonly device: DeviceId; readonly check: ContactCheck } | undefined
  readonly sends: number
}

/** Why somebody whose identity is proved does not get a MitID this way. */
type TurnedAway = 'too-young' | 'has-mitid' | 'register'

export type EndedEnrolment = Known & {
  readonly state: 'ended'
  readonly reason: TurnedAway | 'left'
}

export type Enrolment =
  BegunEnrolment | ProofedEnrolment | KnownEnrolment | CompletedEnrolment | EndedEnrolment

export function begin(id: EnrolmentId, holder: Bytes, now: Instant, wish?: Wish): BegunEnrolment {
  const expiresAt = Instant.plus(now, enrolmentLife)
  return { id, holder, begunAt: now, expiresAt, state: 'begun', wish, proving: undefined }
}

/** Who is dead, missing or struck off in the register gets nothing on a proof from afar. */
const admitted: Readonly<Record<RegisterStatus, boolean>> = {
  resident: true,
  greenland: true,
  emigrated: true,
  'not-resident': true,
  missing: false,
  dead: false,
  annulled: false,
}

export function isAdmitted(status: RegisterStatus): boolean {
  return admitted[status]
}

/** The identity is proved. Only now is anybody told what there is about them. */
export function prove(
  enrolment: BegunEnrolment,
  proof: Proof,
  register: { readonly status: RegisterStatus; readonly hasMitId: boolean },
  now: Instant,
): ProofedEnrolment | EndedEnrolment {
  if (register.hasMitId) return end(enrolment, 'has-mitid')
  if (!isAdmitted(register.status)) return end(enrolment, 'register')
  if (BirthDate.age(proof.birthDate, now) < leastAge) return end(enrolment, 'too-young')
  return {
    ...knownOf(enrolment),
    state: 'proofed',
    proof,
    answers: {},
    check: undefined,
    sends: 0,
    asked: { times: 0, since: now },
  }
}

/** The identity is that of a person with a MitID. */
export function know(enrolment: BegunEnrolment, person: PersonId, now: Instant): KnownEnrolment {
  const { wish } = enrolment
  return {
    ...knownOf(enrolment),
    ...{ state: 'known', wish, person, provedAt: now, asked: undefined, sends: 0 },
  }
}

/** To choose what to do, and to wait for a code. What was proved is worth nothing after that. */
const knownTime: Seconds = 30 * 60

export function isFresh({ provedAt }: KnownEnrolment, now: Instant): boolean {
  return now < Instant.plus(provedAt, knownTime)
}

/** Gives an answer; those that rest on the one before it fall. */
export function answer<Step extends AnsweredStep>(
  enrolment: ProofedEnrolment,
  step: Step,
  given: NonNullable<Answers[Step]>,
): ProofedEnrolment {
  const fallen = Object.fromEntries(journey[step].undo.map((other) => [other, undefined]))
  return { ...enrolment, answers: { ...enrolment.answers, ...fallen, [step]: given } }
}

/** Everything is answered. */
export type ReadyEnrolment = Brand<
  ProofedEnrolment & {
    readonly answers: Answers &
      Required<{ [Step in Exclude<AnsweredStep, 'delivery'>]: NonNullable<Answers[Step]> }>
  },
  'ReadyEnrolment'
>

export function ready(
  enrolment: ProofedEnrolment,
): Result<ReadyEnrolment, { kind: 'step-missing' }> {
  return nextStep(enrolment) === 'confirm'
    ? accept(enrolment as ReadyEnrolment)
    : refuse({ kind: 'step-missing' })
}

export function complete(enrolment: ReadyEnrolment, person: PersonId): CompletedEnrolment {
  const { authenticators, delivery, 'user-id': userId } = enrolment.answers
  const answers = { authenticators, delivery, 'user-id': userId }
  return { ...knownOf(enrolment), state: 'completed', person, answers }
}

export function end(enrolment: Enrolment, reason: EndedEnrolment['reason']): EndedEnrolment {
  return { ...knownOf(enrolment), state: 'ended', reason }
}

function knownOf({ id, holder, begunAt, expiresAt }: Enrolment): Known {
  return { id, holder, begunAt, expiresAt }
}
