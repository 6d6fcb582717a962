import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  changeContact,
  changeUserId,
  createPerson,
  EmailAddress,
  mayReceiveCodes,
  PersonName,
  PhoneNumber,
  UserId,
  userIdIndex,
  type BirthDate,
  type CprNumber,
  type CreatePerson,
  type Persons,
} from '@open-mitid/identity/person'
import { verifyChain, emptyChain } from '@open-mitid/identity/ledger'
import type { Bytes } from '@open-mitid/kernel'
import type { Database } from '../database.ts'
import { readChain } from '../ledger/index.ts'
import { advanceClock } from '../migrate.ts'
import { statement } from '../statement.ts'
import { openStore, type Store } from '../testing/index.ts'
import type { Vault } from '../vault/index.ts'
import { postgresPersons } from './persons.ts'

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))

let store: Store
let db: Database
let vault: Vault
let persons: Persons
beforeAll(async () => {
  store = await openStore({ max: 6 })
  ;({ db, vault } = store)
  persons = postgresPersons(db, vault)
})
afterAll(() => store.close())

function userId(text: string): UserId {
  const parsed = UserId.parse(text)
  if (!parsed.ok) throw new Error(parsed.refusal.kind)
  return parsed.value
}

function somebody(change: Partial<CreatePerson> = {}): CreatePerson {
  return {
    userId: userId('asta.østergård'),
    name: PersonName.parse('Asta Østergård') as PersonName,
    address: 'Algade 7, 4000 Roskilde',
    cpr: '6101905678' as CprNumber,
    birthDate: '1990-01-01' as BirthDate,
    protected: false,
    ial: 'Substantial',
    language: 'da',
    phone: PhoneNumber.parse('20123456'),
    email: EmailAddress.parse('asta@post.example'),
    ...change,
  }
}
const create = (input: CreatePerson) => createPerson({ persons, random })(input)

