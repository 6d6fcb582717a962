/** Code devices on a database of a test's own: deliveries, orders, and letters as they are printed. */
import {
  activateDevice,
  codeAt,
  openLetter,
  orderDevice,
  sendOrderedDevices,
  SerialNumber,
  type Delivery,
  type DeviceKind,
  type FoundDevice,
  type StockDevice,
} from '@open-mitid/identity/authenticator'
import { appendEvents, emptyChain, verifyChain } from '@open-mitid/identity/ledger'
import { letterCodeMac, letterLife, type Letter } from '@open-mitid/identity/letter'
import {
  createPerson,
  PhoneNumber,
  type BirthDate,
  type Person,
  type PersonName,
  type UserId,
} from '@open-mitid/identity/person'
import type { Bytes } from '@open-mitid/kernel'
import { expect } from 'vitest'
import { readChain } from '../../ledger/index.ts'
import { postgresLetters } from '../../letter/index.ts'
import { postgresPersons } from '../../person/index.ts'
import { openStore } from '../../testing/index.ts'
import { postgresCodeDevices, postgresDeviceStock } from '../index.ts'

export const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))

type Wanted = { of: Person; kind?: DeviceKind; spare?: boolean; delivery?: Delivery }

export async function openDevices() {
  const store = await openStore({ max: 6 })
  const { db, vault, rows } = store
  const devices = postgresCodeDevices(db, vault)
  const stock = postgresDeviceStock(db, vault)
  let people = 0
  let made = 0

  async function find(serial: SerialNumber): Promise<FoundDevice> {
    const found = await devices.find({ serial })
    if (!found) throw new Error('nobody has it')
    return found
  }

  /** What the print service is given for this person, newest letter first. */
  async function printFor(of: Person): Promise<Letter['content']> {
    const [row] = await rows.query<{ id: Letter['id'] }>(
      'select id from mitid.letter where person_id = $1 order by queued_at desc limit 1',
      [of.id],
    )
    const printed = row && (await postgresLetters(db, vault).print(row.id, letterLife))
    if (!printed) throw new Error('no letter')
    return printed.content
  }

  return {
    ...store,
    devices,
    stock,
    find,
    printFor,

    clear: async () => {
      for (const table of ['letter_code', 'letter', 'code_device', 'stock_device'])
        await rows.query(`delete from mitid.${table}`)
    },

    somebody: async (address: string | undefined = 'Algade 7, 4000 Roskilde'): Promise<Person> => {
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
    },

    device: (kind: DeviceKind = 'code-display'): StockDevice => {
      made += 1
      const serial = SerialNumber.parse(String(2_700_000_000 + made))
      if (serial === undefined) throw new Error('no serial number')
      const otp = { algorithm: 'TOTP', digest: 'SHA256', digits: 6, period: 30 } as const
      return { serial, kind, otp, seed: random(32), counter: 0 }
    },

    fill: (...given: StockDevice[]) => stock.receive((delivery) => delivery.add(given)),

    order: ({ of, kind = 'code-display', spare, delivery }: Wanted) =>
      orderDevice({ devices, random })({
        person: { id: of.id },
        kind,
        spare: spare ?? false,
        delivery: delivery ?? { to: 'home' },
        actor: 'operator',
      }),

    sendAll: () => sendOrderedDevices({ devices, mac: vault.mac, random }),

    typesOf: async (of: Person): Promise<string[]> => {
      const events = await readChain(db, vault, of.id)
      expect(verifyChain(emptyChain(of.id), events).fault).toBeUndefined()
      return events.map(({ type }) => type)
    },

    /** By the code of its letter and one that it shows. */
    activate: async (one: StockDevice, of: Person): Promise<void> => {
      const content = await printFor(of)
      if (content.kind !== 'code-device' && content.kind !== 'device-code')
        throw new Error('another letter')
      expect(content).toMatchObject({ device: one.kind, serial: SerialNumber.show(one.serial) })
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
    },
  }
}
