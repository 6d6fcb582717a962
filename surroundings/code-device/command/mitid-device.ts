/** `mitid-device`: code devices without a screen, for automated tests, and the factory that makes them. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { readSerial, serialText } from '../src/device.ts'
import { deliver } from '../src/factory/deliver.ts'
import { makeDevices } from '../src/factory/make-devices.ts'
import { openShelf, type Shelf } from '../src/shelf.ts'

const usage = `mitid-device: code displays and audio code readers without a screen

  mitid-device list                           the devices of this sandbox
  mitid-device code --serial NUMBER           presses the button, and prints the code
  mitid-device clock --advance SECONDS        sets the clocks of all devices ahead, so that each has a new
                                              code; "mitid clock" does the same with the server's
  mitid-device make --folder DIR [--displays N] [--readers N] [--first N]
                                              makes devices, their seed file and its key in a new folder

  --ahead=SECONDS   with code: of a device whose clock goes so far ahead; behind where it is negative
  --folder DIR      where the devices lie; .data/code-device of this checkout unless said
  --json            the answer as JSON on one line; a refusal as {"kind", "message"}

exit codes: 0 done, 1 refused, 2 wrongly called
`

type Answer =
  | { readonly ok: true; readonly json: unknown; readonly lines: readonly string[] }
  | { readonly ok: false; readonly kind: string; readonly sentence: string }

class UsageError extends Error {
  override readonly name = 'UsageError'
}

async function main(args: string[]): Promise<number> {
  const json = args.includes('--json')
  try {
    const { values, positionals } = parseArgs({
      args,
      options,
      strict: true,
      allowPositionals: true,
    })
    const [name, second] = positionals
    if (values.help === true || name === undefined || second !== undefined) {
      process[values.help === true ? 'stdout' : 'stderr'].write(usage)
      return values.help === true ? 0 : 2
    }
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!command) throw new UsageError(`There is no command "${name}".`)
    return tell(await command(values), json)
  } catch (fault) {
    const sentence = fault instanceof Error ? fault.message : String(fault)
    const isUsage =
      fault instanceof UsageError ||
      (fault instanceof TypeError && 'code' in fault && String(fault.code).startsWith('ERR_PARSE'))
    tell({ ok: false, kind: isUsage ? 'usage' : 'failed', sentence }, json)
    return isUsage ? 2 : 1
  }
}

const options = {
  serial: { type: 'string' },
  ahead: { type: 'string' },
  advance: { type: 'string' },
  folder: { type: 'string' },
  displays: { type: 'string' },
  readers: { type: 'string' },
  first: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

type Values = Readonly<Partial<Record<keyof typeof options, string | boolean>>>

const commands: Readonly<Record<string, (values: Values) => Answer | Promise<Answer>>> = {
  list(values) {
    const devices = shelfOf(values).devices.map(({ serial, kind, algorithm }) => ({
      serial,
      kind,
      algorithm,
    }))
    const lines = devices.map(
      ({ serial, kind, algorithm }) => `${serialText(serial)}  ${kind.padEnd(12)}  ${algorithm}`,
    )
    return { ok: true, json: devices, lines: lines.length > 0 ? lines : ['There are no devices.'] }
  },

  code(values) {
    if (typeof values.serial !== 'string') throw new UsageError('--serial is missing.')
    const shelf = shelfOf(values)
    const device = shelf.find(readSerial(values.serial))
    if (!device)
      return {
        ok: false,
        kind: 'device-unknown',
        sentence: 'There is no device with this serial number.',
      }
    const shown = shelf.press(device, Date.now() / 1000 + numberOf(values, 'ahead', 0))
    const { code, secondsLeft } = shown
    return {
      ok: true,
      json: { code, seconds_left: secondsLeft },
      lines: [`${code}  (for ${String(secondsLeft)} seconds)`],
    }
  },

  clock(values) {
    if (values.advance === undefined) throw new UsageError('--advance is missing.')
    const advanced = numberOf(values, 'advance', 0)
    shelfOf(values).advance(advanced)
    return {
      ok: true,
      json: { advanced },
      lines: [`The devices' clocks are ${String(advanced)} seconds further ahead.`],
    }
  },

  async make(values) {
    const folder = values.folder
    if (typeof folder !== 'string') throw new UsageError('--folder is missing.')
    if (existsSync(join(folder, 'devices.json')))
      return { ok: false, kind: 'devices-exist', sentence: 'There are devices in this folder.' }
    const counts = {
      'code-display': numberOf(values, 'displays', 100),
      'audio-reader': numberOf(values, 'readers', 100),
    }
    const shelf = openShelf(folder, () =>
      makeDevices({ first: numberOf(values, 'first', 1), counts }),
    )
    const delivery = {
      seedFile: join(folder, 'delivery.xml'),
      keyFile: join(folder, 'delivery.key'),
    }
    await deliver(shelf.devices, delivery)
    const { seedFile, keyFile } = delivery
    return {
      ok: true,
      json: { devices: shelf.devices.length, seed_file: seedFile, key_file: keyFile },
      lines: [`${String(shelf.devices.length)} devices; seed file ${seedFile}, key ${keyFile}.`],
    }
  },
}

function shelfOf({ folder }: Values): Shelf {
  const here = resolve(import.meta.dirname, '../../../.data/code-device')
  return openShelf(typeof folder === 'string' ? folder : here)
}

function numberOf(
  values: Values,
  name: 'ahead' | 'advance' | 'displays' | 'readers' | 'first',
  otherwise: number,
) {
  const given = values[name]
  if (given === undefined) return otherwise
  const number = Number(given)
  if (!Number.isInteger(number) || (name !== 'ahead' && number < 0))
    throw new UsageError(`--${name} must be a whole number.`)
  return number
}

function tell(answer: Answer, json: boolean): number {
  if (answer.ok) {
    process.stdout.write(`${json ? JSON.stringify(answer.json) : answer.lines.join('\n')}\n`)
    return 0
  }
  const { kind, sentence } = answer
  if (json) process.stdout.write(`${JSON.stringify({ kind, message: sentence })}\n`)
  process.stderr.write(`${sentence}\n`)
  return 1
}

process.exitCode = await main(process.argv.slice(2))
