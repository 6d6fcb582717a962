/** The ports to what carries messages to a person. */
import type { Contact, EmailAddress, PhoneNumber } from '../person/index.ts'
import type { NoticeText } from './notice-text.ts'

/**
 * Resolves when the message has been taken over by the carrier, and throws a `DeliveryFault`
 * otherwise. The same `id` may be sent twice: what has an identity of its own, carries it.
 */
export type Mail = {
  readonly send: (mail: {
    id: string
    to: EmailAddress
    subject: string
    text: string
  }) => Promise<void>
}
export type Sms = { readonly send: (sms: { to: PhoneNumber; text: string }) => Promise<void> }

export type Carriers = { readonly mail: Mail; readonly sms: Sms }

/** Why a message was not taken over. It never quotes the carrier, who quotes addresses and texts. */
export class DeliveryFault extends Error {
  override readonly name = 'DeliveryFault'
  constructor(channel: 'mail' | 'sms', reason: 'unreachable' | 'refused', status?: number) {
    super(`${channel} ${reason}${status === undefined ? '' : ` (${String(status)})`}`)
  }
}

/** Sends the text in the form that its channel takes. */
export function carry(
  { mail, sms }: Carriers,
  id: string,
  contact: Pick<Contact, 'channel' | 'to'>,
  text: NoticeText,
): Promise<void> {
  return contact.channel === 'sms'
    ? sms.send({ to: contact.to as PhoneNumber, text: text.sms })
    : mail.send({ id, to: contact.to as EmailAddress, subject: text.subject, text: text.mail })
}
