/** The code that checks a contact, or that somebody who is known waits for, is then kept nowhere. */
import type { Id, Instant } from '@open-mitid/kernel'
import type { Language, SecondCode } from '@open-mitid/protocol'
import type { Contact } from '../person/index.ts'
import { carry, type Carriers } from './channels.ts'
import { contactCodeText } from './code-text.ts'
import type { Imprint } from './notice-text.ts'

type ContactCode = {
  readonly now: Instant
  readonly code: SecondCode
  readonly language: Language
  readonly contact: Pick<Contact, 'channel' | 'to'>
  readonly expiresAt: Instant
  readonly purpose: 'contact' | 'password'
}

export type ContactCodes = {
  find(id: Id<'msg'>): Promise<ContactCode | undefined>
  remove(id: Id<'msg'>): Promise<void>
  /** Removes those that ended unsent. */
  removeEnded(): Promise<void>
}

/** Throws where the carrier did not take it: the job is tried again while the code lives. */
export function sendContactCode(ports: {
  contactCodes: ContactCodes
  carriers: Carriers
  imprint: Imprint
}): (id: Id<'msg'>) => Promise<void> {
  return async (id) => {
    const message = await ports.contactCodes.find(id)
    if (!message) return
    if (message.now < message.expiresAt)
      await carry(ports.carriers, id, message.contact, contactCodeText(message, ports.imprint))
    await ports.contactCodes.remove(id)
  }
}
