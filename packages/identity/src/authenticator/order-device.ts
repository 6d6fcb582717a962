/** A person orders a code device, to be sent home or picked up (product §A). */
import { accept, refuse, type Random, type UseCase } from '@open-mitid/kernel'
import { appendEvents, type Actor, type EventDraft } from '../ledger/index.ts'
import type { PersonId, UserId } from '../person/index.ts'
import {
  counts,
  DeviceId,
  type Delivery,
  type DeviceKind,
  type OrderedDevice,
} from './code-device.ts'
import type { CodeDevices } from './code-devices.ts'

export type OrderDevice = {
  readonly person: { readonly id: PersonId } | { readonly userId: UserId }
  readonly kind: DeviceKind
  /** It is wanted beside one that the person has, or has ordered. */
  readonly spare: boolean
  readonly delivery: Delivery
  readonly actor: Actor
}
/** `inStock` says whether it can be sent at once, or waits until more devices have come. */
export type OrderedNow = { readonly device: OrderedDevice; readonly inStock: boolean }

/**
 * `has-device`: there is one already, and a spare was not asked for. `too-many-devices`: there are
 * two, and one must be revoked first. `no-address`: there is nowhere to send it.
 */
export type OrderDeviceRefusal = {
  readonly kind:
    'person-unknown' | 'person-blocked' | 'has-device' | 'too-many-devices' | 'no-address' | 'busy'
}
type Ports = { readonly devices: CodeDevices; readonly random: Random }

/** Up to two, so that nobody without a smartphone lacks a spare (product §A). */
const mostDevices = 2
const tries = 5

export function orderDevice({
  devices,
  random,
}: Ports): UseCase<OrderDevice, OrderedNow, OrderDeviceRefusal> {
  return async ({ person, kind, spare, delivery, actor }) => {
    for (let left = tries; left > 0; left -= 1) {
      const found = await devices.findHolder(person)
      if (!found) return refuse({ kind: 'person-unknown' })
      const { now, chain } = found
      if (found.person.state === 'blocked') return refuse({ kind: 'person-blocked' })
      const had = found.devices.filter((device) => counts(device, now)).length
      if (had >= mostDevices) return refuse({ kind: 'too-many-devices' })
      if (had > 0 && !spare) return refuse({ kind: 'has-device' })
      if (delivery.to === 'home' && !found.hasAddress) return refuse({ kind: 'no-address' })
      const order = { person: found.person.id, kind, spare, delivery }
      const device = newOrder(order, { random, now })
      const events = appendEvents(chain, [orderedEvent(device, actor)], { random, now })
      if (await found.order(device, events))
        return accept({ device, inStock: found.inStock[kind] > 0 })
    }
    return refuse({ kind: 'busy' })
  }
}

/** Also for whoever writes an order together with something else. */
export function newOrder(
  order: Pick<OrderedDevice, 'person' | 'kind' | 'spare' | 'delivery'>,
  { random, now }: { readonly random: Random; readonly now: OrderedDevice['orderedAt'] },
): OrderedDevice {
  return { ...order, id: DeviceId.make(random), state: 'ordered', orderedAt: now }
}

export function orderedEvent({ id, kind, delivery }: OrderedDevice, actor: Actor): EventDraft {
  const to = delivery.to === 'home' ? 'home' : delivery.centre
  return { type: 'device-ordered', actor, body: { device: id, kind, to } }
}
