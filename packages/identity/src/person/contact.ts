/** A phone number or an e-mail address, and whether codes may be sent to it. */
import { idOf, Instant, type Brand, type Id } from '@open-mitid/kernel'

export type ContactId = Id<'con'>
export const ContactId = idOf('con')

/** An international number, `+` and 8 to 15 digits (E.164). */
export type PhoneNumber = Brand<string, 'PhoneNumber'>

export const PhoneNumber = {
  /** Eight digits without a country are Danish. */
  parse(text: string): PhoneNumber | undefined {
    const typed = text.replace(/[\s().-]/gu, '').replace(/^00/u, '+')
    const number = /^\d{8}$/u.test(typed) ? `+45${typed}` : typed
    return /^\+[1-9]\d{7,14}$/u.test(number) ? (number as PhoneNumber) : undefined
  },
}

export type EmailAddress = Brand<string, 'EmailAddress'>

const email =
  /^[^\s@<>()[\]\\,;:"\p{C}]{1,64}@[a-z0-9æøåäöü]([a-z0-9æøåäöü.-]*[a-z0-9])?\.[a-z]{2,}$/iu

export const EmailAddress = {
  parse(text: string): EmailAddress | undefined {
    const address = text.trim().normalize('NFC')
    return address.length <= 254 && email.test(address) ? (address as EmailAddress) : undefined
  },
}

export type Contact = {
  readonly id: ContactId
  /** Proved to be the person's: by a code, or in the proofing of their identity. */
  readonly verifiedAt: Instant
  readonly inProofing: boolean
  readonly changedAt: Instant
} & (
  | { readonly channel: 'sms'; readonly to: PhoneNumber }
  | { readonly channel: 'email'; readonly to: EmailAddress }
)

const fiveDays = 5 * 24 * 60 * 60

/** A contact changed after enrolment receives no codes for five days (product §A). */
export function mayReceiveCodes(contact: Contact, now: Instant): boolean {
  return contact.inProofing || Instant.plus(contact.changedAt, fiveDays) <= now
}

/** Enough for the person to know it again, too little for anybody else to use. */
export function masked(contact: Pick<Contact, 'channel' | 'to'>): string {
  if (contact.channel === 'sms') return `•• •• •• ${contact.to.slice(-2)}`
  const [name = '', host = ''] = contact.to.split('@')
  return `${name.slice(0, 1)}•••@${host}`
}
