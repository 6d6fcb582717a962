/** An ordered device is taken from stock and sent, with the letter whose code activates it. */
import type { Random } from '@open-mitid/kernel'
import type { Mac } from '../keys/index.ts'
import { appendEvents, type EventDraft } from '../ledger/index.ts'
import { LetterCode, letterCodeMac, LetterId, type Letter } from '../letter/index.ts'
import { send, type DeviceId } from './code-device.ts'
import type { CodeDevices } from './code-devices.ts'

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
  const { now, chain, device, stock, language } = found
  const { kind, serial } = stock
  const code = LetterCode.make(random)
  const letter: Letter = {
    id: LetterId.make(random),
    person: device.person,
    // Who asks for the large digits that speak is written to in large print.
    style: { language, largePrint: kind === 'audio-reader' },
    content: { kind: 'code-device', device: kind, serial, code },
  }
  const issued = {
    letter: letter.id,
    device: id,
    state: 'issued',
    mac: await letterCodeMac(mac, id, code),
    tries: 0,
    until: undefined,
  } as const
  const body = { device: id, kind, serial }
  const draft: EventDraft = { type: 'device-sent', actor: 'system', body }
  const events = appendEvents(chain, [draft], { random, now })
  return found.send(send(device, stock, issued, now), letter, events)
}
