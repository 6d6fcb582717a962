/** Protocols §4: a sign-in on real tables, with real apps. */
import { afterAll, describe, expect, it } from 'vitest'
import { goodPin, must } from './house.ts'
import { random } from './random.ts'
import { openTwoPeople } from './two-people.ts'

const {
  house,
  bank,
  asta,
  bent,
  trips,
  mine,
  qr,
  typed,
  started,
  stateOf,
  eventsOf,
  doubtsOf,
  approvedBy,
} = await openTwoPeople()
afterAll(() => house.close())

describe('a sign-in', () => {
  it('is claimed in two round trips; its PIN, approval and completion take one each', async () => {
    const { own } = await house.begin(bank, mine)
    const secret = await qr(own)
    trips.length = 0
    const asked = must(await asta.phone.claim(asta.id, secret))
    expect(trips.map(({ writes }) => writes)).toEqual([false, true])
    expect(asked.shown.text).toContain('Overførsel af DKK 2.300 til konto 9978 000123456')
    trips.length = 0
    must(await asta.phone.approve(asta.id, asked, goodPin, false))
    expect(trips.map(({ writes }) => writes)).toEqual([true, true])
    trips.length = 0
    const completed = must(await house.box.complete(own))
    expect(trips.map(({ writes }) => writes)).toEqual([true])
    expect(completed).toMatchObject({
      person: asta.person.id,
      loa: 'Substantial',
      phr: false,
    })
    const told = (await eventsOf(asta)).find(({ type }) => type === 'sign-in-completed')
    expect(JSON.parse(told?.body ?? '{}')).toMatchObject({ sign_in: own.id, flow: 'qr' })
  })
  it('its page is told of every move, and opening and naming are one round trip each', async () => {
    const { own } = await house.begin(bank, mine)
    expect(trips).toHaveLength(2)
    await approvedBy(asta, await qr(own))
    expect(house.told).toEqual([own.id, own.id])
  })
  it('leaves a pack that proves the approval to whoever has the published keys', async () => {
    const { own } = await house.begin(bank, mine)
    await approvedBy(asta, await qr(own))
    expect(must(await asta.phone.receipt(asta.id, own.id)).pack).toBeUndefined()
    must(await house.box.complete(own))
    expect(await doubtsOf(asta, own)).toEqual([])
  })
  it('leaves such a pack also where it is approved at the last moment and completed after it', async () => {
    const { own } = await house.begin(bank, mine)
    const asked = must(await asta.phone.claim(asta.id, await started(own)))
    await house.advance(290)
    const { returnToken = '' } = must(await asta.phone.approve(asta.id, asked, goodPin, false))
    await house.advance(55)
    must(await house.box.acceptReturn({ token: returnToken, browser: own.browser }))
    must(await house.box.complete(own))
    expect(await doubtsOf(asta, own)).toEqual([])
  })
  it('is refused without a PIN, and "I did not start this" forgets the browser', async () => {
    const browser = random(32)
    const first = await house.begin(bank, { ...mine, browser })
    await approvedBy(asta, await qr(first.own), true)
    must(await house.box.complete(first.own))
    const { own } = await house.begin(bank, { ...mine, browser })
    const asked = must(await asta.phone.claim(asta.id, await qr(own)))
    must(await asta.phone.refuse(asta.id, asked, 'not_me'))
    expect(must(await house.box.find(own))).toMatchObject({ state: 'refused', reason: 'not_me' })
    await house.advance(25 * 60 * 60)
    const again = await house.begin(bank, { ...mine, browser })
    const offer = must(await asta.phone.claim(asta.id, await qr(again.own))).offer
    expect(offer.content.context.known_browser).toBe(false)
  })
  it('step 8: a remembered browser is known after a day, the same device at once', async () => {
    const browser = random(32)
    const known = async () => {
      const { own } = await house.begin(bank, { ...mine, browser })
      const asked = must(await asta.phone.claim(asta.id, await qr(own)))
      must(await asta.phone.refuse(asta.id, asked, 'cancel'))
      return asked.offer.content.context.known_browser
    }
    const first = await house.begin(bank, { ...mine, browser })
    await approvedBy(asta, await qr(first.own), true)
    must(await house.box.complete(first.own))
    expect(await known()).toBe(false)
    await house.advance(24 * 60 * 60)
    expect(await known()).toBe(true)
    const here = await house.begin(bank, { ...mine, browser: random(32) })
    const { returnToken = '' } = await approvedBy(asta, await started(here.own))
    must(await house.box.acceptReturn({ token: returnToken, browser: here.own.browser }))
    expect(must(await house.box.complete(here.own)).phr).toBe(true)
    const next = await house.begin(bank, { ...mine, browser: here.own.browser })
    const asked = must(await asta.phone.claim(asta.id, await typed(next.own)))
    expect(asked.offer.content.context).toMatchObject({ known_browser: true, flow: 'code' })
  })
  it('for a known person asks for no user ID, and three others end it', async () => {
    const bound = await house.begin(bank, { boundPerson: bent.person.id })
    expect(must(await house.box.find(bound.own)).bound).toBe(true)
    expect((await house.box.name({ ...bound.own, userId: 'asta.sig' })).ok).toBe(false)
    for (let claims = 0; claims < 3; claims += 1)
      expect((await asta.phone.claim(asta.id, await qr(bound.own))).ok).toBe(false)
    expect(must(await house.box.find(bound.own))).toMatchObject({
      state: 'aborted',
      reason: 'other-person',
    })
    const theirs = await house.begin(bank, { boundPerson: bent.person.id })
    must(await bent.phone.claim(bent.id, await qr(theirs.own)))
  })
  it('ends in time: open three minutes, five in all, and a code with what is left', async () => {
    const { own } = await house.begin(bank, mine)
    const secret = await typed(own)
    await house.advance(181)
    expect(await stateOf(own)).toBe('expired')
    expect((await asta.phone.claim(asta.id, secret)).ok).toBe(false)
    const late = await house.begin(bank, mine)
    const asked = must(await asta.phone.claim(asta.id, await qr(late.own)))
    await house.advance(301)
    expect(await stateOf(late.own)).toBe('expired')
    const refused = await asta.phone.approve(asta.id, asked, goodPin, false)
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'sign-in-moved-on' } })
  })
  it('is worth nothing once the app is blocked, however far it has come', async () => {
    const carl = await house.activate(await house.newPerson('carl.sig'))
    const { own } = await house.begin(bank, { userId: 'carl.sig' })
    await approvedBy(carl, await qr(own))
    await house.sql.query("update mitid.person set state = 'blocked' where id = $1", [
      carl.person.id,
    ])
    expect(await house.box.complete(own)).toMatchObject({
      ok: false,
      refusal: { kind: 'blocked' },
    })
    expect(await stateOf(own)).toBe('aborted')
    expect(await carl.phone.state(carl.id)).toMatchObject({
      ok: false,
      refusal: { kind: 'profile-ended' },
    })
  })
})

// Last, because it takes years, and every app ages with it.
describe('protocols §2: a binding', () => {
  it('that has ended approves nothing: the app is to be activated anew', async () => {
    const olga = await house.activate(await house.newPerson('olga.sig'))
    await house.advance(5 * 365 * 24 * 60 * 60 - 200)
    const { own } = await house.begin(bank, { userId: 'olga.sig' })
    const asked = must(await olga.phone.claim(olga.id, await qr(own)))
    expect(await olga.phone.approve(olga.id, asked, goodPin, false)).toMatchObject({
      refusal: { kind: 'profile-ended' },
    })
    expect(await stateOf(own)).toBe('claimed')
    expect((await eventsOf(olga)).at(-1)).toMatchObject({ type: 'app-removed', actor: 'system' })
    await house.activate(olga.person)
  })
})
