import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  activateDevice,
  CentreId,
  codeAt,
  openLetter,
  orderDevice,
  renewDeviceCode,
  reopenDevice,
  revokeDevice,
  sendOrderedDevices,
  SerialNumber,
  suspendDevice,
  type CodeDevices,
  type Delivery,
  type DeviceKind,
  type DeviceStock,
  type FoundDevice,
  type StockDevice,
} from '@open-mitid/identity/authenticator'
import { LetterCode, letterCodeMac, letterLife, type Letter } from '@open-mitid/identity/letter'
import { appendEvents, emptyChain, verifyChain } from '@open-mitid/identity/ledger'
import {
  createPerson,
  PhoneNumber,
  type BirthDate,
  type Person,
  type PersonName,
  type UserId,
} from '@open-mitid/identity/person'
import type { Bytes } from '@open-mitid/kernel'
import { openDatabase, type Database } from '../database.ts'
import { readChain } from '../ledger/index.ts'
import { postgresLetters } from '../letter/index.ts'
import { postgresPersons } from '../person/index.ts'
import { freshDatabase, openQueries, type FreshDatabase, type Queries } from '../testing/index.ts'
import { localKeyVault, openVault, type Vault } from '../vault/index.ts'
import { postgresCodeDevices, postgresDeviceStock } from './index.ts'

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))

let fresh: FreshDatabase
let db: Database
let vault: Vault
let devices: CodeDevices
let stock: DeviceStock
let queries: Queries
let person: Person
let people = 0
let made = 0
beforeAll(async () => {
  fresh = await freshDatabase()
  db = openDatabase(fresh.url, { max: 6 })
  const keys = { madeFor: 'development', master: random(32), mac: random(32) } as const
  vault = await openVault(db, localKeyVault(keys))
  devices = postgresCodeDevices(db, vault)
  stock = postgresDeviceStock(db, vault)
  queries = openQueries(fresh.url)
})
afterAll(async () => {
  await queries.close()
  await db.close()
  await fresh.drop()
})
beforeEach(async () => {
  await queries.query('delete from mitid.letter_code')
  await queries.query('delete from mitid.letter')
  await queries.query('delete from mitid.code_device')
  await queries.query('delete from mitid.stock_device')
  person = await somebody()
})

async function somebody(address: string | undefined = 'Algade 7, 4000 Roskilde'): Promise<Person> {
  people += 1
  const created = await createPerson({ persons: postgresPersons(db, vault), random })({
    userId: `device holder ${String(people)}` as UserId,
    name: 'Asta' as PersonName,
    address,
    cpr: undefined,
    birthDate: '1990-01-01' as BirthDate,
    protected: false,
    ial: 'Substantial',
    language: 'da',
    phone: PhoneNumber.parse('20123456'),
    email: undefined,
  })
  if (!created.ok) throw new Error(created.refusal.kind)
  return created.value
}

function device(kind: DeviceKind = 'code-display'): StockDevice {
  made += 1
  const serial = SerialNumber.parse(String(2_700_000_000 + made))
  if (serial === undefined) throw new Error('no serial number')
  const otp = { algorithm: 'TOTP', digest: 'SHA256', digits: 6, period: 30 } as const
  return { serial, kind, otp, seed: random(32), counter: 0 }
}
const fill = (...given: StockDevice[]) => stock.receive((delivery) => delivery.add(given))

type Wanted = { of?: Person; kind?: DeviceKind; spare?: boolean; delivery?: Delivery }
const order = ({ of = person, kind = 'code-display', spare, delivery }: Wanted = {}) =>
  orderDevice({ devices, random })({
    person: { id: of.id },
    kind,
    spare: spare ?? false,
    delivery: delivery ?? { to: 'home' },
    actor: 'operator',
  })
const sendAll = () => sendOrderedDevices({ devices, mac: vault.mac, random })

async function typesOf(of: Person): Promise<string[]> {
  const events = await readChain(db, vault, of.id)
  expect(verifyChain(emptyChain(of.id), events).fault).toBeUndefined()
  return events.map(({ type }) => type)
}

async function find(serial: SerialNumber): Promise<FoundDevice> {
  const found = await devices.find({ serial })
  if (!found) throw new Error('nobody has it')
  return found
}

/** What the print service is given for this person, newest letter first. */
async function printFor(of: Person): Promise<Letter['content']> {
  const [row] = await queries.query<{ id: Letter['id'] }>(
    'select id from mitid.letter where person_id = $1 order by queued_at desc limit 1',
    [of.id],
  )
  const printed = row && (await postgresLetters(db, vault).print(row.id, letterLife))
  if (!printed) throw new Error('no letter')
  return printed.content
}

