/** Protocols §7, invariant 7: what typing a user ID does to its person. */
import { afterAll, describe, expect, it } from 'vitest'
import { must } from './house.ts'
import { openTwoPeople } from './two-people.ts'

const { house, bank, asta, typed, started } = await openTwoPeople()
afterAll(() => house.close())

describe('protocols §7', () => {
  it('Invariant 7: typing a user ID changes no row of any person and nothing an app can read', async () => {
    const tables = ['person', 'profile', 'contact', 'chain', 'event', 'known_browser', 'activation']
    const stateBefore = must(await asta.phone.state(asta.id))
    const before = await house.sql.snapshot(tables)
    const sizes = new Set<string>()
    for (const userId of ['asta.sig', 'ASTA.SIG', 'nobody.at.all', '', 'x'.repeat(48)])
      for (let times = 0; times < 3; times += 1) {
        const { own } = await house.begin(bank, { userId })
        const { qid: _, id: __, ...view } = must(await house.box.find(own))
        const { openedAt, openUntil, expiresAt, now, ...shown } = view
        sizes.add(JSON.stringify([shown, openUntil - openedAt, expiresAt - openedAt]))
        expect(now).toBeGreaterThanOrEqual(openedAt)
        await typed(own)
        await started(own)
      }
    expect(sizes.size).toBe(1)
    expect(await house.sql.snapshot(tables)).toBe(before)
    const { rn: _, now: __, ...stateAfter } = must(await asta.phone.state(asta.id))
    expect({ ...stateAfter, rn: stateBefore.rn, now: stateBefore.now }).toEqual(stateBefore)
  })
})
