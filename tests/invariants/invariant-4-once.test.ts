/** Protocols §7, invariant 4: an approval is approved and completed once. */
import { afterAll, describe, expect, it } from 'vitest'
import { goodPin, must } from './house.ts'
import { openTwoPeople } from './two-people.ts'

const { house, bank, asta, mine, qr, eventsOf } = await openTwoPeople()
afterAll(() => house.close())

describe('protocols §7', () => {
  it('Invariant 4: an approval is approved and completed once, however many try at once', async () => {
    const { own } = await house.begin(bank, mine)
    const asked = must(await asta.phone.claim(asta.id, await qr(own)))
    must(await asta.phone.approve(asta.id, asked, goodPin, false))
    const again = await asta.phone.approve(asta.id, asked, goodPin, false)
    expect(again).toMatchObject({ ok: false, refusal: { kind: 'sign-in-moved-on' } })
    const all = await Promise.all(Array.from({ length: 8 }, () => house.box.complete(own)))
    const statements = new Set(all.map((each) => must(each).statement))
    expect(statements.size).toBe(1)
    const told = (await eventsOf(asta)).filter(({ body }) => body.includes(own.id))
    for (const type of ['sign-in-approved', 'sign-in-completed'])
      expect(told.filter((event) => event.type === type)).toHaveLength(1)
  })
})
