/** How a use case finds the holder's enrolment, decides, and writes: again where it was overtaken. */
import { refuse, type Result } from '@open-mitid/kernel'
import type { AppendedEvents } from '../ledger/index.ts'
import {
  isFresh,
  type BegunEnrolment,
  type Enrolment,
  type KnownEnrolment,
  type ProofedEnrolment,
} from './enrolment.ts'
import type { ContactCodeMessage, Enrolments, FoundEnrolment, OwnEnrolment } from './enrolments.ts'
import { mayOpen, type Step } from './journey.ts'

/** `enrolment-moved-on`: it is not at a step at which this can be done; its page shows where it is. */
export type OwnEnrolmentRefusal =
  { readonly kind: 'enrolment-unknown' } | { readonly kind: 'enrolment-moved-on' }

/** What a use case decides: the enrolment as it becomes, and what the caller is told. */
export type EnrolmentMove<Value, Refusal> = {
  readonly to?: Enrolment
  readonly message?: ContactCodeMessage
  /** Of a person who has a MitID. */
  readonly told?: AppendedEvents
  readonly result: Result<Value, Refusal>
}

const tries = 5

export async function moveBegun<Value, Refusal>(
  enrolments: Enrolments,
  own: OwnEnrolment,
  decide: (
    enrolment: BegunEnrolment,
    found: FoundEnrolment,
  ) => Promise<EnrolmentMove<Value, Refusal>>,
): Promise<Result<Value, Refusal | OwnEnrolmentRefusal>> {
  return move(
    enrolments,
    own,
    ({ enrolment }) => enrolment.state === 'begun',
    (found) => decide(found.enrolment as BegunEnrolment, found),
  )
}

/** Of somebody who has a MitID, and has just proved it. */
export async function moveKnown<Value, Refusal>(
  enrolments: Enrolments,
  own: OwnEnrolment,
  decide: (
    enrolment: KnownEnrolment,
    found: FoundEnrolment,
  ) => Promise<EnrolmentMove<Value, Refusal>>,
): Promise<Result<Value, Refusal | OwnEnrolmentRefusal>> {
  return move(
    enrolments,
    own,
    ({ enrolment, now }) => enrolment.state === 'known' && isFresh(enrolment, now),
    (found) => decide(found.enrolment as KnownEnrolment, found),
  )
}

/** At a step that may be opened: nobody answers out of turn. */
export async function moveAt<Value, Refusal>(
  enrolments: Enrolments,
  own: OwnEnrolment,
  step: Step,
  decide: (
    enrolment: ProofedEnrolment,
    found: FoundEnrolment,
  ) => Promise<EnrolmentMove<Value, Refusal>>,
): Promise<Result<Value, Refusal | OwnEnrolmentRefusal>> {
  return move(
    enrolments,
    own,
    ({ enrolment }) => enrolment.state === 'proofed' && mayOpen(enrolment, step),
    (found) => decide(found.enrolment as ProofedEnrolment, found),
  )
}

async function move<Value, Refusal>(
  enrolments: Enrolments,
  own: OwnEnrolment,
  stands: (found: FoundEnrolment) => boolean,
  decide: (found: FoundEnrolment) => Promise<EnrolmentMove<Value, Refusal>>,
): Promise<Result<Value, Refusal | OwnEnrolmentRefusal>> {
  for (let left = tries; left > 0; left -= 1) {
    const found = await enrolments.find(own)
    if (!found) return refuse({ kind: 'enrolment-unknown' })
    if (!stands(found)) return refuse({ kind: 'enrolment-moved-on' })
    const { to, message, told, result } = await decide(found)
    if (to === undefined || (await found.write(to, message, told))) return result
  }
  return refuse({ kind: 'enrolment-moved-on' })
}
