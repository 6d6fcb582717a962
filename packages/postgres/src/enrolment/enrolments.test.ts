import { afterAll, describe, expect, it } from 'vitest'
import {
  acceptTerms,
  chooseAuthenticators,
  chooseDelivery,
  chooseUserId,
  findEnrolment,
  leaveEnrolment,
  sendContactCode,
  termsVersions,
  type OwnEnrolment,
} from '@open-mitid/identity/enrolment'
import { emptyChain, verifyChain } from '@open-mitid/identity/ledger'
import type { PersonName, UserId } from '@open-mitid/identity/person'
import { refuse } from '@open-mitid/kernel'
import { readChain } from '../ledger/index.ts'
import { advanceClock } from '../migrate.ts'
import { sweepEnrolments } from './sweep.ts'
import { postgresPersons } from '../person/index.ts'
import { openEnrolments, phone, email, random } from './testing/open-enrolments.ts'

const store = await openEnrolments()
const { db, vault, enrolments, ports, someone, begun, proofed, checked, answeredAll, finish } =
  store
const queries = store.rows
afterAll(() => store.close())

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
    expect(await sendContactCode(ports)({ ...own, contact: phone, language: 'da' })).toEqual(late)
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
  await sendContactCode(ports)({ ...own, contact: email, language: 'da' })
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
