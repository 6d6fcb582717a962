import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  acceptTerms,
  askOlderEid,
  beginEnrolment,
  checkUserId,
  chooseAuthenticators,
  chooseDelivery,
  chooseUserId,
  completeEnrolment,
  confirmContact,
  findEnrolment,
  leaveEnrolment,
  proveWithNemId,
  sendContactCode,
  suggestUserIds,
  termsVersions,
  type ContactAddress,
  type ContactCodeMessage,
  type Enrolments,
  type IdentityRegister,
  type OlderEid,
  type OwnEnrolment,
  type RegisteredPerson,
} from '@open-mitid/identity/enrolment'
import { emptyChain, verifyChain } from '@open-mitid/identity/ledger'
import type {
  BirthDate,
  CprNumber,
  EmailAddress,
  PersonName,
  PhoneNumber,
  UserId,
} from '@open-mitid/identity/person'
import { accept, refuse, type Bytes, type Instant } from '@open-mitid/kernel'
import { openDatabase, type Database } from '../database.ts'
import { readChain } from '../ledger/index.ts'
import { advanceClock } from '../migrate.ts'
import { postgresPersons } from '../person/index.ts'
import { freshDatabase, openQueries, type FreshDatabase, type Queries } from '../testing/index.ts'
import { localKeyVault, openVault, type Vault } from '../vault/index.ts'
import { postgresContactCodes } from './contact-codes.ts'
import { postgresEnrolments } from './enrolments.ts'
import { sweepEnrolments } from './sweep.ts'

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))

let fresh: FreshDatabase
let db: Database
let queries: Queries
let vault: Vault
let enrolments: Enrolments
beforeAll(async () => {
  fresh = await freshDatabase()
  db = openDatabase(fresh.url, { max: 8 })
  queries = openQueries(fresh.url)
  const keys = { madeFor: 'development', master: random(32), mac: random(32) } as const
  vault = await openVault(db, localKeyVault(keys))
  enrolments = postgresEnrolments(db, vault)
})
afterAll(async () => {
  await queries.close()
  await db.close()
  await fresh.drop()
})

let serial = 0
const someone = (change: Partial<RegisteredPerson> = {}): RegisteredPerson => {
  serial += 1
  return {
    cpr: `610190${String(1000 + serial)}` as CprNumber,
    name: 'Asta Østergård' as PersonName,
    birthDate: '1990-01-01' as BirthDate,
    status: 'resident',
    address: ['Algade 7', '4000 Roskilde'],
    protected: false,
    ...change,
  }
}

/** What an eID and a register say of one person; the programs themselves are tested with theirs. */
function world(person: RegisteredPerson, { assertion = crypto.randomUUID(), down = false } = {}) {
  const state = { down, askedRegister: 0 }
  const olderEid: OlderEid = {
    begin: () =>
      Promise.resolve(
        accept({
          id: crypto.randomUUID(),
          nonce: 'n',
          expiresAt: 4_000_000_000 as Instant,
          way: 'card',
          card: 'A1',
          number: '0042',
        }),
      ),
    answer: (_, key) =>
      Promise.resolve(
        key === '123456'
          ? accept({
              way: 'card',
              cpr: person.cpr,
              name: person.name,
              provedAt: 1_800_000_000 as Instant,
              assertion,
            })
          : refuse({ kind: 'key-wrong' }),
      ),
    read: () => Promise.resolve(accept('waiting')),
    abandon: () => Promise.resolve(),
  }
  const register: IdentityRegister = {
    find() {
      state.askedRegister += 1
      const away = { kind: 'unavailable', cause: 'unreachable' } as const
      return Promise.resolve(state.down ? refuse(away) : accept(person))
    },
    findByName: () => Promise.resolve(refuse({ kind: 'person-unknown' })),
  }
  const persons = postgresPersons(db, vault)
  return { state, ports: { enrolments, olderEid, register, persons, random } }
}

const card = { way: 'card', userId: 'asta', password: 'x' } as const

async function begun(): Promise<OwnEnrolment> {
  const own = await beginEnrolment({ enrolments, random })({ holder: random(32) })
  if (!own.ok) throw new Error('not begun')
  return { id: own.value.id, holder: own.value.holder }
}

