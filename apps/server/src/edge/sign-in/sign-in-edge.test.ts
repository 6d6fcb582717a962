import { base64url, fromBase64url } from '@open-mitid/kernel'
import { advanceClock } from '@open-mitid/postgres'
import { parseAppLink, Qid } from '@open-mitid/protocol'
import { qrSecretOf } from '@open-mitid/identity/sign-in'
import { afterAll, describe, expect, it } from 'vitest'
import { browserOf } from '../browser-cookie.ts'
import { openBox, random, shown, statesOf, type Visitor } from './testing/open-box.ts'

const house = await openBox(3974)
const { origin, appOrigin, db, vault, trips, begin } = house
afterAll(() => house.close())

const named = async (box: Visitor, way = 'qr') =>
  (await box.post('/user-id', { user_id: 'anna1949', way })).text()

describe('the box', () => {
  it('asks for the user ID, and the text to approve stands above', async () => {
    const page = await (await (await begin()).get()).text()
    expect(page).toContain('name="user_id"')
    expect(page).toContain('2.300 kr.')
  })
  it('draws QR codes from the secret of this sign-in', async () => {
    const box = await begin()
    const page = await named(box)
    const qid = Qid.parse(shown(page, 'qid'))
    if (!qid) throw new Error('no qid')
    expect(fromBase64url(shown(page, 'secret'))).toEqual(await qrSecretOf(vault.mac, qid))
    expect(shown(page, 'app')).toBe(appOrigin)
    expect(Number(shown(page, 'age'))).toBeLessThan(60)
  })
  it('invariant 8: every user ID gets the same page in the same steps', async () => {
    const answers = []
    for (const user_id of ['anna1949', 'nobody', 'x', '123456789', 'æ'.repeat(48), '¡☃!']) {
      const box = await begin()
      trips.length = 0
      const answer = await box.post('/user-id', { user_id, way: 'same' })
      const page = (await answer.text()).replaceAll(box.id, 'sgn')
      const headers = [...answer.headers.keys()].sort()
      answers.push({
        status: answer.status,
        headers,
        page: page.replace(/data-time-left="\d+"/gu, ''),
        trips: trips.map(({ name }) => name),
      })
    }
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })
  it('tells only what a typing hand must know: an empty or too long user ID, or a CPR number', async () => {
    const box = await begin()
    for (const user_id of ['', '   ', 'a'.repeat(49), '0101901234', '010190-1234']) {
      const answer = await box.post('/user-id', { user_id, way: 'qr' })
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(page).toContain('data-errors')
      expect(page).not.toContain('1234')
    }
  })
  it('keeps the typed code through a reload, and a new one takes its place', async () => {
    const box = await begin()
    const first = shown(await named(box, 'code'), 'code')
    expect(first).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/u)
    expect(shown(await (await box.get('?way=code')).text(), 'code')).toBe(first)
    const second = shown(await (await box.post('/code')).text(), 'code')
    expect(second).not.toBe(first)
    expect(shown(await (await box.get('?way=code&lang=en')).text(), 'code')).toBe(second)
    const other = await (await box.post('/user-id', { user_id: 'peter', way: 'code' })).text()
    expect(shown(other, 'code')).not.toBe(second)
  })
  it('opens the app on this device by a link that the app reads', async () => {
    const box = await begin()
    await named(box, 'same')
    const { link } = (await (await box.post('/start')).json()) as { link: string }
    const read = parseAppLink(link, appOrigin)
    expect(read.ok && read.value.kind).toBe('start')
  })
  it('without a script a form leads to a page of its own, with the typed code', async () => {
    const box = await begin()
    const answer = await box.post('/user-id', { user_id: 'anna1949' }, false)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${box.path}?way=code`])
  })
  it('remembers the language that was chosen, for every page of the sign-in', async () => {
    const box = await begin()
    expect(await (await box.get('?lang=en')).text()).toContain('Type your user ID')
    expect(await (await box.get('/help')).text()).toContain('Five rules')
  })
})

describe('whose sign-in it is', () => {
  it('invariant 10: another browser finds nothing and changes nothing', async () => {
    const box = await begin()
    const other = await begin()
    for (const url of ['', '/help', '/cancel', '/state', '/events'])
      expect((await other.send(box.path + url)).status).toBe(404)
    for (const url of ['/user-id', '/way', '/code', '/start', '/cancel', '/finish']) {
      const body = new URLSearchParams({ user_id: 'anna1949', way: 'qr' })
      const answer = await other.send(box.path + url, { method: 'POST', body })
      expect(answer.status, url).toBeGreaterThanOrEqual(400)
    }
    expect(await (await box.get('/state')).json()).toEqual({ state: 'open' })
  })
  it('a browser without the cookie is told so, in its language', async () => {
    const box = await begin()
    const answer = await fetch(origin + box.path, { headers: { 'accept-language': 'en' } })
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('Your browser sends no cookie')
  })
  it('what writes and what streams is answered to our own pages alone', async () => {
    const box = await begin()
    const foreign = { 'sec-fetch-site': 'cross-site' }
    for (const url of ['/user-id', '/cancel', '/finish'])
      expect((await box.send(box.path + url, { method: 'POST', headers: foreign })).status).toBe(
        403,
      )
    expect((await box.send(`${box.path}/events`, { headers: foreign })).status).toBe(403)
  })
  it('whoever only looks whether a page is there begins nothing', async () => {
    const box = await begin()
    trips.length = 0
    for (const change of ['password', 'user-id'])
      expect((await box.send(`/change/${change}`, { method: 'HEAD' })).status).toBe(405)
    expect(trips).toEqual([])
  })
  it('malformed requests are refused and change nothing', async () => {
    const box = await begin()
    expect((await box.post('/way', { way: 'pigeon' })).status).toBe(400)
    expect((await box.send('/sign-in/sgn_1')).status).toBe(404)
    const json = { 'content-type': 'application/json' }
    const body = '{"user_id":7}'
    const answer = await box.send(`${box.path}/user-id`, { method: 'POST', headers: json, body })
    expect(answer.status).toBe(400)
    expect(await (await box.get('/state')).json()).toEqual({ state: 'open' })
  })
})

describe('how it ends', () => {
  it('a cancelled one goes back to the service, and a waiting page is told at once', async () => {
    const box = await begin()
    await named(box)
    const stream = await box.send(`${box.path}/events`)
    const told = statesOf(stream)
    expect((await told.next()).value).toBe('open')
    const answer = await box.post('/cancel')
    expect(await answer.json()).toEqual({ location: `/auth/of-${box.id}` })
    expect((await told.next()).value).toBe('aborted')
    await told.return(undefined)
    expect(await (await box.get()).text()).toContain('data-ending="cancelled"')
  })
  it('a stream that opens with its step reads nothing, unless something has come between', async () => {
    const box = await begin()
    const first = async (): Promise<unknown> =>
      (await statesOf(await box.send(`${box.path}/events`)).next()).value
    await named(box)
    trips.length = 0
    expect(await first()).toBe('open')
    expect(trips).toEqual([])
    expect(await first()).toBe('open')
    expect(trips.map(({ name }) => name)).toEqual(['glance-sign-in'])
    await named(box)
    await box.post('/cancel')
    expect(await first()).toBe('aborted')
    const other = await begin()
    await named(other)
    expect((await box.send(`${other.path}/events`)).status).toBe(404)
  })
  it('four windows of one sign-in are told at once; a fifth asks by itself until one has gone', async () => {
    const box = await begin()
    const listen = () => box.send(`${box.path}/events`)
    const told = [await listen(), await listen(), await listen(), await listen()].map(statesOf)
    for (const one of told) expect((await one.next()).value).toBe('open')
    const fifth = await listen()
    expect([fifth.status, fifth.headers.get('retry-after')]).toEqual([429, '3'])
    expect(await (await box.get('/state')).json()).toEqual({ state: 'open' })
    await told[0]?.return(undefined)
    await expect.poll(async () => (await listen()).status).toBe(200)
    await box.post('/cancel')
    expect((await told[1]?.next())?.value).toBe('aborted')
  })
  it('without a script the page holds the link to the service', async () => {
    const box = await begin()
    const answer = await box.post('/cancel', {}, false)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, box.path])
    expect(await (await box.get()).text()).toContain(`href="/auth/of-${box.id}"`)
  })
  it('one that nobody claims in time says so, whatever is sent to it', async () => {
    const box = await begin()
    await named(box)
    await advanceClock(db, 181)
    for (const answer of [
      await box.get(),
      await box.post('/code'),
      await box.post('/way', { way: 'qr' }),
      await box.post('/user-id', { user_id: 'anna1949', way: 'qr' }),
      await box.post('/finish'),
    ])
      expect(await answer.text()).toContain('data-ending="expired"')
    expect((await box.post('/start')).status).toBe(409)
  })
  it('nothing is finished that nobody approved', async () => {
    const box = await begin()
    await named(box)
    const page = await (await box.post('/finish')).text()
    expect(page).toContain('data-state="open"')
  })
  it('a return from the app that nobody knows is told as such', async () => {
    const box = await begin()
    const hand = (token: string) =>
      box.send('/return', { method: 'POST', body: new URLSearchParams({ token }) })
    expect((await hand(base64url(random(32)))).status).toBe(404)
    expect((await hand('')).status).toBe(400)
    expect(await (await box.send('/return')).text()).toContain('/client/return.js')
  })
})

describe('the cookie', () => {
  it('is one of ours or none', () => {
    expect(browserOf('__Host-mitid_browser=short')).toBeUndefined()
    expect(browserOf(undefined)).toBeUndefined()
  })
})
