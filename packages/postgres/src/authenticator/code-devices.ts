/** `CodeDevices` on PostgreSQL. */
import { sql } from 'kysely'
import type {
  CodeDevices,
  DeviceId,
  Otp,
  SerialNumber,
  HeldDevice,
  StockDevice,
} from '@open-mitid/identity/authenticator'
import type { Letter, LetterStyle } from '@open-mitid/identity/letter'
import { userIdIndex, type AssuranceLevel, type PersonId } from '@open-mitid/identity/person'
import type { Bytes, Instant } from '@open-mitid/kernel'
import type { Database } from '../database.ts'
import { ledgerParts } from '../ledger/index.ts'
import { letterPart, newLetterCodePart } from '../letter/index.ts'
import { statement } from '../statement.ts'
import { part, together } from '../together.ts'
import { unseal, type DataKey, type Vault } from '../vault/index.ts'
import {
  codeDeviceColumns,
  codeDeviceOf,
  codeDeviceParts,
  codeDeviceSource,
  orderPart,
  otpOf,
  stockSeedPlace,
  type CodeDeviceRow,
} from './code-device-row.ts'

type OwnerRow = {
  now: Instant
  person_id: PersonId
  person_state: 'active' | 'blocked'
  ial: AssuranceLevel
  user_id_index: Bytes
  wrapped_key: Bytes
  language: 'da' | 'en'
  large_print: boolean
  letters_in_both: boolean
  n: number
  head: Bytes
}
type StockRow = {
  stock_serial: SerialNumber
  stock_seed: Bytes
  stock_algorithm: Otp['algorithm']
  stock_digest: Otp['digest']
  stock_digits: number
  stock_period: number | null
  stock_counter: number
}

const ownerColumns = sql`mitid.now() as now, person.id as person_id, person.state as person_state,
  person.ial, person.user_id_index, person.wrapped_key, person.language, person.large_print,
  person.letters_in_both, chain.n, chain.head`
const owner = sql`join mitid.person on person.id = code_device.person_id
  join mitid.chain on chain.subject = person.id`
const free = (kind: string) => sql`(
  select count(*)::int from mitid.stock_device as free
  where free.kind = ${sql.lit(kind)} and free.seed is not null)`

const findHolder = statement<
  { id: string | null; index: Bytes | null },
  OwnerRow & { has_address: boolean; free_displays: number; free_readers: number }
>(
  'find-device-holder',
  (p) => sql`
    select ${ownerColumns}, person.address is not null as has_address,
      ${free('code-display')} as free_displays, ${free('audio-reader')} as free_readers
    from mitid.person join mitid.chain on chain.subject = person.id
    where person.id = ${p.id} or person.user_id_index = ${p.index}
  `,
)
const findOfPerson = statement<{ person: string }, CodeDeviceRow>(
  'find-code-devices',
  (p) => sql`
    select ${codeDeviceColumns} from ${codeDeviceSource}
    where code_device.person_id = ${p.person} order by code_device.ordered_at, code_device.id
  `,
)
const findDevice = statement<
  { id: string | null; serial: string | null },
  CodeDeviceRow & OwnerRow
>(
  'find-code-device',
  (p) => sql`
    select ${codeDeviceColumns}, ${ownerColumns} from ${codeDeviceSource} ${owner}
    where code_device.id = ${p.id} or code_device.serial = ${p.serial}
  `,
)
const findWaiting = statement<{ limit: number }, { id: DeviceId }>(
  'find-waiting-orders',
  (p) => sql`
    select code_device.id from mitid.code_device
    join mitid.person on person.id = code_device.person_id and person.state = 'active'
    where code_device.state = 'ordered' and exists (
      select from mitid.stock_device as free
      where free.kind = code_device.kind and free.seed is not null)
    order by code_device.ordered_at limit ${p.limit}::int
  `,
)
const findOrder = statement<{ id: string }, CodeDeviceRow & OwnerRow & StockRow>(
  'find-order',
  (p) => sql`
    select ${codeDeviceColumns}, ${ownerColumns}, free.serial as stock_serial,
      free.seed as stock_seed, free.algorithm as stock_algorithm, free.digest as stock_digest,
      free.digits as stock_digits, free.period as stock_period, free.counter as stock_counter
    from ${codeDeviceSource} ${owner}
    cross join lateral (
      select * from mitid.stock_device as next
      where next.kind = code_device.kind and next.seed is not null
      order by next.serial limit 1) as free
    where code_device.id = ${p.id}
  `,
)
const takeFromStock = statement<{ serial: string }>(
  'take-from-stock',
  (p) => sql`
    update mitid.stock_device set seed = null where serial = ${p.serial} and seed is not null
  `,
)

