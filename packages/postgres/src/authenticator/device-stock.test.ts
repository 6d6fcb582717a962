import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { revokeDevice } from '@open-mitid/identity/authenticator'
import type { Person } from '@open-mitid/identity/person'
import { openDevices, random } from './testing/open-devices.ts'

const store = await openDevices()
const { devices, stock, clear, somebody, device, fill, sendAll } = store
const queries = store.rows
afterAll(() => store.close())

let person: Person
beforeEach(async () => {
  await clear()
  person = await somebody()
})
const order = (wanted: Partial<Parameters<typeof store.order>[0]> = {}) =>
  store.order({ of: person, ...wanted })

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
