/** Makes code devices: a serial number with its check digit, and a random seed in each. */
import { randomBytes } from 'node:crypto'
import type { Device, DeviceKind } from '../device.ts'

export type Batch = {
  /** The running number of the first; a number is used once. */
  readonly first: number
  readonly counts: Readonly<Record<DeviceKind, number>>
}

/** Every tenth goes by a counter, since makers deliver both. */
const byCounter = 10

export function* makeDevices({ first, counts }: Batch): Generator<Device> {
  let running = first
  for (const kind of ['code-display', 'audio-reader'] as const)
    for (let made = 1; made <= counts[kind]; made += 1) {
      const isCounter = made % byCounter === 0
      yield {
        serial: serialOf(running),
        kind,
        algorithm: isCounter ? 'HOTP' : 'TOTP',
        digest: isCounter ? 'SHA1' : 'SHA256',
        seed: randomBytes(isCounter ? 20 : 32).toString('hex'),
      }
      running += 1
    }
}

/** Ten digits: two of the maker, seven that run, and a check digit (ISO/IEC 7812-1, annex B). */
function serialOf(running: number): string {
  const digits = `27${String(running).padStart(7, '0')}`
  return `${digits}${String(checkDigit(digits))}`
}

/** Luhn's: whoever types one digit wrongly has typed no serial number. */
function checkDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return (10 - (sum % 10)) % 10
}

export function isSerial(text: string): boolean {
  return /^\d{10}$/u.test(text) && checkDigit(text.slice(0, 9)) === Number(text.at(9))
}