async function activate(one: StockDevice, of = person): Promise<void> {
  const content = await printFor(of)
  if (content.kind !== 'code-device' && content.kind !== 'device-code')
    throw new Error('another letter')
  expect(content).toMatchObject({ device: one.kind, serial: one.serial })
  const found = await find(one.serial)
  const mac = await letterCodeMac(vault.mac, found.device.id, content.code)
  const letter = openLetter(found.device, mac, found.now)
  if (!letter.ok || !('proof' in letter.value)) throw new Error('no letter')
  const right = codeAt(one, Math.floor(found.now / 30))
  const done = activateDevice(letter.value.proof, (typed) => typed === right, found.now)
  if (!done.ok || !('active' in done.value)) throw new Error('not activated')
  const { active } = done.value
  const { id, kind, serial } = active
  const body = { device: id, kind, serial }
  const drafts = [{ type: 'device-activated', actor: 'operator', body } as const]
  const events = appendEvents(found.chain, drafts, { random, now: found.now })
  expect(await found.move(active, events)).toBe(true)
}

describe('code devices', () => {
  it('ordered, sent from stock, activated, lost, found again, revoked: each with its event', async () => {
    const one = device()
    await fill(one)
    expect(await order()).toMatchObject({ ok: true, value: { inStock: true } })
    expect(await sendAll()).toBe(1)
    expect((await find(one.serial)).device).toMatchObject({ state: 'sent', seed: one.seed })
    await activate(one)
    const by = { by: { serial: one.serial }, owner: person.id, actor: person.id }
    const ports = { devices, random }
    expect(await suspendDevice(ports)(by)).toMatchObject({ value: { reason: 'lost' } })
    expect(await reopenDevice(ports)(by)).toMatchObject({ value: { state: 'active' } })
    const { device: again } = await find(one.serial)
    expect(again).toMatchObject({ memory: { lastStep: expect.any(Number) as number } })
    expect(await revokeDevice(ports)(by)).toMatchObject({ value: { state: 'revoked' } })
    expect(await typesOf(person)).toEqual([
      'person-created',
      'device-ordered',
      'device-sent',
      'device-activated',
      'device-suspended',
      'device-reopened',
      'device-revoked',
    ])
  })

  it('out of stock is told, the order waits, and the next delivery serves the oldest first', async () => {
    const other = await somebody()
    expect(await order()).toMatchObject({ ok: true, value: { inStock: false } })
    expect(await order({ of: other })).toMatchObject({ ok: true, value: { inStock: false } })
    expect(await sendAll()).toBe(0)
    expect(await stock.count()).toMatchObject({ 'code-display': { free: 0, waiting: 2 } })
    await fill(device('audio-reader'))
    expect(await sendAll()).toBe(0)
    const one = device()
    await fill(one)
    expect(await sendAll()).toBe(1)
    expect((await find(one.serial)).person.id).toBe(person.id)
    expect(await stock.count()).toEqual({
      'code-display': { free: 0, waiting: 1 },
      'audio-reader': { free: 1, waiting: 0 },
    })
  })

  it('two at the most, and a second one only where it is asked for', async () => {
    expect((await order()).ok).toBe(true)
    expect(await order()).toMatchObject({ refusal: { kind: 'has-device' } })
    expect((await order({ spare: true, kind: 'audio-reader' })).ok).toBe(true)
    expect(await order({ spare: true })).toMatchObject({ refusal: { kind: 'too-many-devices' } })
  })

  it('of orders that race there is one, and of those that lost no event', async () => {
    const races = await Promise.all(Array.from({ length: 5 }, () => order()))
    expect(races.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await typesOf(person)).toEqual(['person-created', 'device-ordered'])
  })

  it('of workers that race one sends each device, and nobody gets another’s', async () => {
    const holders = await Promise.all(Array.from({ length: 6 }, () => somebody()))
    for (const of of holders) expect((await order({ of })).ok).toBe(true)
    await fill(...Array.from({ length: 4 }, () => device()))
    const sent = await Promise.all([sendAll(), sendAll(), sendAll()])
    const rest = await sendAll()
    expect(sent.reduce((sum, each) => sum + each, rest)).toBe(4)
    const rows = await queries.query<{ serial: string }>(
      "select serial from mitid.code_device where state = 'sent'",
    )
    expect(new Set(rows.map(({ serial }) => serial)).size).toBe(4)
  })

  it('without an address it is picked up at a centre', async () => {
    const homeless = await somebody('')
    await queries.query('update mitid.person set address = null where id = $1', [homeless.id])
    expect(await order({ of: homeless })).toMatchObject({ refusal: { kind: 'no-address' } })
    const centre = CentreId.parse('aarhus-midt')
    if (centre === undefined) throw new Error('no centre')
    const picked = await order({ of: homeless, delivery: { to: 'centre', centre } })
    expect(picked).toMatchObject({ value: { device: { delivery: { to: 'centre', centre } } } })
    const found = await devices.findHolder({ id: homeless.id })
    expect(found?.devices).toMatchObject([{ delivery: { to: 'centre', centre } }])
  })

  it('another person’s device is as unknown as one that nobody has', async () => {
    const one = device()
    await fill(one)
    await order()
    await sendAll()
    const thief = await somebody()
    const ask = (serial: SerialNumber) =>
      revokeDevice({ devices, random })({ by: { serial }, owner: thief.id, actor: thief.id })
    const foreign = await ask(one.serial)
    expect(foreign).toEqual(await ask('0000000000' as SerialNumber))
    expect((await find(one.serial)).device.state).toBe('sent')
  })

  it('a move that does not fit the state is refused by name, and changes nothing', async () => {
    const one = device()
    await fill(one)
    await order()
    await sendAll()
    const by = { by: { serial: one.serial }, owner: undefined, actor: 'operator' as const }
    expect(await suspendDevice({ devices, random })(by)).toMatchObject({
      refusal: { kind: 'not-now', state: 'sent' },
    })
    expect(await reopenDevice({ devices, random })(by)).toMatchObject({
      refusal: { kind: 'not-now', state: 'sent' },
    })
  })

  it('a blocked person is sent nothing', async () => {
    await fill(device())
    await order()
    await queries.query("update mitid.person set state = 'blocked' where id = $1", [person.id])
    expect(await sendAll()).toBe(0)
    expect(await order({ spare: true })).toMatchObject({ refusal: { kind: 'person-blocked' } })
  })

  it('what is written of a device is conditional on the device as it was found', async () => {
    const one = device()
    await fill(one)
    await order()
    await sendAll()
    await activate(one)
    const [first, second] = [await find(one.serial), await find(one.serial)]
    const none = (found: FoundDevice) => appendEvents(found.chain, [], { random, now: found.now })
    expect(await first.move(first.device, none(first))).toBe(true)
    expect(await second.move(second.device, none(second))).toBe(false)
  })
})

