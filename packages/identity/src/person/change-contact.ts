/** A person gets a new phone number or e-mail address, which receives no codes for five days. */
import { accept, refuse, type Random, type UseCase } from '@open-mitid/kernel'
import { appendEvents } from '../ledger/index.ts'
import { ContactId, masked, type Contact, type EmailAddress, type PhoneNumber } from './contact.ts'
import type { UserId } from './user-id.ts'
import type { Persons } from './persons.ts'

export type ChangeContact = {
  readonly userId: UserId
  readonly contact:
    | { readonly channel: 'sms'; readonly to: PhoneNumber }
    | { readonly channel: 'email'; readonly to: EmailAddress }
}

export type ChangeContactRefusal = { readonly kind: 'person-unknown' | 'contact-same' | 'busy' }

const tries = 5

export function changeContact(ports: {
  persons: Persons
  random: Random
}): UseCase<ChangeContact, Contact, ChangeContactRefusal> {
  const { persons, random } = ports
  return async ({ userId, contact }) => {
    for (let left = tries; left > 0; left -= 1) {
      const found = await persons.find({ userId })
      if (!found) return refuse({ kind: 'person-unknown' })
      const { person, chain, now } = found
      const old = person.contacts.find(({ channel }) => channel === contact.channel)
      if (old?.to === contact.to) return refuse({ kind: 'contact-same' })
      const changed: Contact = {
        ...contact,
        id: ContactId.make(random),
        inProofing: false,
        verifiedAt: now,
        changedAt: now,
      }
      const body = { channel: contact.channel, to: masked(contact) }
      const type = old ? ('contact-changed' as const) : ('contact-added' as const)
      const events = appendEvents(chain, [{ type, actor: 'operator', body }], { random, now })
      if ((await persons.replaceContact(person.id, changed, events)).ok) return accept(changed)
    }
    return refuse({ kind: 'busy' })
  }
}
