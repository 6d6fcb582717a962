/** Protocols §4, step 8: when a browser counts as known, and how its person objects. */
import { readChain } from '@open-mitid/postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '@open-mitid/identity/service'
import type { OwnSignIn } from '@open-mitid/identity/sign-in'
import type { Bytes } from '@open-mitid/kernel'
import type { ClaimSecret } from '@open-mitid/protocol'
import { goodPin, must, openHouse, type App, type House } from './house.ts'
import { random } from './random.ts'

let house: House
let bank: Client
let people = 0
beforeAll(async () => {
  house = await openHouse()
  bank = await house.newService('bank')
})
afterAll(() => house.close())

const newApp = async () => {
  people += 1
  const userId = `person.${String(people)}`
  return { userId, ...(await house.activate(await house.newPerson(userId))) }
}
type Person = Awaited<ReturnType<typeof newApp>>

const qr = (own: OwnSignIn) => house.qrOf(own)
const started = async (own: OwnSignIn): Promise<ClaimSecret> => {
  const { qid, token } = must(await house.box.start(own))
  return { kind: 'start', qid, token }
}

/** Signs in by QR code with "Remember this computer"; answers the name of the sign-in. */
async function remember(app: Person, browser: Bytes) {
  const { own } = await house.begin(bank, { userId: app.userId, browser })
  const asked = must(await app.phone.claim(app.id, await qr(own)))
  must(await app.phone.approve(app.id, asked, goodPin, true))
  must(await house.box.complete(own))
  return own.id
}

/** Whether an offer to this person from that browser is shown without the warning. */
async function isKnown(app: Person, browser: Bytes) {
  const { own } = await house.begin(bank, { userId: app.userId, browser })
  const asked = must(await app.phone.claim(app.id, await qr(own)))
  must(await app.phone.refuse(app.id, asked, 'cancel'))
  return asked.offer.content.context.known_browser
}

const listed = async ({ phone, id }: App) => must(await phone.browsers(id, goodPin))
const typesOf = async ({ person }: App) =>
  (await readChain(house.db, house.vault, person.id)).map(({ type }) => type)
const day = 24 * 60 * 60

describe('protocols §4, step 8', () => {
  it('a remembered browser is listed at once with the time from which it counts, and counts then', async () => {
    const [app, browser] = [await newApp(), random(32)]
    const signIn = await remember(app, browser)
    const [known] = await listed(app)
    expect(known).toMatchObject({
      sign_in: signIn,
      browser: 'Firefox på Windows',
      service: 'Banken bank',
    })
    expect(known?.known_from).toBe((known?.since ?? 0) + day)
    expect(await isKnown(app, browser)).toBe(false)
    await house.advance(day)
    expect(await isKnown(app, browser)).toBe(true)
  })
  it('the browser of a same-device sign-in counts at once, and is listed too', async () => {
    const [app, browser] = [await newApp(), random(32)]
    const { own } = await house.begin(bank, { userId: app.userId, browser })
    const asked = must(await app.phone.claim(app.id, await started(own)))
    const { returnToken = '' } = must(await app.phone.approve(app.id, asked, goodPin, false))
    must(await house.box.acceptReturn({ token: returnToken, browser }))
    expect(must(await house.box.complete(own)).phr).toBe(true)
    expect(await isKnown(app, browser)).toBe(true)
    const [known] = await listed(app)
    expect(known).toMatchObject({ sign_in: own.id })
    expect(known?.known_from).toBe(known?.since)
  })
  it.each(['forgotten', 'not_me'] as const)(
    'a person objects within the day (%s): it never counts, and they are told on their channels',
    async (reason) => {
      const [app, browser] = [await newApp(), random(32)]
      await remember(app, browser)
      const [known] = await listed(app)
      if (!known) throw new Error('nothing is remembered')
      must(await app.phone.forgetBrowser(app.id, known, reason))
      expect(await listed(app)).toEqual([])
      await house.advance(day + 60)
      expect(await isKnown(app, browser)).toBe(false)
      const events = await readChain(house.db, house.vault, app.person.id)
      const forgotten = events.filter(({ type }) => type === 'browser-forgotten')
      expect(forgotten.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
        { sign_in: known.sign_in, browser: 'Firefox på Windows', reason },
      ])
    },
  )
  it('a browser that counts already is forgotten too, twice as well as once', async () => {
    const [app, browser] = [await newApp(), random(32)]
    await remember(app, browser)
    await house.advance(day)
    const [known] = await listed(app)
    if (!known) throw new Error('nothing is remembered')
    must(await app.phone.forgetBrowser(app.id, known, 'forgotten'))
    must(await app.phone.forgetBrowser(app.id, known, 'forgotten'))
    expect(await isKnown(app, browser)).toBe(false)
    expect((await typesOf(app)).filter((type) => type === 'browser-forgotten')).toHaveLength(1)
  })
  it('whoever has the phone without the PIN sees none and takes none off', async () => {
    const app = await newApp()
    await remember(app, random(32))
    const [known] = await listed(app)
    if (!known) throw new Error('nothing is remembered')
    await house.advance(60 * 60)
    expect(await app.phone.forgetBrowser(app.id, known, 'forgotten')).toMatchObject({
      refusal: { kind: 'pin-needed' },
    })
    expect(await app.phone.browsers(app.id, '258147')).toMatchObject({
      refusal: { kind: 'pin-mistyped' },
    })
    expect(await listed(app)).toHaveLength(1)
  })
  it("nobody takes off another person's, or sees it, though both use the same browser", async () => {
    const [one, other, browser] = [await newApp(), await newApp(), random(32)]
    await remember(one, browser)
    expect(await listed(other)).toEqual([])
    const [known] = await listed(one)
    if (!known) throw new Error('nothing is remembered')
    must(await other.phone.forgetBrowser(other.id, known, 'not_me'))
    expect(await listed(one)).toEqual([known])
    expect(await typesOf(other)).not.toContain('browser-forgotten')
  })
})
