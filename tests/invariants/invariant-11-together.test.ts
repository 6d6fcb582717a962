/** Protocols §7, invariant 11: state and events are written together or not at all. */
import fc from 'fast-check'
import { emptyChain, verifyChain } from '@open-mitid/identity/ledger'
import { afterAll, describe, expect, it } from 'vitest'
import { goodPin, must } from './house.ts'
import { openTwoPeople } from './two-people.ts'

const { house, bank, asta, bent, mine, qr, stateOf, eventsOf } = await openTwoPeople()
afterAll(() => house.close())

describe('protocols §7', () => {
  it('Invariant 11: where its event cannot be written, nothing has happened', async () => {
    const { own } = await house.begin(bank, mine)
    const asked = must(await asta.phone.claim(asta.id, await qr(own)))
    const tables = ['profile', 'sign_in', 'chain', 'event', 'pairwise', 'known_browser']
    const breakOn = (type: string) =>
      house.sql.query(
        `alter table mitid.event add constraint broken check (type <> '${type}') not valid`,
      )
    const mend = () => house.sql.query('alter table mitid.event drop constraint broken')
    await breakOn('sign-in-approved')
    await expect(asta.phone.approve(asta.id, asked, goodPin, false)).rejects.toThrow()
    expect(await stateOf(own)).toBe('claimed')
    await mend()
    must(await asta.phone.approve(asta.id, asked, goodPin, false))
    await breakOn('sign-in-completed')
    const before = await house.sql.snapshot(tables)
    await expect(house.box.complete(own)).rejects.toThrow()
    expect(await house.sql.snapshot(tables)).toBe(before)
    await mend()
    must(await house.box.complete(own))
  })

  it('Invariant 11: under any interleaving of what people and pages do, every chain is whole', async () => {
    const step = fc.constantFrom('claim', 'approve', 'refuse', 'complete', 'abort', 'state')
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
        const { own } = await house.begin(bank, mine)
        const secret = await qr(own)
        const asked = must(await asta.phone.claim(asta.id, secret))
        const acts: Record<(typeof steps)[number], () => Promise<unknown>> = {
          claim: () => asta.phone.claim(asta.id, secret),
          approve: () => asta.phone.approve(asta.id, asked, goodPin, false),
          refuse: () => asta.phone.refuse(asta.id, asked, 'cancel'),
          complete: () => house.box.complete(own),
          abort: () => house.box.abort(own),
          state: () => bent.phone.state(bent.id),
        }
        await Promise.all(steps.map((name) => acts[name]()))
        const events = await eventsOf(asta)
        expect(verifyChain(emptyChain(asta.person.id), events).fault).toBeUndefined()
        const about = events.filter(({ body }) => body.includes(own.id)).map(({ type }) => type)
        const ends = about.filter((type) => /completed|refused|aborted/u.test(type))
        expect(ends.length).toBeLessThanOrEqual(1)
        const { state } = must(await house.box.find(own))
        if (ends.length === 1) expect(`sign-in-${state}`).toBe(ends[0])
      }),
      { numRuns: 12 },
    )
  })
})