async function proofed(person = someone()): Promise<OwnEnrolment> {
  const own = await begun()
  const { ports } = world(person)
  await askOlderEid(ports)({ ...own, ...card })
  expect(await proveWithNemId(ports)({ ...own, key: '123456' })).toEqual(accept('proved'))
  return own
}

const ports = () => ({ enrolments, mac: vault.mac, random })
const phone = { channel: 'sms', to: '+4520123456' as PhoneNumber } as const
const email = { channel: 'email', to: 'asta@post.example' as EmailAddress } as const

async function lastCode(): Promise<ContactCodeMessage['code']> {
  const [row] = await queries.query<{ id: string }>(
    'select id from mitid.contact_code order by expires_at desc, ctid desc limit 1',
  )
  const found = row && (await postgresContactCodes(db, vault).find(row.id as never))
  if (!found) throw new Error('no code is on its way')
  await postgresContactCodes(db, vault).remove(row.id as never)
  return found.code
}

async function checked(own: OwnEnrolment, contact: ContactAddress): Promise<void> {
  await sendContactCode(ports())({ ...own, contact, language: 'da' })
  expect((await confirmContact(ports())({ ...own, code: await lastCode() })).ok).toBe(true)
}

async function answeredAll(own: OwnEnrolment, userId: string, contacts = [phone]): Promise<void> {
  const port = { enrolments }
  await chooseAuthenticators(port)({ ...own, chosen: { first: 'app', spare: 'code-display' } })
  await acceptTerms(port)({ ...own, versions: termsVersions })
  for (const contact of contacts) await checked(own, contact)
  expect((await chooseUserId(port)({ ...own, typed: userId })).ok).toBe(true)
  expect((await chooseDelivery(port)({ ...own, delivery: { to: 'home' } })).ok).toBe(true)
}
const finish = (own: OwnEnrolment) => completeEnrolment(ports())({ ...own, language: 'da' })

const tables = ['person', 'contact', 'chain', 'event', 'activation', 'identity_proof'].concat(
  'code_device',
  'letter',
)

