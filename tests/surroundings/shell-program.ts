/**
 * The Android shell's classes that are no part of Android, compiled and run as a program: a test is
 * the page on one side of it, and the phone with a chip on the other.
 */
import type { Transceiver } from '@open-mitid/icao9303'
import type { ChipReader } from '@open-mitid/phone/passport'
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

const root = resolve(import.meta.dirname, '../..')
const asking = /^chip (?:connect|transceive (?<command>[0-9a-f]*)) #(?<number>\d+)$/u
const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'))
const sources = join(root, 'apps/phone-android/src/org/openmitid/phone/bridge')

/** False, and said why, where there is no JDK. */
export function hasJdk(): boolean {
  const isHere = spawnSync('javac', ['--version']).status === 0
  if (!isHere) console.warn('javac: not installed, the tests of the Android shell are skipped')
  return isHere
}

export type ShellProgram = Awaited<ReturnType<typeof openShellProgram>>
type PhoneState = 'as-usual' | 'nfc-off' | 'no-chip' | 'keeps-nothing'

export async function openShellProgram() {
  const folder = await mkdtemp(join(tmpdir(), 'mitid-shell-'))
  const files = [
    ...globSync(join(sources, '*.java')),
    join(import.meta.dirname, 'shell/ShellProgram.java'),
  ]
  execFileSync('javac', ['--release', '11', '-Xlint:all', '-Werror', '-d', folder, ...files])
  const java = spawn('java', ['-Xshare:auto', '-cp', folder, 'ShellProgram'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((over) => java.once('close', () => over()))
  const say = (line: string) => void java.stdin.write(`${line}\n`)

  /** What the shell told the phone and the chip, newest last. */
  const told: string[] = []
  const expected: { readonly form: RegExp; readonly resolve: (line: string) => void }[] = []
  let onPage: (line: string) => void = () => undefined
  let field: ChipReader | undefined
  let chip: Transceiver | undefined
  createInterface({ input: java.stdout }).on('line', (line) => {
    told.push(line)
    const [who = ''] = line.split(' ')
    if (who === 'page') onPage(line.slice('page '.length))
    if (who === 'chip' && line !== 'chip close') void beChip(line)
    const at = expected.findIndex(({ form }) => form.test(line))
    if (at >= 0) expected.splice(at, 1)[0]?.resolve(line)
  })
  const next = (form: RegExp) =>
    new Promise<string>((found) => expected.push({ form, resolve: found }))

  async function beChip(line: string) {
    const { command, number = '' } = asking.exec(line)?.groups ?? {}
    try {
      if (command === undefined) chip = await field?.connect()
      if (!chip) throw new Error('nothing lies there')
      const answer = command === undefined ? Uint8Array.of() : await chip.transceive(bytes(command))
      say(`chip ${number} ${Buffer.from(answer).toString('hex')}`)
    } catch {
      say(`chip ${number} gone`)
    }
  }

  return {
    told,
    next,
    lay(reader: ChipReader | undefined) {
      field = reader
    },
    async set(state: PhoneState) {
      const done = next(/^set$/u)
      say(`phone ${state}`)
      await done
    },
    /** Another page comes into the window: what it is greeted with, and the port that it gets. */
    async openPage(reachesChips = true) {
      const greeted = next(/^greeting /u)
      say(reachesChips ? 'open chips' : 'open')
      const greeting = (await greeted).slice('greeting '.length)
      const { port1: page, port2: ours } = new MessageChannel()
      ours.onmessage = ({ data }: MessageEvent<string>) => say(`page ${data}`)
      onPage = (line) => ours.postMessage(line)
      return { greeting, port: page, close: () => ours.close() }
    },
    async endPage() {
      const done = next(/^ended$/u)
      say('end')
      await done
    },
    /** A line that no page of ours would write. */
    hear: (line: string) => say(`page ${line}`),
    async place(origin: string, kind: 'production' | 'sandbox', address: string) {
      const asked = next(/^place /u)
      say(`place ${origin} ${kind} ${address}`)
      return (await asked).slice('place '.length)
    },
    async stop() {
      java.stdin.end()
      await ended
      await rm(folder, { recursive: true })
    },
  }
}
