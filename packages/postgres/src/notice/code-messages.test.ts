import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Instant, type Bytes } from '@open-mitid/kernel'
import { CodeMessageId, type CodeMessage, type CodeMessages } from '@open-mitid/identity/notice'
import {
  createPerson,
  PhoneNumber,
  type UserId,
  type BirthDate,
  type Person,
  type PersonName,
} from '@open-mitid/identity/person'
import type { Database } from '../database.ts'
import { advanceClock } from '../migrate.ts'
import { postgresPersons } from '../person/index.ts'
import { statement } from '../statement.ts'
import { openStore, type Store } from '../testing/index.ts'
import { together } from '../together.ts'
import type { DataKey, Vault } from '../vault/index.ts'
import { codeMessagePart, postgresCodeMessages } from './index.ts'

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))
const code = '402817' as CodeMessage['code']

const findKey = statement<{ id: string }, { wrapped_key: Bytes; now: Instant }>(
  'test-find-key',
  (p) => sql`select wrapped_key, mitid.now() as now from mitid.person where id = ${p.id}`,
)
const dump = statement<object, { row: string }>(
  'test-dump-messages',
  () => sql`select to_jsonb(code_message)::text as row from mitid.code_message`,
)

let store: Store
let db: Database
let vault: Vault
let codes: CodeMessages
let person: Person
let key: DataKey
let now: Instant
beforeAll(async () => {
  store = await openStore({ max: 2 })
  ;({ db, vault } = store)
  codes = postgresCodeMessages(db, vault)
  const created = await createPerson({ persons: postgresPersons(db, vault), random })({
    userId: 'code test' as UserId,
    name: 'Asta' as PersonName,
    address: undefined,
    cpr: undefined,
    birthDate: '1990-01-01' as BirthDate,
    protected: false,
    ial: 'Substantial',
    language: 'en',
    phone: PhoneNumber.parse('20123456'),
    email: undefined,
  })
  if (!created.ok) throw new Error(created.refusal.kind)
  person = created.value
  const row = await db.first(findKey, { id: person.id })
  if (!row) throw new Error('nobody')
  now = row.now
  key = await vault.personKey(person.id, row.wrapped_key)
})
afterAll(() => store.close())

async function queue(): Promise<CodeMessageId> {
  const id = CodeMessageId.make(random)
  const contact = person.contacts[0]?.id
  if (!contact) throw new Error('no contact')
  const expiresAt = Instant.plus(now, 1800)
  const message = { id, person: person.id, contact, code, expiresAt }
  expect((await together(db, [codeMessagePart(key, message)])).ok).toBe(true)
  return id
}

describe('codes on their way', () => {
  it('Invariant 12: a code waits sealed, is read once more to be sent, and is then kept nowhere', async () => {
    const id = await queue()
    const [waiting] = await db.rows(dump, {})
    expect(waiting?.row).toContain(id)
    expect(waiting?.row).not.toContain(code)
    expect(waiting?.row).not.toContain(Buffer.from(code).toString('hex'))
    expect(await codes.find(id)).toMatchObject({
      code,
      language: 'en',
      contact: { to: '+4520123456' },
    })
    await codes.remove(id)
    expect(await db.rows(dump, {})).toEqual([])
    expect(await codes.find(id)).toBeUndefined()
  })

  it('a code that was never sent goes when it has ended', async () => {
    await queue()
    await codes.removeEnded()
    expect(await db.rows(dump, {})).toHaveLength(1)
    await advanceClock(db, 1801)
    await codes.removeEnded()
    expect(await db.rows(dump, {})).toEqual([])
  })
})
