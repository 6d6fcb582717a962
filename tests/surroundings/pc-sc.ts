/**
 * The card service of a desk: Debian's `pcscd` with the virtual reader of `vsmartcard-vpcd`, in
 * namespaces of its own, so that it touches no other of this computer. It has two slots.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { openPcSc } from '../../apps/chip-reader/src/pc-sc.ts'
import type { Readers } from '../../apps/chip-reader/src/readers.ts'

const driver = '/usr/lib/pcsc/drivers/serial/libifdvpcd.so'
const needed: readonly (readonly [string, () => boolean])[] = [
  ['pcscd', () => existsSync('/usr/sbin/pcscd')],
  ['vsmartcard-vpcd', () => existsSync(driver)],
  ['unshare with user namespaces', () => spawnSync('unshare', ['-rm', 'true']).status === 0],
]
const library = await openPcSc()

/** False, and said why, where a reader cannot be tested on this computer. */
export function hasPcSc(): boolean {
  const missing = needed.filter(([, isHere]) => !isHere()).map(([name]) => name)
  if (!library) missing.push('smartcard (apps/chip-reader/README.md)')
  if (missing.length > 0)
    console.warn(`${missing.join(', ')}: not installed, the tests of a PC/SC reader are skipped`)
  return missing.length === 0
}

export type CardService = {
  /** Where the first slot waits for a card; the second at the next port. */
  readonly port: number
  readonly env: Readonly<Record<string, string>>
  /** Answers when as many slots hold a card as that. */
  cards(count: number): Promise<Readers>
  stop(): Promise<void>
}

export async function openCardService(port: number): Promise<CardService> {
  const folder = await mkdtemp(join(tmpdir(), 'mitid-pcsc-'))
  const [configured, socket] = [join(folder, 'readers'), join(folder, 'run')]
  await Promise.all([mkdir(configured), mkdir(socket)])
  await writeFile(
    join(configured, 'desk'),
    [
      'FRIENDLYNAME "Desk reader"',
      `DEVICENAME /dev/null:${String(port)}`,
      `LIBPATH ${driver}`,
      `CHANNELID ${String(port)}`,
      '',
    ].join('\n'),
  )
  // The daemon knows one place for its socket; in its own /run that place is our folder. It ends when
  // nobody holds the other end of its input any more, however that came.
  const script = `mount -t tmpfs tmpfs /run && mkdir /run/pcscd &&
    mount --bind '${socket}' /run/pcscd &&
    { /usr/sbin/pcscd --foreground --info --config '${configured}' & read -r _; kill $!; wait; }`
  const daemon = spawn('unshare', ['-rm', 'sh', '-c', script], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const ended = new Promise<void>((resolve) => daemon.once('close', () => resolve()))
  for await (const line of createInterface({ input: daemon.stdout }))
    if (line.includes('daemon ready')) break
  daemon.stdout.resume()
  const env = { PCSCLITE_CSOCK_NAME: join(socket, 'pcscd.comm') }
  return {
    port,
    env,
    async cards(count) {
      Object.assign(process.env, env)
      if (!library) throw new Error('smartcard is not installed')
      const until = performance.now() + 20_000
      while (library.list().filter(({ hasCard }) => hasCard).length !== count) {
        if (performance.now() > until) throw new Error('the reader did not notice')
        await new Promise((soon) => setTimeout(soon, 100))
      }
      return library
    },
    async stop() {
      daemon.stdin.end()
      await ended
      await rm(folder, { recursive: true })
    },
  }
}
