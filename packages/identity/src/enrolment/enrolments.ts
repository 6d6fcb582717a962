/** The port to enrolments, and to the codes that check a person's contacts. */
import type { Bytes, Id, Instant, Result } from '@open-mitid/kernel'
import type { SecondCode } from '@open-mitid/protocol'
import type { IssuedActivation, OrderedDevice } from '../authenticator/index.ts'
import type { AppendedEvents } from '../ledger/index.ts'
import type { Letter } from '../letter/index.ts'
import type { CprNumber, Person, PersonId, UserId } from '../person/index.ts'
import type { ContactAddress } from './contact-check.ts'
import type { Proof } from './proof.ts'
import type { BegunEnrolment, CompletedEnrolment, Enrolment, EnrolmentId } from './enrolment.ts'

/** An enrolment is there for its holder alone: for anybody else there is none of that name. */
export type OwnEnrolment = { readonly id: EnrolmentId; readonly holder: Bytes }

/** A code to be sent, put on its way in the statement that makes it valid. */
export type ContactCodeMessage = {
  readonly id: Id<'msg'>
  readonly contact: ContactAddress
  readonly code: SecondCode
  readonly language: Person['language']
  readonly expiresAt: Instant
  /** What is done with it. */
  readonly purpose: 'contact' | 'password'
}

/** Everything that makes somebody a person with a MitID. */
export type Completion = {
  readonly person: Person
  readonly events: AppendedEvents
  readonly to: CompletedEnrolment
  /** Its evidence is kept with the person. */
  readonly proof: Proof
  /** The first code of the app, where one was chosen. */
  readonly activation: { readonly issued: IssuedActivation; readonly codeMac: Bytes } | undefined
  readonly orders: readonly OrderedDevice[]
  /** Goes to the address of the register: somebody else in the person's name would be found out. */
  readonly welcome: Letter | undefined
}

export type FoundEnrolment = {
  readonly now: Instant
  /** Not over: what has passed its time is not found. */
  readonly enrolment: Enrolment
  /**
   * Moves it, with the code that goes out and what its person is told of that; false where it or
   * their chain has moved meanwhile. Of two moves from one state, one wins and of the other nothing
   * is written.
   */
  readonly write: (
    to: Enrolment,
    message?: ContactCodeMessage,
    told?: AppendedEvents,
  ) => Promise<boolean>
  /**
   * Person, contacts, proof, events, activation, orders and the enrolment's end in one statement, or none
   * of it: lost where the user ID or the CPR number has been taken, or the enrolment has moved.
   */
  readonly complete: (completion: Completion) => Promise<Result<undefined, { kind: 'lost' }>>
}

export type Enrolments = {
  begin(enrolment: BegunEnrolment): Promise<void>
  find(own: OwnEnrolment): Promise<FoundEnrolment | undefined>
  /** The holder's newest that can be gone on with or looked at. */
  newest(holder: Bytes): Promise<EnrolmentId | undefined>
  now(): Promise<Instant>
  hasMitId(cpr: CprNumber): Promise<boolean>
  /** How many apps of that person are active. */
  activeApps(person: PersonId): Promise<number>
  /** Those of them that nobody has or has had. */
  free(userIds: readonly UserId[]): Promise<readonly UserId[]>
}
