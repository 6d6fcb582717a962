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

/**
 * `unreachable`: nobody answers, whomever it is for. `later`: not this message, not now.
 * `never`: this contact takes no messages, and will take none.
 */
export type FaultReason = 'unreachable' | 'later' | 'never'

/** Why a message was not taken over. It never quotes the carrier, who quotes addresses and texts. */
export class DeliveryFault extends Error {
  override readonly name = 'DeliveryFault'
  readonly reason: FaultReason
  constructor(channel: 'mail' | 'sms', reason: FaultReason, status?: number) {
    super(`${channel}: ${reason}${status === undefined ? '' : ` (${String(status)})`}`)
    this.reason = reason
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
