/**
 * A person is sent a letter with a new code for a device that they have: to activate it, where the
 * letter before was lost or its code has died, or to choose another password with it.
 */
import {
  accept,
  Instant,
  refuse,
  type Random,
  type Result,
  type Seconds,
  type UseCase,
} from '@open-mitid/kernel'
import type { Mac } from '../keys/index.ts'
import { appendEvents, type EventDraft } from '../ledger/index.ts'
import { letterLife, type StoredLetterCode } from '../letter/index.ts'
import { renewCode, type CodeDevice, type HeldDevice } from './code-device.ts'
import type { CodeDevices } from './code-devices.ts'
import { drawDeviceLetter } from './device-letter.ts'
import type { MoveDevice, MoveDeviceRefusal } from './move-device.ts'

type Ports = { readonly devices: CodeDevices; readonly mac: Mac; readonly random: Random }

const tries = 5

/** The operator's way, for whoever asks support. */
export function renewDeviceCode(ports: Ports): UseCase<MoveDevice, CodeDevice, MoveDeviceRefusal> {
  return (asked) => sendLetter(ports, asked, () => accept(undefined))
}

/** `letter-under-way`: the code of another would make that one's worth nothing before it comes. */
export type SendOwnLetterRefusal = MoveDeviceRefusal | { readonly kind: 'letter-under-way' }

/** The person's own way, who has proved who they are: a letter a week at the most. */
export function sendOwnLetter(ports: Ports): UseCase<MoveDevice, CodeDevice, SendOwnLetterRefusal> {
  return (asked) =>
    sendLetter<SendOwnLetterRefusal>(ports, asked, ({ code }, now) =>
      isUnderWay(code, now) ? refuse({ kind: 'letter-under-way' }) : accept(undefined),
    )
}

const patience: Seconds = 7 * 24 * 60 * 60

/** Its code is good, and it has hardly had the time to arrive. */
export function isUnderWay(code: StoredLetterCode | undefined, now: Instant): boolean {
  if (code?.state !== 'issued') return false
  return code.until === undefined || now < Instant.plus(code.until, patience - letterLife)
}

async function sendLetter<Refusal>(
  ports: Ports,
  { by, owner, actor }: MoveDevice,
  allow: (device: HeldDevice, now: Instant) => Result<undefined, Refusal>,
): Promise<Result<CodeDevice, Refusal | MoveDeviceRefusal>> {
  const { devices, random } = ports
  for (let left = tries; left > 0; left -= 1) {
    const found = await devices.find(by)
    if (!found || (owner !== undefined && found.person.id !== owner))
      return refuse({ kind: 'device-unknown' })
    const { now, chain, device } = found
    if (found.person.state === 'blocked') return refuse({ kind: 'person-blocked' })
    if (device.state === 'ordered' || device.state === 'revoked')
      return refuse({ kind: 'not-now', state: device.state })
    const allowed = allow(device, now)
    if (!allowed.ok) return allowed
    const kind = device.state === 'sent' ? 'device-code' : 'password-code'
    const { serial } = device
    const { letter, code } = await drawDeviceLetter(ports, kind, device, {
      serial,
      style: found.style,
    })
    const to = renewCode(device, code)
    const events = appendEvents(chain, [draftOf(device, actor)], { random, now })
    if (await found.renew(to, letter, events)) return accept(to)
  }
  return refuse({ kind: 'busy' })
}

function draftOf({ id: device, kind, state }: HeldDevice, actor: EventDraft['actor']): EventDraft {
  return state === 'sent'
    ? { type: 'device-code-renewed', actor, body: { device, kind } }
    : { type: 'password-code-sent', actor, body: { device, kind, channel: 'letter', to: '' } }
}
