/** A person whose identity has been proved gets their MitID (product §A). */
import { accept, refuse, type Random, type UseCase } from '@open-mitid/kernel'
import { appendEvents, emptyChain } from '../ledger/index.ts'
import { ContactId, type Contact, type EmailAddress, type PhoneNumber } from './contact.ts'
import type { CprNumber } from './cpr-number.ts'
import { BirthDate, leastAge, PersonId, type Person } from './person.ts'
import type { Persons } from './persons.ts'

export type CreatePerson = Pick<
  Person,
  'userId' | 'name' | 'birthDate' | 'protected' | 'ial' | 'language'
> & {
  readonly address: string | undefined
  readonly cpr: CprNumber | undefined
  /** Checked in the proofing, and therefore good for codes at once. */
  readonly phone: PhoneNumber | undefined
  readonly email: EmailAddress | undefined
}

export type CreatePersonRefusal = {
  readonly kind: 'user-id-taken' | 'cpr-taken' | 'too-young'
}

export function createPerson(ports: {
  persons: Persons
  random: Random
}): UseCase<CreatePerson, Person, CreatePersonRefusal> {
  const { persons, random } = ports
  return async ({ phone, email, address, cpr, ...rest }) => {
    const found = await persons.look({ userId: rest.userId, cpr })
    const { now } = found
    if (found.userIdTaken) return refuse({ kind: 'user-id-taken' })
    if (found.cprTaken) return refuse({ kind: 'cpr-taken' })
    if (BirthDate.age(rest.birthDate, now) < leastAge) return refuse({ kind: 'too-young' })

    const proofed = { inProofing: true, verifiedAt: now, changedAt: now }
    const contacts: Contact[] = []
    if (phone !== undefined)
      contacts.push({ ...proofed, id: ContactId.make(random), channel: 'sms', to: phone })
    if (email !== undefined)
      contacts.push({ ...proofed, id: ContactId.make(random), channel: 'email', to: email })
    const person: Person = {
      ...rest,
      id: PersonId.make(random),
      state: 'active',
      ...(address === undefined ? {} : { address }),
      ...(cpr === undefined ? {} : { cpr }),
      contacts,
      createdAt: now,
    }
    const events = appendEvents(
      emptyChain(person.id),
      [{ type: 'person-created', actor: 'operator', body: { ial: person.ial, route: 'operator' } }],
      { random, now },
    )
    const added = await persons.add(person, events)
    // Somebody was quicker with the same user ID or number: which one, a second look tells.
    if (!added.ok) {
      const { cprTaken } = await persons.look({ userId: rest.userId, cpr })
      return refuse({ kind: cprTaken ? 'cpr-taken' : 'user-id-taken' })
    }
    return accept(person)
  }
}
