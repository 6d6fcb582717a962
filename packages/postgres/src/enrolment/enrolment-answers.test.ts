import { afterAll, describe, expect, it } from 'vitest'
import {
  acceptTerms,
  checkUserId,
  chooseAuthenticators,
  confirmContact,
  sendContactCode,
  suggestUserIds,
  termsVersions,
} from '@open-mitid/identity/enrolment'
import { refuse } from '@open-mitid/kernel'
import { advanceClock } from '../migrate.ts'
import { openEnrolments, phone, email } from './testing/open-enrolments.ts'

const store = await openEnrolments()
const { db, enrolments, ports, someone, proofed, lastCode, answeredAll } = store
afterAll(() => store.close())

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
      sent.push((await sendContactCode(ports)({ ...own, contact: phone, language: 'da' })).ok)
    expect(sent).toEqual([...Array.from({ length: 8 }, () => true), false])
    const right = await lastCode()
    const wrong = (right === '000000' ? '000001' : '000000') as typeof right
    const tries = []
    for (let nth = 0; nth < 3; nth += 1) {
      const tried = await confirmContact(ports)({ ...own, code: wrong })
      tries.push(tried.ok ? 'right' : tried.refusal)
    }
    expect(tries).toEqual([2, 1, 0].map((triesLeft) => ({ kind: 'code-wrong', triesLeft })))
    expect(await confirmContact(ports)({ ...own, code: right })).toEqual(
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
    await sendContactCode(ports)({ ...own, contact: phone, language: 'da' })
    const code = await lastCode()
    await sendContactCode(ports)({ ...own, contact: email, language: 'da' })
    expect((await confirmContact(ports)({ ...own, code })).ok).toBe(false)
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
