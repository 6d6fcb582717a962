import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  freshDatabase,
  openQueries,
  type FreshDatabase,
  type Queries,
} from '@open-mitid/postgres/testing'
import { seedFile, type SeedFile } from '../src/pskc/testing/seed-file.ts'

const script = join(import.meta.dirname, 'mitid.ts')
const { PATH, NODE_COMPILE_CACHE } = process.env
let folder: string
let fresh: FreshDatabase
let queries: Queries
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mitid-import-'))
  fresh = await freshDatabase()
  queries = openQueries(fresh.url)
  await mitid('rotate-keys') // the system's chain begins with its first keys
})
afterAll(async () => {
  await queries.close()
  await fresh.drop()
  await rm(folder, { recursive: true })
})

type Ran = { readonly code: number; readonly answer: unknown; readonly err: string }

function mitid(...args: readonly string[]): Promise<Ran> {
  const env = {
    PATH,
    NODE_COMPILE_CACHE,
    MITID_ENV: 'test',
    DATABASE_URL: fresh.url,
    MITID_KEYS: join(folder, 'keys'),
  }
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args, '--json'], { env }, (fault, out, err) => {
      const answer: unknown = out === '' ? undefined : JSON.parse(out)
      resolve({ code: fault ? Number(fault.code) : 0, answer, err })
    })
  })
}

async function written(name: string, content: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content, { mode: 0o600 })
  return path
}
async function imported(file: SeedFile, change = (xml: string) => xml): Promise<Ran> {
  const { xml, key } = seedFile(file)
  const [list, keyFile] = [
    await written('s.xml', change(xml)),
    await written('k', key.toString('hex')),
  ]
  return mitid('import-devices', list, '--key-file', keyFile)
}
const device = (serial: string, model = 'code-display') => ({
  serial,
  model,
  seed: randomBytes(20),
})
async function inStock(): Promise<number> {
  const [row] = await queries.query<{ n: string }>('select count(*) as n from mitid.stock_device')
  return Number(row?.n)
}

describe('mitid import-devices', () => {
  it('takes a delivery into stock, and the ledger of the system tells of it', async () => {
    const devices = [device('1000000001'), device('1000000002', 'audio-reader')]
    expect(await imported({ devices, bits: 256 })).toEqual({
      code: 0,
      answer: { 'code-display': 1, 'audio-reader': 1 },
      err: '',
    })
    expect((await mitid('show-devices')).answer).toEqual({
      'code-display': { free: 1, waiting: 0 },
      'audio-reader': { free: 1, waiting: 0 },
    })
    const events = await queries.query<{ type: string }>(
      "select type from mitid.event where subject = 'system' order by n desc limit 1",
    )
    expect(events).toEqual([{ type: 'devices-received' }])
  })

  it('by a passphrase too, and --kind says what the models do not', async () => {
    const passphrase = 'long enough to be one'
    const { xml } = seedFile({ devices: [device('2000000001', 'T-1000')], passphrase })
    const list = await written('p.xml', xml)
    const file = await written('pass', `${passphrase}\n`)
    const args = ['import-devices', list, '--passphrase-file', file]
    expect(await mitid(...args)).toMatchObject({ code: 1, answer: { kind: 'no-model' } })
    expect(await mitid(...args, '--kind', 'audio-reader')).toMatchObject({
      answer: { 'audio-reader': 1 },
    })
  })

  it.each<readonly [string, string, (serials: readonly string[]) => SeedFile]>([
    [
      'a number that comes twice',
      'serial-twice',
      ([a = '', b = '']) => ({ devices: [a, b, a].map((one) => device(one)) }),
    ],
    [
      'a number in stock',
      'serial-known',
      ([a = '', b = '']) => ({ devices: [a, b, '1000000002'].map((one) => device(one)) }),
    ],
  ])('%s: nothing of the delivery is taken, and its line is named', async (_, kind, file) => {
    const before = await inStock()
    const ran = await imported(file(['3000000001', '3000000002']))
    expect(ran).toMatchObject({ code: 1, answer: { kind } })
    // The head has 13 lines, and a package 11.
    const { xml } = seedFile(file(['3000000001', '3000000002']))
    const line = xml.split('<KeyPackage>').slice(0, 3).join('').split('\n').length
    expect(ran.err).toBe(`${(ran.answer as { message: string }).message}\n`)
    expect(ran.err).toContain(`Line ${String(line)}: `)
    expect(ran.err).toContain('Nothing was taken into stock.')
    expect(await inStock()).toBe(before)
  })

  it('a MAC that does not fit, far behind devices that were fine: nothing is taken', async () => {
    const before = await inStock()
    const devices = Array.from({ length: 2_500 }, (_, n) => device(String(4_000_000_000 + n)))
    const ran = await imported({ devices }, (xml) => {
      const at = xml.lastIndexOf('<ValueMAC>') + '<ValueMAC>'.length
      return `${xml.slice(0, at)}AAAA${xml.slice(at + 4)}`
    })
    expect(ran).toMatchObject({ code: 1, answer: { kind: 'wrong-mac' } })
    expect(ran.err).toMatch(/^Line \d{5}: /u)
    expect(await inStock()).toBe(before)
  })

  it('an empty delivery, a key that is none, a secret that others may read, and a missing file', async () => {
    const empty = await imported({ devices: [] })
    expect(empty).toMatchObject({ code: 1, answer: { kind: 'nothing-delivered' } })
    const { xml, key } = seedFile({ devices: [device('5000000001')] })
    const list = await written('s.xml', xml)
    const none = await written('none', 'abc')
    const open = await written('open', key.toString('base64'))
    expect((await mitid('import-devices', list, '--key-file', none)).code).toBe(2)
    await chmod(open, 0o644)
    const seen = await mitid('import-devices', list, '--key-file', open)
    expect([seen.code, seen.err]).toEqual([2, expect.stringContaining('chmod 600')])
    await chmod(open, 0o600)
    expect((await mitid('import-devices', list, '--key-file', open)).code).toBe(0)
    expect((await mitid('import-devices', join(folder, 'no'), '--key-file', open)).code).toBe(2)
    expect((await mitid('import-devices', '--key-file', open)).code).toBe(2)
    expect((await mitid('import-devices', list)).code).toBe(2)
  })
})
