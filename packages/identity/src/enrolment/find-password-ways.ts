/**
 * What somebody who has proved anew who they are may do about a forgotten password, or a letter that
 * they cannot read: which devices they have, and where a code for one could go. The reasons stand in docs/decisions/code-sign-in.md.
 */
import { accept, refuse, type Instant, type UseCase } from '@open-mitid/kernel'
import {
  contactForCodes,
  isUnderWay,
  openKnown,
  type CodeDevice,
  type CodeDevices,
  type DeviceId,
  type DeviceKind,
  type OpenedDevice,
} from '../authenticator/index.ts'
import { masked, type Persons } from '../person/index.ts'
import { isFresh } from './enrolment.ts'
import type { Enrolments, OwnEnrolment } from './enrolments.ts'
import type { OwnEnrolmentRefusal } from './moves.ts'

type Ports = {
  readonly enrolments: Enrolments
  readonly persons: Persons
  readonly devices: CodeDevices
}

export type OwnDevice = {
  readonly id: DeviceId
  readonly kind: DeviceKind
  /** Enough to tell two apart. */
  readonly serialEnd: string
  /** `sent`: it is not activated yet. */
  readonly state: OpenedDevice['state']
  /** A letter that was sent for it has hardly arrived. */
  readonly letterUnderWay: boolean
}
type ContactShown = { readonly channel: 'sms' | 'email'; readonly to: string }

export type PasswordWays = {
  readonly devices: readonly OwnDevice[]
  /** What a code would go to now. */
  readonly contact: ContactShown | undefined
  readonly letter: boolean
  /** A code is on its way, and is to be typed. */
  readonly asked: (ContactShown & { readonly device: DeviceId }) | undefined
}
/** `person-blocked`: only a Citizen Service Centre opens it again. */
export type PasswordWaysRefusal = OwnEnrolmentRefusal | { readonly kind: 'person-blocked' }

export function findPasswordWays({
  enrolments,
  persons,
  devices,
}: Ports): UseCase<OwnEnrolment, PasswordWays, PasswordWaysRefusal> {
  return async (own) => {
    const found = await enrolments.find(own)
    if (!found) return refuse({ kind: 'enrolment-unknown' })
    const { enrolment, now } = found
    if (enrolment.state !== 'known' || !isFresh(enrolment, now))
      return refuse({ kind: 'enrolment-moved-on' })
    const { person: id, asked } = enrolment
    const [known, held] = [await persons.find({ id }), await devices.findHolder({ id })]
    if (!known || !held) throw new Error('a person who was proved is nobody')
    if (known.person.state === 'blocked') return refuse({ kind: 'person-blocked' })
    const contact = contactForCodes(known.person.contacts, now)
    const waiting = asked && now < asked.check.until ? asked : undefined
    return accept({
      devices: held.devices.flatMap((device) => ownDevice(device, now)),
      contact: contact && shownContact(contact),
      letter: held.hasAddress,
      asked: waiting && { ...shownContact(waiting.check.contact), device: waiting.device },
    })
  }
}

function ownDevice(device: CodeDevice, now: Instant): readonly OwnDevice[] {
  const opened = openKnown(device)
  if (!opened) return []
  const { id, kind, serial, state, code } = opened
  return [{ id, kind, serialEnd: serial.slice(-4), state, letterUnderWay: isUnderWay(code, now) }]
}

export function shownContact(contact: Parameters<typeof masked>[0]): ContactShown {
  return { channel: contact.channel, to: masked(contact) }
}