describe('an enrolment', () => {
  it('ends in a person with checked contacts, a first code, and a chain that tells all of it', async () => {
    const person = someone()
    const own = await proofed(person)
    await answeredAll(own, 'Asta Havn')
    await checked(own, email)
    const done = await finish(own)
    if (!done.ok) throw new Error(done.refusal.kind)
    expect(done.value.first?.code).toMatch(/^[0-9A-Z]{12}$/u)
    const found = await postgresPersons(db, vault).find({ userId: 'asta havn' as UserId })
    expect(found?.person).toMatchObject({
      name: 'Asta Østergård',
      address: 'Algade 7, 4000 Roskilde',
      cpr: person.cpr,
      ial: 'Substantial',
      contacts: [
        { channel: 'sms', to: phone.to, inProofing: true },
        { channel: 'email', to: email.to, inProofing: true },
      ],
    })
    if (!found) throw new Error('nobody')
    const chain = await readChain(db, vault, found.person.id)
    expect(chain.map(({ type }) => type)).toEqual([
      'identity-proved',
      'cpr-looked-up',
      'terms-accepted',
      'contact-checked',
      'contact-checked',
      'person-created',
      'activation-code-issued',
      'device-ordered',
    ])
    expect(await queries.query('select kind, state, spare from mitid.code_device')).toEqual([
      { kind: 'code-display', state: 'ordered', spare: true },
    ])
    const letters = await queries.query('select state from mitid.letter where person_id = $1', [
      found.person.id,
    ])
    expect(letters).toHaveLength(1)
    expect(verifyChain(emptyChain(found.person.id), chain).fault).toBeUndefined()
  })

  it('is there for its holder alone', async () => {
    const own = await proofed()
    const stranger = { ...own, holder: random(32) }
    const unknown = refuse({ kind: 'enrolment-unknown' })
    expect(await findEnrolment({ enrolments })(stranger)).toEqual(unknown)
    expect(await leaveEnrolment({ enrolments })(stranger)).toEqual(unknown)
    expect(await finish(stranger)).toEqual(unknown)
    expect(await enrolments.newest(stranger.holder)).toBeUndefined()
    expect(await enrolments.newest(own.holder)).toBe(own.id)
  })

  it('takes no answer out of turn', async () => {
    const own = await proofed()
    const late = refuse({ kind: 'enrolment-moved-on' })
    expect(await acceptTerms({ enrolments })({ ...own, versions: termsVersions })).toEqual(late)
    expect(await chooseUserId({ enrolments })({ ...own, typed: 'out of turn' })).toEqual(late)
    expect(await sendContactCode(ports())({ ...own, contact: phone, language: 'da' })).toEqual(late)
    expect(await finish(own)).toEqual(late)
    const before = await begun()
    expect(
      await chooseAuthenticators({ enrolments })({
        ...before,
        chosen: { first: 'app', spare: undefined },
      }),
    ).toEqual(late)
  })

  it('lives a day, and nothing of it is left', async () => {
    const own = await proofed()
    await answeredAll(own, 'one day only')
    await advanceClock(db, 24 * 60 * 60)
    const unknown = refuse({ kind: 'enrolment-unknown' })
    expect(await finish(own)).toEqual(unknown)
    await sweepEnrolments(db)
    expect(await queries.query('select from mitid.enrolment where id = $1', [own.id])).toEqual([])
    expect(await enrolments.free(['one day only' as UserId])).toEqual(['one day only'])
  })

  it('that is left forgets the person at once', async () => {
    const own = await proofed()
    await leaveEnrolment({ enrolments })(own)
    const found = await enrolments.find(own)
    expect(found?.enrolment.state).toBe('ended')
    expect(JSON.stringify(found?.enrolment)).not.toContain('Asta')
    expect(await enrolments.newest(own.holder)).toBeUndefined()
  })

  it('accepts the texts that hold today, and no older ones', async () => {
    const own = await proofed()
    const chosen = { first: 'app', spare: undefined } as const
    await chooseAuthenticators({ enrolments })({ ...own, chosen })
    const versions = { ...termsVersions, terms: '2001-01-01' }
    expect(await acceptTerms({ enrolments })({ ...own, versions })).toEqual(
      refuse({ kind: 'terms-changed' }),
    )
  })

  it('mails nothing to somebody without an address', async () => {
    const own = await proofed(someone({ address: undefined, status: 'emigrated' }))
    const port = { enrolments }
    await chooseAuthenticators(port)({
      ...own,
      chosen: { first: 'code-display', spare: undefined },
    })
    await acceptTerms(port)({ ...own, versions: termsVersions })
    await checked(own, email)
    await chooseUserId(port)({ ...own, typed: 'lives abroad' })
    expect(await chooseDelivery(port)({ ...own, delivery: { to: 'home' } })).toEqual(
      refuse({ kind: 'no-address' }),
    )
  })
})