describe('the letter’s code', () => {
  const state = async () => {
    const [row] = await queries.query<{ state: string; tries: number }>(
      'select state, tries from mitid.letter_code',
    )
    return row
  }
  async function sentDevice() {
    const one = device()
    await fill(one)
    await order()
    await sendAll()
    return one
  }

  it('comes in a letter that is set as its person wishes, and with a reader in large print', async () => {
    await queries.query('update mitid.person set letters_in_both = true where id = $1', [person.id])
    await fill(device(), device('audio-reader'))
    await order()
    await order({ kind: 'audio-reader', spare: true })
    await sendAll()
    const letters = await queries.query<{ id: Letter['id'] }>('select id from mitid.letter')
    const printed = await Promise.all(
      letters.map(({ id }) => postgresLetters(db, vault).print(id, letterLife)),
    )
    const styles = new Map(
      printed.map((letter) => [
        letter && 'device' in letter.content ? letter.content.device : undefined,
        letter?.style,
      ]),
    )
    expect(styles.get('code-display')).toEqual({ language: 'both', largePrint: false })
    expect(styles.get('audio-reader')).toEqual({ language: 'both', largePrint: true })
  })

  it('is used up by the activation, in the statement that activates', async () => {
    const one = await sentDevice()
    await activate(one)
    expect(await state()).toMatchObject({ state: 'used' })
  })

  it('a wrong one is counted with the device, and two tries at one moment are not one', async () => {
    const one = await sentDevice()
    await printFor(person)
    const [first, second] = [await find(one.serial), await find(one.serial)]
    const count = (found: FoundDevice) => {
      const tried = openLetter(found.device, random(32), found.now)
      if (!tried.ok || !('wrong' in tried.value)) throw new Error('not counted')
      return found.move(
        tried.value.wrong,
        appendEvents(found.chain, [], { random, now: found.now }),
      )
    }
    expect(await Promise.all([count(first), count(second)])).toContain(false)
    expect(await state()).toMatchObject({ state: 'issued', tries: 1 })
  })

  it('that has died is followed by another, in a letter of its own, with all tries anew', async () => {
    const one = await sentDevice()
    await printFor(person)
    for (let wrong = 0; wrong < 3; wrong += 1) {
      const found = await find(one.serial)
      const tried = openLetter(found.device, random(32), found.now)
      if (!tried.ok || !('wrong' in tried.value)) throw new Error('not counted')
      const none = appendEvents(found.chain, [], { random, now: found.now })
      expect(await found.move(tried.value.wrong, none)).toBe(true)
    }
    expect(await state()).toMatchObject({ state: 'ended' })
    const by = { by: { serial: one.serial }, owner: person.id, actor: person.id }
    const renew = renewDeviceCode({ devices, mac: vault.mac, random })
    expect(await renew(by)).toMatchObject({ value: { state: 'sent', tries: { count: 0 } } })
    expect(await renew(by)).toMatchObject({ ok: true }) // a second letter ends the first one's code
    const states = await queries.query<{ state: string }>(
      'select letter_code.state from mitid.letter_code join mitid.letter on id = letter_id order by queued_at',
    )
    expect(states.map((code) => code.state)).toEqual(['ended', 'ended', 'issued'])
    await activate(one)
    expect(await typesOf(person)).toContain('device-code-renewed')
  })

  it('of a device in use is for a forgotten password, and none is sent of a revoked one', async () => {
    const one = await sentDevice()
    await printFor(person)
    await activate(one)
    const by = { by: { serial: one.serial }, owner: person.id, actor: person.id }
    const renew = renewDeviceCode({ devices, mac: vault.mac, random })
    expect(await renew(by)).toMatchObject({ value: { state: 'active', code: { state: 'issued' } } })
    expect((await printFor(person)).kind).toBe('password-code')
    expect(await typesOf(person)).toContain('password-code-sent')
    await revokeDevice({ devices, random })(by)
    expect(await renew(by)).toMatchObject({ refusal: { kind: 'not-now', state: 'revoked' } })
  })

  it('ends with a device that is revoked before it was activated', async () => {
    const one = await sentDevice()
    const by = { by: { serial: one.serial }, owner: undefined, actor: 'operator' as const }
    await revokeDevice({ devices, random })(by)
    expect(await state()).toMatchObject({ state: 'ended' })
  })

  it('Invariant 12: stands in no table in clear', async () => {
    await sentDevice()
    const content = await printFor(person)
    const dump = await queries.snapshot(await queries.tables())
    if (!('code' in content)) throw new Error('another letter')
    expect(LetterCode.parse(content.code)).toBe(content.code)
    expect(dump).not.toContain(content.code)
    expect(dump).not.toContain(Buffer.from(content.code).toString('hex'))
  })
})

