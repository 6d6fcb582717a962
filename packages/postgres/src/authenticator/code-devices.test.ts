import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import {
  CentreId,
  reopenDevice,
  revokeDevice,
  suspendDevice,
  type FoundDevice,
  type SerialNumber,
  type StockDevice,
} from '@open-mitid/identity/authenticator'
import { appendEvents } from '@open-mitid/identity/ledger'
import type { Person } from '@open-mitid/identity/person'
import { openDevices, random } from './testing/open-devices.ts'

const store = await openDevices()
const { devices, stock, find, clear, somebody, device, fill, sendAll, typesOf } = store
const queries = store.rows
afterAll(() => store.close())

let person: Person
beforeEach(async () => {
  await clear()
  person = await somebody()
})
const order = (wanted: Partial<Parameters<typeof store.order>[0]> = {}) =>
  store.order({ of: person, ...wanted })
const activate = (one: StockDevice) => store.activate(one, person)

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