describe('the proof', () => {
  it('a register that is away costs a visit and not the proof; each look-up is told', async () => {
    const person = someone()
    const own = await begun()
    const { state, ports: outside } = world(person, { down: true })
    await askOlderEid(outside)({ ...own, ...card })
    expect(await proveWithNemId(outside)({ ...own, key: '123456' })).toEqual(
      refuse({ kind: 'register-unavailable' }),
    )
    state.down = false
    expect(await proveWithNemId(outside)(own)).toEqual(accept('proved'))
    const found = await enrolments.find(own)
    if (found?.enrolment.state !== 'proofed') throw new Error('not proofed')
    expect(found.enrolment.proof.lookedUpAt).toHaveLength(2)
  })

  it('a wrong key leaves the question where it is', async () => {
    const own = await begun()
    const { ports: outside } = world(someone())
    await askOlderEid(outside)({ ...own, ...card })
    expect(await proveWithNemId(outside)({ ...own, key: '000000' })).toEqual(
      refuse({ kind: 'key-wrong' }),
    )
    expect(await proveWithNemId(outside)({ ...own, key: '123456' })).toEqual(accept('proved'))
  })

  it('one statement of the eID proves one enrolment, whoever shows it again', async () => {
    const person = someone()
    const same = { assertion: crypto.randomUUID() }
    const results = []
    for (const own of [await begun(), await begun()]) {
      const { ports: outside } = world(person, same)
      await askOlderEid(outside)({ ...own, ...card })
      results.push((await proveWithNemId(outside)({ ...own, key: '123456' })).ok)
    }
    expect(results).toEqual([true, false])
  })

  it('who has a MitID is told so after the proof, and nothing of them stays', async () => {
    const person = someone()
    const first = await proofed(person)
    await answeredAll(first, 'has it already')
    expect((await finish(first)).ok).toBe(true)
    const again = await proofed(person)
    const found = await enrolments.find(again)
    expect(found?.enrolment).toMatchObject({ state: 'known', sends: 0 })
    for (const known of [person.cpr, person.name])
      expect(JSON.stringify(found?.enrolment)).not.toContain(known)
  })

  it('who has a MitID sees each look-up about them, also one that the register did not answer', async () => {
    const person = someone()
    const first = await proofed(person)
    await answeredAll(first, 'was looked up')
    expect((await finish(first)).ok).toBe(true)
    const own = await begun()
    const { state, ports: outside } = world(person, { down: true })
    await askOlderEid(outside)({ ...own, ...card })
    await proveWithNemId(outside)({ ...own, key: '123456' })
    state.down = false
    await proveWithNemId(outside)(own)
    const found = await outside.persons.find({ cpr: person.cpr })
    if (!found) throw new Error('nobody has this number')
    const chain = await readChain(db, vault, found.person.id)
    expect(verifyChain(emptyChain(found.person.id), chain).fault).toBeUndefined()
    expect(chain.filter(({ type }) => type === 'cpr-looked-up')).toHaveLength(3)
  })

  it('a number of one person with the name of another proves nothing, and is not kept', async () => {
    const own = await begun()
    const person = someone()
    const { ports: outside } = world(person)
    const register: IdentityRegister = {
      ...outside.register,
      find: () => Promise.resolve(accept({ ...person, name: 'Bo Skov' as PersonName })),
    }
    await askOlderEid(outside)({ ...own, ...card })
    expect(await proveWithNemId({ ...outside, register })({ ...own, key: '123456' })).toEqual(
      refuse({ kind: 'untrustworthy', cause: 'other-person' }),
    )
    const found = await enrolments.find(own)
    expect(found?.enrolment).toMatchObject({ state: 'begun' })
    expect(JSON.stringify(found?.enrolment)).not.toContain(person.cpr)
  })

  it('a name that is spelt with other capitals or hyphens is the same name', async () => {
    const own = await begun()
    const person = someone({ name: 'Anne-Marie Ås' as PersonName })
    const { ports: outside } = world(person)
    const register: IdentityRegister = {
      ...outside.register,
      find: () => Promise.resolve(accept({ ...person, name: 'ANNE MARIE Ås' as PersonName })),
    }
    await askOlderEid(outside)({ ...own, ...card })
    expect(await proveWithNemId({ ...outside, register })({ ...own, key: '123456' })).toEqual(
      accept('proved'),
    )
  })
})

describe('contacts', () => {
  it('three wrong codes end the code, and eight codes are all that one enrolment sends', async () => {
    const own = await proofed()
    await chooseAuthenticators({ enrolments })({
      ...own,
      chosen: { first: 'app', spare: undefined },
    })
    await acceptTerms({ enrolments })({ ...own, versions: termsVersions })
    const sent = []
    for (let nth = 0; nth < 9; nth += 1)
      sent.push((await sendContactCode(ports())({ ...own, contact: phone, language: 'da' })).ok)
    expect(sent).toEqual([...Array.from({ length: 8 }, () => true), false])
    const right = await lastCode()
    const wrong = (right === '000000' ? '000001' : '000000') as typeof right
    const tries = []
    for (let nth = 0; nth < 3; nth += 1) {
      const tried = await confirmContact(ports())({ ...own, code: wrong })
      tries.push(tried.ok ? 'right' : tried.refusal)
    }
    expect(tries).toEqual([2, 1, 0].map((triesLeft) => ({ kind: 'code-wrong', triesLeft })))
    expect(await confirmContact(ports())({ ...own, code: right })).toEqual(
      refuse({ kind: 'code-over' }),
    )
  })

  it('a code that went to one number checks no other', async () => {
    const own = await proofed()
    await chooseAuthenticators({ enrolments })({
      ...own,
      chosen: { first: 'app', spare: undefined },
    })
    await acceptTerms({ enrolments })({ ...own, versions: termsVersions })
    await sendContactCode(ports())({ ...own, contact: phone, language: 'da' })
    const code = await lastCode()
    await sendContactCode(ports())({ ...own, contact: email, language: 'da' })
    expect((await confirmContact(ports())({ ...own, code })).ok).toBe(false)
  })
})

