import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Bytes } from '@open-mitid/kernel'
import { createPerson, PhoneNumber, EmailAddress } from '@open-mitid/identity/person'
import type { BirthDate, ContactId, PersonName, UserId } from '@open-mitid/identity/person'
import { openDatabase, type Database } from '../database.ts'
import { postgresPersons } from '../person/index.ts'
import { freshDatabase, type FreshDatabase } from '../testing/index.ts'
import { localKeyVault, openVault, type Vault } from '../vault/index.ts'
import { postgresDeliveries } from './index.ts'

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))

type Settled = Parameters<ReturnType<typeof postgresDeliveries>['settle']>[0][number]

let fresh: FreshDatabase
let db: Database
let vault: Vault
let other: pg.Client
beforeAll(async () => {
  fresh = await freshDatabase()
  db = openDatabase(fresh.url, { max: 2 })
  const keys = { madeFor: 'development', master: random(32), mac: random(32) } as const
  vault = await openVault(db, localKeyVault(keys))
  other = new pg.Client({ connectionString: fresh.url })
  await other.connect()
})
afterAll(async () => {
  await other.end()
  await db.close()
  await fresh.drop()
})

describe('lanes', () => {
  it('who closes lanes and who opens them wait for each other in one order, never in a circle', async () => {
    const created = await createPerson({ persons: postgresPersons(db, vault), random })({
      userId: 'lane test' as UserId,
      name: 'Asta' as PersonName,
      address: undefined,
      cpr: undefined,
      birthDate: '1990-01-01' as BirthDate,
      protected: false,
      ial: 'Substantial',
      language: 'en',
      phone: PhoneNumber.parse('20123456'),
      email: EmailAddress.parse('asta@post.example'),
    })
    if (!created.ok) throw new Error(created.refusal.kind)
    await other.query(
      `insert into mitid.lane (contact_id, channel, due_at)
      select id, 'sms', mitid.now() + interval '2 minutes' from mitid.contact`,
    )
    const { rows: lanes } = await other.query<{ contact_id: ContactId }>(
      'select contact_id from mitid.lane order by contact_id desc',
    )
    const outcomes = lanes.map(({ contact_id: id }) => {
      const lane = { contact: { id }, version: 0 } as Settled['lane']
      return { lane, sent: [], failed: [], next: undefined }
    })
    const more = (id: ContactId | undefined) =>
      other.query('update mitid.lane set version = version + 1 where contact_id = $1', [id])

    await other.query('begin')
    await more(lanes[1]?.contact_id)
    const settling = postgresDeliveries(db, vault).settle(outcomes)
    await vi.waitFor(async () => {
      const { rows } = await other.query('select from pg_locks where not granted')
      expect(rows).toHaveLength(1)
    })
    await more(lanes[0]?.contact_id)
    await other.query('commit')
    await settling
    const { rows } = await other.query('select due_at <= mitid.now() as due from mitid.lane')
    expect(rows).toEqual([{ due: true }, { due: true }])
  })
})