describe('seeds', () => {
  it('Invariant 12: a seed stands in no table in clear, is bound to its device, and goes when it is revoked', async () => {
    const one = device()
    const hex = Buffer.from(one.seed).toString('hex')
    await fill(one)
    const tables = ['stock_device', 'code_device', 'event']
    const inStock = await queries.snapshot(tables)
    await order()
    await sendAll()
    const sent = await queries.snapshot(tables)
    for (const dump of [inStock, sent]) expect(dump).not.toContain(hex)
    const [stocked] = await queries.query<{ seed: unknown }>('select seed from mitid.stock_device')
    expect(stocked?.seed).toBeNull()
    const by = { by: { serial: one.serial }, owner: undefined, actor: 'operator' as const }
    await revokeDevice({ devices, random })(by)
    const [revoked] = await queries.query<{ seed: unknown }>('select seed from mitid.code_device')
    expect(revoked?.seed).toBeNull()
  })

  it('a seed that is put in another device’s place does not open', async () => {
    const [one, other] = [device(), device()]
    await fill(one, other)
    await queries.query(
      `update mitid.stock_device set seed = (
         select seed from mitid.stock_device where serial = $2) where serial = $1`,
      [one.serial, other.serial],
    )
    await order()
    await expect(sendAll()).rejects.toThrow()
  })
})

describe('stock', () => {
  it('says which serial numbers are known already, also those that were sent or revoked long ago', async () => {
    const one = device()
    await fill(one)
    await order()
    await sendAll()
    const next = device()
    expect(await fill(next, one)).toEqual([one.serial])
  })

  it('keeps nothing of a delivery that throws', async () => {
    const failing = stock.receive(async (delivery) => {
      await delivery.add([device(), device()])
      throw new Error('wrong MAC')
    })
    await expect(failing).rejects.toThrow('wrong MAC')
    expect(await stock.count()).toMatchObject({ 'code-display': { free: 0 } })
  })
})
