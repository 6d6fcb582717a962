/** An ordered device is taken from stock and sent, with the letter whose code activates it. */
import type { Random } from '@open-mitid/kernel'
import type { Mac } from '../keys/index.ts'
import { appendEvents, type EventDraft } from '../ledger/index.ts'
import { send, type DeviceId } from './code-device.ts'
import type { CodeDevices } from './code-devices.ts'
import { drawDeviceLetter } from './device-letter.ts'

type Ports = { readonly devices: CodeDevices; readonly mac: Mac; readonly random: Random }

const batch = 100

/** Sends all that stock can serve; answers how many. What waits for stock stays ordered. */
export async function sendOrderedDevices(ports: Ports): Promise<number> {
  let sent = 0
  for (;;) {
    const orders = await ports.devices.waiting(batch)
    let moved = 0
    for (const id of orders) if (await sendDevice(ports, id)) moved += 1
    sent += moved
    // Another worker has sent the rest, or it is looked at again in the next round.
    if (orders.length < batch || moved === 0) return sent
  }
}

async function sendDevice({ devices, mac, random }: Ports, id: DeviceId): Promise<boolean> {
  const found = await devices.findOrder(id)
  if (!found || found.person.state === 'blocked') return false
  const { now, chain, device, stock, style } = found
  const { kind, serial } = stock
  const { letter, code } = await drawDeviceLetter({ random, mac }, 'code-device', device, {
    serial,
    style,
  })
  const body = { device: id, kind, serial }
  const draft: EventDraft = { type: 'device-sent', actor: 'system', body }
  const events = appendEvents(chain, [draft], { random, now })
  return found.send(send(device, stock, code, now), letter, events)
}