describe('persons', () => {
  it('a person is found again by their user ID, however it is typed, and opened whole', async () => {
    const created = await create(somebody())
    if (!created.ok) throw new Error(created.refusal.kind)
    const found = await persons.find({ userId: userId('ASTA.Østergård'.normalize('NFD')) })
    expect(found?.person).toEqual(created.value)
    expect((await persons.find({ id: created.value.id }))?.person).toEqual(created.value)
  })

  it('a user ID and a CPR number have one person', async () => {
    expect(await create(somebody({ cpr: undefined }))).toEqual({
      ok: false,
      refusal: { kind: 'user-id-taken' },
    })
    expect(await create(somebody({ userId: userId('somebody else') }))).toEqual({
      ok: false,
      refusal: { kind: 'cpr-taken' },
    })
  })

  it('Invariant 11: of two who race for one user ID, one is created, and of the other nothing', async () => {
    const wanted = userId('wanted by many')
    const races = Array.from({ length: 6 }, (_, place) =>
      create(somebody({ userId: wanted, cpr: `610290123${String(place)}` as CprNumber })),
    )
    const won = (await Promise.all(races)).filter(({ ok }) => ok)
    expect(won).toHaveLength(1)
    const chains = await db.first(countOrphans, {})
    expect(chains).toEqual({ n: 0 })
  })

  it('nobody under 13 gets a MitID', async () => {
    const year = new Date().getUTCFullYear() - 12
    const child = somebody({
      userId: userId('too young'),
      cpr: undefined,
      birthDate: `${String(year)}-01-01` as BirthDate,
    })
    expect(await create(child)).toEqual({ ok: false, refusal: { kind: 'too-young' } })
  })

  it('a user ID that somebody gave up is never given to another', async () => {
    const wanted = somebody({ userId: userId('given up'), cpr: undefined })
    expect((await create(wanted)).ok).toBe(true)
    await db.affect(release, { index: await userIdIndex(vault.mac, 'given up') })
    await db.affect(rename, { index: await userIdIndex(vault.mac, 'given up') })
    expect(await persons.find({ userId: wanted.userId })).toBeUndefined()
    expect(await create(wanted)).toEqual({ ok: false, refusal: { kind: 'user-id-taken' } })
  })

  it('a changed user ID is the person’s at once, and the old one nobody else’s ever', async () => {
    const [one, two] = [userId('before the change'), userId('somebody beside')]
    for (const id of [one, two])
      expect((await create(somebody({ userId: id, cpr: undefined }))).ok).toBe(true)
    const change = changeUserId({ persons, random })
    const to = (from: UserId, wanted: string) =>
      change({ userId: from, wanted, by: 'operator' }).then((changed) =>
        changed.ok ? 'changed' : changed.refusal.kind,
      )
    expect(await to(one, 'Somebody Beside')).toBe('user-id-taken')
    expect(await to(one, 'before the CHANGE')).toBe('user-id-same')
    expect(await to(one, 'shor')).toBe('user-id-length')
    expect(await to(one, 'after the change')).toBe('changed')
    expect(await persons.find({ userId: one })).toBeUndefined()
    const found = await persons.find({ userId: userId('after the change') })
    expect(found?.person.userId).toBe('after the change')
    if (!found) throw new Error('gone')
    const chain = await readChain(db, vault, found.person.id)
    expect(chain.at(-1)?.type).toBe('user-id-changed')
    expect(verifyChain(emptyChain(found.person.id), chain)).toEqual({ head: found.chain })

    expect(await to(two, one)).toBe('user-id-taken')
    expect(await create(somebody({ userId: one, cpr: undefined }))).toMatchObject({ ok: false })
    expect(await to(userId('after the change'), one)).toBe('changed')
    expect(await to(two, 'after the change')).toBe('user-id-taken')
  })

  it('of two who change to one user ID in the same moment, one has it', async () => {
    const ids = [userId('racer one'), userId('racer two')]
    for (const id of ids)
      expect((await create(somebody({ userId: id, cpr: undefined }))).ok).toBe(true)
    const change = changeUserId({ persons, random })
    const all = await Promise.all(
      ids.map((id) => change({ userId: id, wanted: 'one goal', by: 'operator' })),
    )
    expect(all.filter(({ ok }) => ok)).toHaveLength(1)
    expect(all.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'user-id-taken' } })
  })

  it('a changed phone number gets no codes for five days, and its chain tells of it', async () => {
    const who = userId('asta.østergård')
    const to = PhoneNumber.parse('+4670123456')
    if (to === undefined) throw new Error('not a number')
    const changed = await changeContact({ persons, random })({
      userId: who,
      contact: { channel: 'sms', to },
    })
    if (!changed.ok) throw new Error(changed.refusal.kind)
    const before = await persons.find({ userId: who })
    expect(before?.person.contacts.map((contact) => contact.to)).toEqual([to, 'asta@post.example'])
    expect(before && mayReceiveCodes(changed.value, before.now)).toBe(false)
    await advanceClock(db, 5 * 24 * 60 * 60)
    const after = await persons.find({ userId: who })
    expect(after && mayReceiveCodes(changed.value, after.now)).toBe(true)
    if (!after) throw new Error('gone')
    const chain = await readChain(db, vault, after.person.id)
    expect(chain.map(({ type }) => type)).toEqual(['person-created', 'contact-changed'])
    expect(verifyChain(emptyChain(after.person.id), chain)).toEqual({ head: after.chain })
  })

  it('Invariant 12: no name, number, address, contact or user ID stands in a table in clear', async () => {
    const rows = await db.rows(dumpEverything, {})
    const dump = rows.map(({ row }) => row).join('\n')
    expect(dump).toContain('per_')
    const clear = ['asta', 'østergård', '610190', 'Algade', 'Roskilde', '20123456', '4670123456']
    for (const text of [...clear, ...clear.map((each) => Buffer.from(each).toString('hex'))])
      expect(dump.toLowerCase()).not.toContain(text.toLowerCase())
  })
})

const countOrphans = statement<object, { n: number }>(
  'test-count-orphans',
  () => sql`
  select count(*) as n from mitid.chain
  where subject like 'per%' and not exists (select from mitid.person where id = subject)
`,
)
const release = statement<{ index: Bytes }>(
  'test-release',
  (p) => sql`
    insert into mitid.released_user_id (user_id_index, person_id)
    select user_id_index, id from mitid.person where user_id_index = ${p.index}
  `,
)
const rename = statement<{ index: Bytes }>(
  'test-rename',
  (p) => sql`
    update mitid.person set user_id_index = sha256(user_id_index) where user_id_index = ${p.index}
  `,
)
const dumpEverything = statement<object, { row: string }>(
  'test-dump',
  () => sql`
  select row::text from (
    select to_jsonb(p) as row from mitid.person p union all
    select to_jsonb(c) from mitid.contact c union all
    select to_jsonb(e) from mitid.event e) as all_rows
`,
)
