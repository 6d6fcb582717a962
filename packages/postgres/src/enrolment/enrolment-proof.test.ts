import { afterAll, describe, expect, it } from 'vitest'
import { askOlderEid, proveWithNemId, type IdentityRegister } from '@open-mitid/identity/enrolment'
import { emptyChain, verifyChain } from '@open-mitid/identity/ledger'
import type { PersonName } from '@open-mitid/identity/person'
import { accept, refuse } from '@open-mitid/kernel'
import { readChain } from '../ledger/index.ts'
import { openEnrolments, card } from './testing/open-enrolments.ts'

const store = await openEnrolments()
const { db, vault, enrolments, someone, world, begun, proofed, answeredAll, finish } = store
afterAll(() => store.close())

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
