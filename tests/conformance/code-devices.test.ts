/** From the factory's delivery to a code that opens a sign-in, through the commands and the programs. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  activateDevice,
  enterCode,
  openLetter,
  sendOrderedDevices,
  type CodeMatch,
  type FoundDevice,
  type SerialNumber,
} from '@open-mitid/identity/authenticator'
import { appendEvents } from '@open-mitid/identity/ledger'
import { letterCodeMac, letterLife, type Letter } from '@open-mitid/identity/letter'
import type { Bytes } from '@open-mitid/kernel'
import {
  advanceClock,
  openDatabase,
  openVault,
  postgresCodeDevices,
  postgresLetters,
  type Database,
  type Vault,
} from '@open-mitid/postgres'
import {
  freshDatabase,
  openQueries,
  type FreshDatabase,
  type Queries,
} from '@open-mitid/postgres/testing'
import { openMitid, type MitidSession } from '../../apps/sandbox/src/command.ts'
import { openLocalKeyVault } from '../../apps/server/src/outbound/vault/index.ts'
import { openShelf } from '../../surroundings/code-device/src/shelf.ts'

const root = resolve(import.meta.dirname, '../..')
const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))
let folder: string
let factory: string
let fresh: FreshDatabase
let db: Database
let queries: Queries
let vault: Vault
let mitid: MitidSession
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mitid-factory-'))
  factory = join(folder, 'factory')
  fresh = await freshDatabase()
  const keys = join(folder, 'keys')
  mitid = openMitid(join(root, 'apps/server/command/mitid.ts'), {
    MITID_ENV: 'test',
    DATABASE_URL: fresh.url,
    MITID_KEYS: keys,
  })
  const make = ['make', '--folder', factory, '--displays', '20', '--readers', '10']
  const script = join(root, 'surroundings/code-device/command/mitid-device.ts')
  await promisify(execFile)(process.execPath, [script, ...make])
  await mitid(
    'import-devices',
    join(factory, 'delivery.xml'),
    `--key-file=${join(factory, 'delivery.key')}`,
  )
  db = openDatabase(fresh.url, { max: 2 })
  queries = openQueries(fresh.url)
  vault = await openVault(db, await openLocalKeyVault({ folder: keys, environment: 'test' }))
})
afterAll(async () => {
  await mitid.close()
  await queries.close()
  await db.close()
  await fresh.drop()
  await rm(folder, { recursive: true })
})

/** How far the database's clock, and with it the whole world's, has been moved on. */
let moved = 0
async function later(seconds: number): Promise<void> {
  await advanceClock(db, seconds)
  moved += seconds
}

/** What the device shows, whose clock goes so far ahead of the world's. */
function shown(serial: SerialNumber, ahead: number): CodeMatch {
  const shelf = openShelf(factory)
  const device = shelf.find(serial)
  if (!device) throw new Error('the factory made no such device')
  const { code } = shelf.press(device, Date.now() / 1000 + ahead + moved)
  return (right) => right === code
}

async function find(serial: SerialNumber): Promise<FoundDevice> {
  const found = await postgresCodeDevices(db, vault).find({ serial })
  if (!found) throw new Error('nobody has it')
  return found
}
const nothing = ({ chain, now }: FoundDevice) => appendEvents(chain, [], { random, now })

/** As the website does it, with the code that the letter brings. */
async function activate(serial: SerialNumber, ahead: number): Promise<void> {
  const { code } = await letterOf((await find(serial)).person.id)
  const matches = shown(serial, ahead)
  const found = await find(serial)
  const mac = await letterCodeMac(vault.mac, found.device.id, code)
  const letter = openLetter(found.device, mac, found.now)
  if (!letter.ok || !('proof' in letter.value)) throw new Error('the letter opens nothing')
  const done = activateDevice(letter.value.proof, matches, found.now)
  if (!done.ok || !('active' in done.value)) throw new Error('the first code was wrong')
  expect(await found.move(done.value.active, nothing(found))).toBe(true)
}

async function letterOf(person: string) {
  const [row] = await queries.query<{ id: Letter['id'] }>(
    "select id from mitid.letter where person_id = $1 and state = 'queued'",
    [person],
  )
  const letter = row && (await postgresLetters(db, vault).print(row.id, letterLife))
  if (letter?.content.kind !== 'code-device') throw new Error('no letter')
  return letter.content
}

async function enter(serial: SerialNumber, matches: CodeMatch): Promise<boolean> {
  const found = await find(serial)
  if (found.device.state !== 'active') throw new Error('not active')
  const entered = enterCode(found.device, matches, found.now)
  if (!entered.ok) throw new Error(entered.refusal.kind)
  expect(await found.move(entered.value.to, nothing(found))).toBe(true)
  return entered.value.right
}

it.each([
  { user: 'with a clock', kind: 'code-display', algorithm: 'TOTP', ahead: 0 },
  { user: 'with a wrong clock', kind: 'audio-reader', algorithm: 'TOTP', ahead: -300 },
  { user: 'with a counter', kind: 'code-display', algorithm: 'HOTP', ahead: 0 },
])(
  '$user: what the factory made and the operator took in, its person activates and uses, each code once',
  async ({ user, kind, algorithm, ahead }) => {
    // Stock gives the lowest number first, which has a clock.
    if (algorithm === 'HOTP')
      await queries.query("update mitid.stock_device set seed = null where algorithm = 'TOTP'")
    const who = ['--name', 'A', '--birth-date', '1990-01-01', '--email', 'a@post.example']
    const address = ['--address', 'Algade 1, 4000 Roskilde']
    await mitid('create-person', '--user-id', user, ...who, ...address)
    const ordered = await mitid('order-device', '--user-id', user, '--kind', kind)
    expect(ordered).toMatchObject({ in_stock: true })
    const devices = postgresCodeDevices(db, vault)
    expect(await sendOrderedDevices({ devices, mac: vault.mac, random })).toBe(1)
    const [sent] = (await mitid('show-devices', '--user-id', user)) as [{ serial: SerialNumber }]
    expect(sent).toMatchObject({ kind, state: 'sent' })
    const { serial } = sent
    await activate(serial, ahead)
    await later(60)
    const code = shown(serial, ahead)
    expect([await enter(serial, code), await enter(serial, code)]).toEqual([true, false])
    await mitid('suspend-device', '--serial', serial)
    expect(await mitid('reopen-device', '--serial', serial)).toMatchObject({ state: 'active' })
    await later(60)
    expect(await enter(serial, shown(serial, ahead))).toBe(true)
    expect(await mitid('revoke-device', '--serial', serial)).toMatchObject({ state: 'revoked' })
  },
  90_000,
)