describe('user IDs', () => {
  it('three free ones are suggested, the same at each visit', async () => {
    const own = await proofed()
    await answeredAll(own, 'before suggesting')
    const first = await suggestUserIds({ enrolments })(own)
    expect(first.ok && first.value).toHaveLength(3)
    expect(await suggestUserIds({ enrolments })(own)).toEqual(first)
  })

  it('a curious one is told 30 times in ten minutes, and then has to wait', async () => {
    const own = await proofed()
    await answeredAll(own, 'curious person')
    const ask = (typed: string) => checkUserId({ enrolments })({ ...own, typed })
    const kinds = []
    for (let nth = 0; nth < 40; nth += 1) {
      const told = await ask(`guess number ${String(nth)}`)
      kinds.push(told.ok ? 'free' : told.refusal.kind)
    }
    expect(kinds.indexOf('user-id-wait')).toBeGreaterThan(25)
    expect(new Set(kinds.slice(30))).toEqual(new Set(['user-id-wait']))
    expect(await ask('abc')).toEqual(refuse({ kind: 'user-id-length' }))
    await advanceClock(db, 10 * 60)
    expect((await ask('after the wait')).ok).toBe(true)
  })

  it('what breaks a rule is told without a question to the database', async () => {
    const person = someone()
    const own = await proofed(person)
    await answeredAll(own, 'rules rule')
    for (let nth = 0; nth < 40; nth += 1) {
      const told = await checkUserId({ enrolments })({ ...own, typed: person.cpr })
      expect(told).toEqual(refuse({ kind: 'user-id-cpr' }))
    }
  })
})

describe('races', () => {
  it('Invariant 11: of two completions of one enrolment one wins, and there is one person', async () => {
    const person = someone()
    const own = await proofed(person)
    await answeredAll(own, 'pressed twice')
    const done = await Promise.all([finish(own), finish(own), finish(own)])
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    for (const each of done)
      if (!each.ok) expect(each.refusal).toEqual({ kind: 'enrolment-moved-on' })
  })

  it('Invariant 11: one user ID at once: one has it, the other is asked for another', async () => {
    const both = [await proofed(), await proofed()]
    for (const own of both) await answeredAll(own, 'wanted by two')
    const done = await Promise.all(both.map(finish))
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    const place = done.findIndex(({ ok }) => !ok)
    expect(done[place]).toEqual(refuse({ kind: 'user-id-taken' }))
    const loser = both[place]
    if (!loser) throw new Error('both won')
    expect((await chooseUserId({ enrolments })({ ...loser, typed: 'another one' })).ok).toBe(true)
    expect((await finish(loser)).ok).toBe(true)
  })

  it('Invariant 11: one CPR number at once: one MitID, and of the other attempt nothing', async () => {
    const person = someone()
    const both = [await proofed(person), await proofed(person)]
    await answeredAll(both[0] as OwnEnrolment, 'first attempt')
    await answeredAll(both[1] as OwnEnrolment, 'second attempt')
    const before = await counts()
    const done = await Promise.all(both.map(finish))
    expect(done.map((each) => (each.ok ? 'ok' : each.refusal.kind)).toSorted()).toEqual([
      'has-mitid',
      'ok',
    ])
    const after = await counts()
    expect(tables.map((table) => (after[table] ?? 0) - (before[table] ?? 0))).toEqual([
      1, 1, 1, 7, 1, 1, 1, 1,
    ])
  })
})

it('Invariant 12: no name, number, address, contact, code or user ID stands in a table in clear', async () => {
  const own = await proofed(someone({ name: 'Synlig Persen' as PersonName }))
  await answeredAll(own, 'synlig bruger')
  await sendContactCode(ports())({ ...own, contact: email, language: 'da' })
  const dump = (
    await queries.snapshot(['enrolment', 'contact_code', 'identity_proof', 'person'])
  ).toLowerCase()
  expect(dump).toContain(own.id)
  const clear = ['synlig', 'persen', '610190', 'algade', '20123456', 'asta@post']
  for (const text of [...clear, ...clear.map((each) => Buffer.from(each).toString('hex'))])
    expect(dump).not.toContain(text)
})

async function counts(): Promise<Record<string, number>> {
  const all: Record<string, number> = {}
  for (const table of tables) {
    const [row] = await queries.query<{ n: string }>(`select count(*) as n from mitid.${table}`)
    all[table] = Number(row?.n)
  }
  return all
}
