/** The port to everybody who has a MitID. */
import type { Instant, Result } from '@open-mitid/kernel'
import type { AppendedEvents, ChainHead } from '../ledger/index.ts'
import type { Contact } from './contact.ts'
import type { CprNumber } from './cpr-number.ts'
import type { Person, PersonId } from './person.ts'
import type { UserId } from './user-id.ts'

/** What stands in the way of a new person, and the time by the database's clock. */
export type Vacancy = {
  readonly now: Instant
  /** Somebody has or has had this user ID. */
  readonly userIdTaken: boolean
  readonly cprTaken: boolean
}

export type FoundPerson = {
  readonly now: Instant
  readonly person: Person
  readonly chain: ChainHead
}

export type Persons = {
  look(wanted: { userId: UserId; cpr: CprNumber | undefined }): Promise<Vacancy>
  /** Writes the person and their first events together; loses to whoever took the ID meanwhile. */
  add(person: Person, events: AppendedEvents): Promise<Result<undefined, { kind: 'lost' }>>
  find(
    by: { id: PersonId } | { userId: UserId } | { cpr: CprNumber },
  ): Promise<FoundPerson | undefined>
  /** Writes what happened about a person and changes nothing; lost where the chain has grown. */
  note(person: PersonId, events: AppendedEvents): Promise<Result<undefined, { kind: 'lost' }>>
  /** Puts a contact in the place of the one of its channel; lost where the chain has grown. */
  replaceContact(
    person: PersonId,
    contact: Contact,
    events: AppendedEvents,
  ): Promise<Result<undefined, { kind: 'lost' }>>
  /**
   * The old one is released, and nobody else ever gets it. `password-bound`: the person has a
   * password, which is registered under the old one.
   */
  changeUserId(
    person: Pick<Person, 'id' | 'userId'>,
    to: UserId,
    events: AppendedEvents,
  ): Promise<Result<undefined, { kind: 'lost' | 'user-id-taken' | 'password-bound' }>>
}
