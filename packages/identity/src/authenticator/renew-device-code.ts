/** A person whose letter was lost, or whose code has died, is sent a new one for the device they have. */
import { accept, refuse, type Random, type UseCase } from '@open-mitid/kernel'
import type { Mac } from '../keys/index.ts'
import { appendEvents } from '../ledger/index.ts'
import { renewCode, type CodeDevice } from './code-device.ts'
import type { CodeDevices } from './code-devices.ts'
import { drawDeviceLetter } from './device-letter.ts'
import type { MoveDevice, MoveDeviceRefusal } from './move-device.ts'

type Ports = { readonly devices: CodeDevices; readonly mac: Mac; readonly random: Random }

const tries = 5

export function renewDeviceCode(ports: Ports): UseCase<MoveDevice, CodeDevice, MoveDeviceRefusal> {
  const { devices, random } = ports
  return async ({ by, owner, actor }) => {
    for (let left = tries; left > 0; left -= 1) {
      const found = await devices.find(by)
      if (!found || (owner !== undefined && found.person.id !== owner))
        return refuse({ kind: 'device-unknown' })
      const { now, chain, device } = found
      if (found.person.state === 'blocked') return refuse({ kind: 'person-blocked' })
      if (device.state !== 'sent') return refuse({ kind: 'not-now', state: device.state })
      const { letter, code } = await drawDeviceLetter(ports, 'device-code', device, {
        serial: device.serial,
        style: found.style,
      })
      const to = renewCode(device, code)
      const body = { device: device.id, kind: device.kind }
      const draft = { type: 'device-code-renewed', actor, body } as const
      const events = appendEvents(chain, [draft], { random, now })
      if (await found.renew(to, letter, events)) return accept(to)
    }
    return refuse({ kind: 'busy' })
  }
}
