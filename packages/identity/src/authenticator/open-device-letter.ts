/** A device's serial number and the code from its letter open its activation on the website. */
import { accept, refuse, type Bytes, type Random, type UseCase } from '@open-mitid/kernel'
import type { Mac } from '../keys/index.ts'
import { appendEvents } from '../ledger/index.ts'
import { LetterCode, letterCodeMac, letterCodeTriesLeft } from '../letter/index.ts'
import { openLetter } from './code-device.ts'
import type { CodeDevices } from './code-devices.ts'
import { DeviceAttemptId, type DeviceAttempts } from './device-attempts.ts'
import { SerialNumber } from './serial-number.ts'

/** Both as they were typed. */
export type OpenDeviceLetter = {
  readonly serial: string
  readonly code: string
  readonly browser: Bytes
}
/** A wrong serial number, a wrong code and one that has ended are answered alike. */
export type OpenDeviceLetterRefusal = { readonly kind: 'letter-wrong' | 'busy' }

type Ports = {
  readonly devices: CodeDevices
  readonly attempts: DeviceAttempts
  readonly mac: Mac
  readonly random: Random
}

/** To choose a password and find the first code. */
const life = 30 * 60
const tries = 5
const wrong = { kind: 'letter-wrong' } as const

export function openDeviceLetter(
  ports: Ports,
): UseCase<OpenDeviceLetter, DeviceAttemptId, OpenDeviceLetterRefusal> {
  const { devices, attempts, mac, random } = ports
  return async ({ serial: typedSerial, code: typedCode, browser }) => {
    const serial = SerialNumber.parse(typedSerial)
    const code = LetterCode.parse(typedCode)
    if (serial === undefined || code === undefined) return refuse(wrong)
    for (let left = tries; left > 0; left -= 1) {
      const found = await devices.find({ serial })
      if (!found || found.person.state === 'blocked') return refuse(wrong)
      const { device, now, chain } = found
      const letterMac = await letterCodeMac(mac, device.id, code)
      const opened = openLetter(device, letterMac, now)
      if (!opened.ok) return refuse(wrong)
      if ('proof' in opened.value) {
        const id = DeviceAttemptId.make(random)
        await attempts.open({ id, browser, device: device.id, by: { letterMac }, life })
        return accept(id)
      }
      const to = opened.value.wrong
      const tries_left = letterCodeTriesLeft(to.code)
      const body = { device: device.id, kind: device.kind, tries_left }
      const draft = { type: 'device-letter-wrong', actor: 'system', body } as const
      if (await found.move(to, appendEvents(chain, [draft], { random, now }))) return refuse(wrong)
    }
    return refuse({ kind: 'busy' })
  }
}
