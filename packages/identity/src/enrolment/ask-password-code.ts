/**
 * Another password for somebody who has forgotten theirs and has no app: whoever has proved anew who
 * they are is sent a code to a channel of theirs, and a code of their device then replaces the
 * password, or activates the device without its letter (docs/decisions/code-sign-in.md).
 */
import {
  accept,
  base64url,
  idOf,
  Instant,
  refuse,
  utf8,
  type Bytes,
  type Random,
  type UseCase,
} from '@open-mitid/kernel'
import { SecondCode } from '@open-mitid/protocol'
import {
  contactForCodes,
  DeviceAttemptId,
  openKnown,
  sendOwnLetter,
  type CodeDevices,
  type DeviceAttempts,
  type DeviceId,
  type SendOwnLetterRefusal,
} from '../authenticator/index.ts'
import type { Mac } from '../keys/index.ts'
import { appendEvents } from '../ledger/index.ts'
import type { Persons } from '../person/index.ts'
import type { ConfirmContactRefusal } from './check-contact.ts'
import { checkLife, confirmCheck } from './contact-check.ts'
import type { EnrolmentId, KnownEnrolment } from './enrolment.ts'
import type { Enrolments, OwnEnrolment } from './enrolments.ts'
import { shownContact } from './find-password-ways.ts'
import { moveKnown, type OwnEnrolmentRefusal } from './moves.ts'

type Ports = {
  readonly enrolments: Enrolments
  readonly persons: Persons
  readonly devices: CodeDevices
  readonly attempts: DeviceAttempts
  readonly mac: Mac
  readonly random: Random
}

export type AskPasswordCode = OwnEnrolment & {
  readonly device: DeviceId
  readonly by: 'contact' | 'letter'
}
/** `no-way`: no contact may have codes today, or nobody knows where a letter would go. */
export type AskPasswordCodeRefusal =
  OwnEnrolmentRefusal | SendOwnLetterRefusal | { readonly kind: 'too-many-codes' | 'no-way' }

/** Of one proof: nobody is flooded from here. */
const mostSends = 3
const MessageId = idOf('msg')

/** Answers what brings the code. */
export function askPasswordCode(
  ports: Ports,
): UseCase<AskPasswordCode, { readonly by: 'contact' | 'letter' }, AskPasswordCodeRefusal> {
  return ({ device, by, ...own }) =>
    moveKnown<{ readonly by: 'contact' | 'letter' }, AskPasswordCodeRefusal>(
      ports.enrolments,
      own,
      async (enrolment, { now }) => {
        if (by === 'letter') return sendLetter(ports, enrolment, device)
        if (enrolment.sends >= mostSends) return { result: refuse({ kind: 'too-many-codes' }) }
        const [known, found] = await Promise.all([
          ports.persons.find({ id: enrolment.person }),
          ports.devices.find({ id: device }),
        ])
        const opened = found && openKnown(found.device)
        if (!known || !opened || found.person.id !== enrolment.person)
          return { result: refuse({ kind: 'device-unknown' }) }
        const { person, chain } = known
        if (person.state === 'blocked') return { result: refuse({ kind: 'person-blocked' }) }
        const contact = contactForCodes(person.contacts, now)
        if (!contact) return { result: refuse({ kind: 'no-way' }) }
        const code = SecondCode.make(ports.random)
        const mac = await passwordCodeMac(ports.mac, own.id, device, code)
        const until = Instant.plus(now, checkLife)
        const { kind } = opened
        const body = { device, kind, ...shownContact(contact) }
        const draft = { type: 'password-code-sent', actor: person.id, body } as const
        return {
          to: {
            ...enrolment,
            asked: { device, check: { contact, mac, until, tries: 0 } },
            sends: enrolment.sends + 1,
          },
          message: {
            ...{ id: MessageId.make(ports.random), contact, code, language: person.language },
            ...{ expiresAt: until, purpose: 'password' },
          },
          told: appendEvents(chain, [draft], { random: ports.random, now }),
          result: accept({ by }),
        }
      },
    )
}

async function sendLetter(ports: Ports, { person: owner }: KnownEnrolment, id: DeviceId) {
  const held = await ports.devices.findHolder({ id: owner })
  if (!held?.hasAddress) return { result: refuse({ kind: 'no-way' } as const) }
  const sent = await sendOwnLetter(ports)({ by: { id }, owner, actor: owner })
  return { result: sent.ok ? accept({ by: 'letter' } as const) : sent }
}

export type ConfirmPasswordCode = OwnEnrolment & {
  readonly code: SecondCode
  /** SHA-256 of the cookie under which the browser goes on. */
  readonly browser: Bytes
}

type Confirmed = { readonly device: DeviceId; readonly provedAt: Instant }

/** To choose a password and find a code of the device. */
const attemptLife = 30 * 60

export function confirmPasswordCode({
  enrolments,
  attempts,
  mac,
  random,
}: Ports): UseCase<
  ConfirmPasswordCode,
  DeviceAttemptId,
  OwnEnrolmentRefusal | ConfirmContactRefusal
> {
  return async ({ code, browser, ...own }) => {
    const confirmed = await moveKnown<Confirmed, ConfirmContactRefusal>(
      enrolments,
      own,
      async (enrolment, { now }) => {
        const { asked } = enrolment
        if (!asked) return { result: refuse({ kind: 'code-over' }) }
        const typed = await passwordCodeMac(mac, own.id, asked.device, code)
        const checked = confirmCheck(asked.check, typed, now)
        const none = { ...enrolment, asked: undefined }
        if (!checked.ok) return { to: none, result: checked }
        const { value } = checked
        if (value.right)
          return {
            to: none,
            result: accept({ device: asked.device, provedAt: enrolment.provedAt }),
          }
        const to = value.check ? { ...enrolment, asked: { ...asked, check: value.check } } : none
        return { to, result: refuse({ kind: 'code-wrong', triesLeft: value.triesLeft }) }
      },
    )
    if (!confirmed.ok) return confirmed
    const id = DeviceAttemptId.make(random)
    const { device, provedAt } = confirmed.value
    await attempts.open({ id, browser, device, by: { provedAt }, life: attemptLife })
    return accept(id)
  }
}

/** A code is good for its own proof and its own device. */
async function passwordCodeMac(
  mac: Mac,
  id: EnrolmentId,
  device: DeviceId,
  code: SecondCode,
): Promise<string> {
  return base64url(await mac('password-code', utf8(`${id}|${device}|${code}`)))
}