export function postgresCodeDevices(db: Database, vault: Vault): CodeDevices {
  return {
    async findHolder(by) {
      const row = await db.first(findHolder, {
        id: 'id' in by ? by.id : null,
        index: 'userId' in by ? await userIdIndex(vault.mac, by.userId) : null,
      })
      if (!row) return undefined
      const key = await vault.personKey(row.person_id, row.wrapped_key)
      const rows = await db.rows(findOfPerson, { person: row.person_id })
      return {
        ...ownerOf(row),
        devices: rows.map((device) => codeDeviceOf(key, device)),
        hasAddress: row.has_address,
        inStock: { 'code-display': row.free_displays, 'audio-reader': row.free_readers },
        order: async (device, events) =>
          (await together(db, [...ledgerParts(events, key), orderPart(device)])).ok,
      }
    },

    async find(by) {
      const row = await db.first(findDevice, {
        id: 'id' in by ? by.id : null,
        serial: 'serial' in by ? by.serial : null,
      })
      if (!row) return undefined
      const key = await vault.personKey(row.person_id, row.wrapped_key)
      return {
        ...ownerOf(row),
        device: codeDeviceOf(key, row),
        move: async (to, events) =>
          (await together(db, [...ledgerParts(events, key), ...codeDeviceParts(key, row, to)])).ok,
        style: styleOf(row),
        async renew(to, letter, events) {
          const renewed = await together(db, [
            ...ledgerParts(events, key),
            ...codeDeviceParts(key, row, to),
            ...letterParts(key, letter, to),
          ])
          return renewed.ok
        },
      }
    },

    waiting: async (limit) => (await db.rows(findWaiting, { limit })).map(({ id }) => id),

    async findOrder(id) {
      const row = await db.first(findOrder, { id })
      if (!row) return undefined
      const key = await vault.personKey(row.person_id, row.wrapped_key)
      const device = codeDeviceOf(key, row)
      if (device.state !== 'ordered') return undefined
      return {
        ...ownerOf(row),
        device,
        stock: stockOf(vault, row),
        style: styleOf(row),
        async send(to, letter, events) {
          const sent = await together(db, [
            ...ledgerParts(events, key),
            ...codeDeviceParts(key, row, to),
            part(takeFromStock, { serial: to.serial }),
            ...letterParts(key, letter, to),
          ])
          return sent.ok
        },
      }
    },
  }
}

function styleOf({ language, large_print, letters_in_both }: OwnerRow): LetterStyle {
  return { language: letters_in_both ? 'both' : language, largePrint: large_print }
}

/** To be listed after the end of the code that there was before. */
function letterParts(key: DataKey, letter: Letter, { code }: HeldDevice) {
  if (code?.state !== 'issued') throw new Error('a device was sent without a code')
  return [letterPart(key, letter), newLetterCodePart(code)]
}

function ownerOf(row: OwnerRow) {
  const { now, person_id: id, person_state: state, ial, user_id_index: userIdHash, n, head } = row
  return { now, person: { id, state, ial, userIdHash }, chain: { subject: id, n, head } }
}

function stockOf(vault: Vault, row: StockRow & { kind: StockDevice['kind'] }): StockDevice {
  return {
    serial: row.stock_serial,
    kind: row.kind,
    otp: otpOf({
      algorithm: row.stock_algorithm,
      digest: row.stock_digest,
      digits: row.stock_digits,
      period: row.stock_period,
    }),
    seed: unseal(vault.system, stockSeedPlace(row.stock_serial), row.stock_seed),
    counter: row.stock_counter,
  }
}
