/** A code device is suspended, reopened or revoked: by its person, by support, or by the operator. */
import { accept, refuse, type Random, type UseCase } from '@open-mitid/kernel'
import { appendEvents, type Actor, type EventDraft } from '../ledger/index.ts'
import type { PersonId } from '../person/index.ts'
import { reopen, revoke, suspend, type CodeDevice, type DeviceId } from './code-device.ts'
import type { CodeDevices } from './code-devices.ts'
import type { SerialNumber } from './serial-number.ts'

export type MoveDevice = {
  readonly by: { readonly id: DeviceId } | { readonly serial: SerialNumber }
  /** Whose it must be, where the person asks; undefined where somebody asks who may move all. */
  readonly owner: PersonId | undefined
  readonly actor: Actor
}
/** `not-now`: a device in this state cannot be moved so; nothing has changed. */
export type MoveDeviceRefusal =
  | { readonly kind: 'device-unknown' | 'person-blocked' | 'busy' }
  | { readonly kind: 'not-now'; readonly state: CodeDevice['state'] }

type Ports = { readonly devices: CodeDevices; readonly random: Random }
type Move = { readonly to: CodeDevice; readonly event: EventDraft }

/** Lost: nobody can use it until it is reopened. */
export function suspendDevice(ports: Ports): UseCase<MoveDevice, CodeDevice, MoveDeviceRefusal> {
  return moveDevice(ports, (device, actor) => {
    if (device.state !== 'active') return undefined
    const body = { device: device.id, kind: device.kind, reason: 'lost' } as const
    return { to: suspend(device, 'lost'), event: { type: 'device-suspended', actor, body } }
  })
}

/** Found again, or its person has learnt to type its codes. */
export function reopenDevice(ports: Ports): UseCase<MoveDevice, CodeDevice, MoveDeviceRefusal> {
  return moveDevice(ports, (device, actor) => {
    if (device.state !== 'suspended') return undefined
    const body = { device: device.id, kind: device.kind }
    return { to: reopen(device), event: { type: 'device-reopened', actor, body } }
  })
}

/** For good; of an order that was not sent yet, that it never is. */
export function revokeDevice(ports: Ports): UseCase<MoveDevice, CodeDevice, MoveDeviceRefusal> {
  return moveDevice(ports, (device, actor) => {
    if (device.state === 'revoked') return undefined
    const body = { device: device.id, kind: device.kind }
    return { to: revoke(device), event: { type: 'device-revoked', actor, body } }
  })
}

const tries = 5

function moveDevice(
  { devices, random }: Ports,
  move: (device: CodeDevice, actor: Actor) => Move | undefined,
): UseCase<MoveDevice, CodeDevice, MoveDeviceRefusal> {
  return async ({ by, owner, actor }) => {
    for (let left = tries; left > 0; left -= 1) {
      const found = await devices.find(by)
      if (!found || (owner !== undefined && found.person.id !== owner))
        return refuse({ kind: 'device-unknown' })
      const { now, chain, device } = found
      const moved = move(device, actor)
      if (!moved) return refuse({ kind: 'not-now', state: device.state })
      if (found.person.state === 'blocked' && moved.to.state === 'active')
        return refuse({ kind: 'person-blocked' })
      const events = appendEvents(chain, [moved.event], { random, now })
      if (await found.move(moved.to, events)) return accept(moved.to)
    }
    return refuse({ kind: 'busy' })
  }
}
