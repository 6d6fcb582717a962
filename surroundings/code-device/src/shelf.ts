/**
 * Where the devices lie: files in one folder, which the page and the command share. Each device that
 * goes by a counter keeps it in a file of its own, as it would keep it in its own memory.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeByClock, codeByCounter, type Device, type ShownCode } from './device.ts'

export type Shelf = {
  readonly devices: readonly Device[]
  readonly find: (serial: string) => Device | undefined
  /** One press of the button, at this time in seconds by a clock that was never set ahead. */
  readonly press: (device: Device, seconds: number) => ShownCode
  /** Sets the clocks of all devices ahead. */
  readonly advance: (seconds: number) => void
  /** Devices that somebody has unpacked, newest first. */
  readonly unpacked: () => readonly Device[]
  readonly unpack: (device: Device) => void
}

/** Makes devices by `make` where there are none yet; without it there are those that there are. */
export function openShelf(folder: string, make?: () => Iterable<Device>): Shelf {
  mkdirSync(join(folder, 'counter'), { recursive: true, mode: 0o700 })
  const file = join(folder, 'devices.json')
  if (make && !existsSync(file)) write(file, [...make()])
  const devices = read<Device[]>(file, [])
  const bySerial = new Map(devices.map((device) => [device.serial, device]))
  const drawer = join(folder, 'unpacked.json')
  const unpacked = () => read<string[]>(drawer, [])
  const clock = join(folder, 'ahead.json')
  const ahead = () => read(clock, 0)
  return {
    devices,
    find: (serial) => bySerial.get(serial),
    press(device, seconds) {
      if (device.algorithm === 'TOTP') return codeByClock(device, seconds + ahead())
      const counterFile = join(folder, 'counter', device.serial)
      const counter = read(counterFile, 0)
      write(counterFile, counter + 1)
      return codeByCounter(device, counter)
    },
    advance(seconds) {
      write(clock, ahead() + seconds)
    },
    unpacked: () => unpacked().flatMap((serial) => bySerial.get(serial) ?? []),
    unpack({ serial }) {
      const others = unpacked().filter((each) => each !== serial)
      write(drawer, [serial, ...others])
    },
  }
}

function read<Value>(file: string, otherwise: Value): Value {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Value) : otherwise
}

/** Whole or not at all. */
function write(file: string, value: unknown): void {
  const draft = `${file}.${String(process.pid)}`
  writeFileSync(draft, JSON.stringify(value), { mode: 0o600 })
  renameSync(draft, file)
}
