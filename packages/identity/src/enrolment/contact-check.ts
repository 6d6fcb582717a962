/** A phone number or address is the person's when the code that was sent there comes back. */
import { accept, type Instant, refuse, type Result, type Seconds } from '@open-mitid/kernel'
import { EmailAddress, PhoneNumber } from '../person/index.ts'

export type ContactAddress =
  | { readonly channel: 'sms'; readonly to: PhoneNumber }
  | { readonly channel: 'email'; readonly to: EmailAddress }

export const ContactAddress = {
  /** As a person types it. */
  parse(channel: ContactAddress['channel'], typed: string): ContactAddress | undefined {
    if (channel === 'sms') {
      const to = PhoneNumber.parse(typed)
      return to && { channel, to }
    }
    const to = EmailAddress.parse(typed)
    return to && { channel, to }
  },
}

export type CheckedContact = ContactAddress & { readonly verifiedAt: Instant }

/** A code on its way. `mac` is a keyed hash of it, base64url. */
export type ContactCheck = {
  readonly contact: ContactAddress
  readonly mac: string
  readonly until: Instant
  readonly tries: number
}

/** Product §A: by SMS or e-mail a code lives 30 minutes, and 3 wrong tries end it. */
export const checkLife: Seconds = 30 * 60
const mostTries = 3
/** Of one enrolment, to whatever address: nobody is flooded from here. */
export const mostSends = 8

export type ConfirmedCheck =
  | { readonly right: true; readonly contact: CheckedContact }
  | { readonly right: false; readonly check: ContactCheck | undefined; readonly triesLeft: number }

/** A wrong code is counted; the last one ends the code, and another has to be sent. */
export function confirmCheck(
  check: ContactCheck | undefined,
  mac: string,
  now: Instant,
): Result<ConfirmedCheck, { kind: 'code-over' }> {
  if (!check || now >= check.until) return refuse({ kind: 'code-over' })
  if (check.mac === mac)
    return accept({ right: true, contact: { ...check.contact, verifiedAt: now } })
  const tries = check.tries + 1
  const triesLeft = mostTries - tries
  return accept({ right: false, triesLeft, check: triesLeft > 0 ? { ...check, tries } : undefined })
}
