/** A phone number or e-mail address is sent a code, and the code comes back (product §A). */
import {
  accept,
  base64url,
  idOf,
  Instant,
  refuse,
  utf8,
  type Random,
  type UseCase,
} from '@open-mitid/kernel'
import { SecondCode, type Language } from '@open-mitid/protocol'
import type { Mac } from '../keys/index.ts'
import {
  checkLife,
  confirmCheck,
  mostSends,
  type ContactAddress,
  type ContactCheck,
} from './contact-check.ts'
import { answer, type EnrolmentId, type ProofedEnrolment } from './enrolment.ts'
import type { Enrolments, OwnEnrolment } from './enrolments.ts'
import { moveAt, type OwnEnrolmentRefusal } from './moves.ts'

type Ports = { readonly enrolments: Enrolments; readonly mac: Mac; readonly random: Random }

const MessageId = idOf('msg')

/** `too-many-codes`: as many were sent as one enrolment may send. */
export function sendContactCode({
  enrolments,
  mac,
  random,
}: Ports): UseCase<
  OwnEnrolment & { readonly contact: ContactAddress; readonly language: Language },
  ContactCheck,
  OwnEnrolmentRefusal | { readonly kind: 'too-many-codes' }
> {
  return ({ contact, language, ...own }) =>
    moveAt(enrolments, own, 'contacts', async (enrolment, { now }) => {
      if (enrolment.sends >= mostSends) return { result: refuse({ kind: 'too-many-codes' }) }
      const code = SecondCode.make(random)
      const until = Instant.plus(now, checkLife)
      const check = {
        contact,
        mac: await contactCodeMac(mac, own.id, contact, code),
        until,
        tries: 0,
      }
      return {
        to: { ...enrolment, check, sends: enrolment.sends + 1 },
        message: {
          ...{ id: MessageId.make(random), contact, code, language },
          ...{ expiresAt: until, purpose: 'contact' },
        },
        result: accept(check),
      }
    })
}

/** `code-over`: none is waited for, or it was too old or tried too often; another can be sent. */
export type ConfirmContactRefusal =
  { readonly kind: 'code-over' } | { readonly kind: 'code-wrong'; readonly triesLeft: number }

export function confirmContact({
  enrolments,
  mac,
}: Ports): UseCase<
  OwnEnrolment & { readonly code: SecondCode },
  undefined,
  OwnEnrolmentRefusal | ConfirmContactRefusal
> {
  return ({ code, ...own }) =>
    moveAt<undefined, ConfirmContactRefusal>(
      enrolments,
      own,
      'contacts',
      async (enrolment, { now }) => {
        const { check } = enrolment
        if (!check) return { result: refuse({ kind: 'code-over' }) }
        const typed = await contactCodeMac(mac, own.id, check.contact, code)
        const confirmed = confirmCheck(check, typed, now)
        if (!confirmed.ok) return { to: { ...enrolment, check: undefined }, result: confirmed }
        const { value } = confirmed
        if (!value.right) {
          const { triesLeft } = value
          const to = { ...enrolment, check: value.check }
          return { to, result: refuse({ kind: 'code-wrong', triesLeft }) }
        }
        const { contact } = value
        const others = contactsOf(enrolment).filter(({ channel }) => channel !== contact.channel)
        const to = answer({ ...enrolment, check: undefined }, 'contacts', [...others, contact])
        return { to, result: accept(undefined) }
      },
    )
}

/** Another number or address is to be typed; the code that went out is worth nothing any more. */
export function dropContactCheck({
  enrolments,
}: Pick<Ports, 'enrolments'>): UseCase<OwnEnrolment, undefined, OwnEnrolmentRefusal> {
  return (own) =>
    moveAt(enrolments, own, 'contacts', (enrolment) => {
      const to = { ...enrolment, check: undefined }
      return Promise.resolve({ to, result: accept(undefined) })
    })
}

function contactsOf({ answers }: ProofedEnrolment) {
  return answers.contacts ?? []
}

/** A code is good for its own enrolment and for the address that it went to. */
async function contactCodeMac(
  mac: Mac,
  id: EnrolmentId,
  { channel, to }: ContactAddress,
  code: SecondCode,
): Promise<string> {
  return base64url(await mac('contact-code', utf8(`${id}|${channel}|${to}|${code}`)))
}
