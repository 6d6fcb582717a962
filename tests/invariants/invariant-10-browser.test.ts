/** Protocols §7, invariant 10: only the browser that started a sign-in can finish it. */
import { base64url } from '@open-mitid/kernel'
import { afterAll, describe, expect, it } from 'vitest'
import { goodPin, must } from './house.ts'
import { random } from './random.ts'
import { openTwoPeople } from './two-people.ts'

const { house, bank, asta, mine, qr, started, stateOf, approvedBy } = await openTwoPeople()
afterAll(() => house.close())

describe('protocols §7', () => {
  it('Invariant 10: to any other browser the sign-in is not there', async () => {
    const { own } = await house.begin(bank, mine)
    const foreign = { ...own, browser: random(32) }
    const unknown = { ok: false, refusal: { kind: 'sign-in-unknown' } }
    const tries = async () => {
      expect(await house.box.find(foreign)).toEqual(unknown)
      expect(await house.box.name({ ...foreign, userId: 'bent.sig' })).toEqual(unknown)
      expect(await house.box.showCode(foreign)).toEqual(unknown)
      expect(await house.box.start(foreign)).toEqual(unknown)
      expect(await house.box.abort(foreign)).toEqual(unknown)
      expect(await house.box.complete(foreign)).toEqual(unknown)
    }
    await tries()
    await approvedBy(asta, await qr(own))
    await tries()
    must(await house.box.complete(own))
    await tries()
  })

  it('Invariant 10: on the same device nobody is told, and only the tab given back completes', async () => {
    const { own } = await house.begin(bank, mine)
    const asked = must(await asta.phone.claim(asta.id, await started(own)))
    house.told.length = 0
    const { returnToken = '' } = must(await asta.phone.approve(asta.id, asked, goodPin, false))
    expect(house.told).toEqual([])
    expect(await stateOf(own)).toBe('claimed')
    expect((await house.box.complete(own)).ok).toBe(false)
    expect(
      (await house.box.acceptReturn({ token: base64url(random(32)), browser: own.browser })).ok,
    ).toBe(false)
    must(await house.box.acceptReturn({ token: returnToken, browser: own.browser }))
    expect(await stateOf(own)).toBe('approved')
    expect(must(await house.box.complete(own)).phr).toBe(true)
  })

  it.each([undefined, random(32)])(
    'Invariant 10: a way back that opens in another browser ends the sign-in',
    async (browser) => {
      const { own } = await house.begin(bank, mine)
      const { returnToken = '' } = await approvedBy(asta, await started(own))
      const elsewhere = { ok: false, refusal: { kind: 'started-elsewhere' } }
      expect(await house.box.acceptReturn({ token: returnToken, browser })).toEqual(elsewhere)
      expect(must(await house.box.find(own))).toMatchObject({
        state: 'aborted',
        reason: 'started-elsewhere',
      })
      expect((await house.box.acceptReturn({ token: returnToken, browser: own.browser })).ok).toBe(
        false,
      )
      expect((await house.box.complete(own)).ok).toBe(false)
    },
  )

  it('Invariant 10: a way back whose answer was lost leads its own browser to how it ended', async () => {
    const { own } = await house.begin(bank, mine)
    const { returnToken: token = '' } = await approvedBy(asta, await started(own))
    const handedIn = () => house.box.acceptReturn({ token, browser: own.browser })
    must(await handedIn())
    // Another window of the same browser was told, and finishes.
    must(await house.box.complete(own))
    expect(must(await handedIn())).toEqual({ id: own.id })
    expect((await house.box.acceptReturn({ token, browser: random(32) })).ok).toBe(false)
    expect(await stateOf(own)).toBe('completed')
  })

  it('Invariant 10: a way back is good for a minute', async () => {
    const { own } = await house.begin(bank, mine)
    const { returnToken = '' } = await approvedBy(asta, await started(own))
    await house.advance(60)
    expect(await house.box.acceptReturn({ token: returnToken, browser: own.browser })).toEqual({
      ok: false,
      refusal: { kind: 'return-unknown' },
    })
    expect((await house.box.complete(own)).ok).toBe(false)
  })
})
