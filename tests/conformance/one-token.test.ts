/** Each sign-in has one browser, one code and one token, whoever tries what at the same time. */
import type { SignInId } from '@open-mitid/identity/sign-in'
import * as client from 'openid-client'
import { afterAll, describe, expect, it } from 'vitest'
import { Browser } from './browser.ts'
import { exchange, open, openForeignServices, push } from './foreign-services.ts'

const { house, bank, shop, person, bringCode, signIn } = await openForeignServices()
afterAll(() => house.close())

const providerStatements = /push|request|interaction|code/u

describe('protocols §7.4: each sign-in has one code, each code one token', () => {
  it('of parallel exchanges of one code, one gets a token', async () => {
    const done = await signIn(shop)
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => exchange(shop, done)))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await house.told(person, 'token-issued', done.id)).toBe(1)
  })
  it('a sign-in costs the provider four statements, one of them shared with the box', async () => {
    const before = house.trips.length
    const done = await signIn(shop)
    await exchange(shop, done)
    const own = house.trips.slice(before).filter((name) => providerStatements.test(name))
    expect(own).toEqual([
      'push-request',
      '=open-sign-in*1+keep-request*1',
      'issue-code',
      '@extend-chain*1+insert-event*any+spend-code*1',
    ])
  })
  it('while others write to the same chain, every one of several people’s sign-ins gets its token', async () => {
    const done = await Promise.all(Array.from({ length: 4 }, () => signIn(shop)))
    const tokens = await Promise.all(done.map((each) => exchange(shop, each)))
    expect(new Set(tokens.map(({ access_token }) => access_token)).size).toBe(4)
  })
  it('RFC 6749 §4.1.2: a code that is presented again gets none and ends the first one', async () => {
    const done = await signIn(shop)
    const tokens = await exchange(shop, done)
    await expect(exchange(shop, done)).rejects.toMatchObject({ error: 'invalid_grant' })
    const { sub = '' } = tokens.claims() ?? {}
    await expect(client.fetchUserInfo(shop, tokens.access_token, sub)).rejects.toThrow()
  })
  it('a browser that comes back twice, or twice at once, gets one code', async () => {
    const opened = await open(await push(shop))
    const back = await house.complete(opened.id, person, opened.browser)
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => opened.browser.copy().get(back)),
    )
    const codeIn = (answer: Response) =>
      new URL(answer.headers.get('location') ?? '').searchParams.get('code')
    const codes = new Set(answers.map(codeIn))
    // Whoever did not hear the answer is told the same code again, while nobody has used it.
    expect([...codes]).toEqual([expect.stringMatching(/^[\w-]{43}$/u)])
    const callback = new URL(answers[0]?.headers.get('location') ?? '')
    await exchange(shop, { ...opened, callback })
    expect(codeIn(await opened.browser.copy().get(back))).toBeNull()
    expect(await house.told(person, 'token-issued', opened.id)).toBe(1)
  })
  it('a browser that comes back later is led to the service again, with the code while it is unused', async () => {
    const opened = await open(await push(shop))
    const { browser } = opened
    const back = await house.complete(opened.id, person, browser)
    const come = async () =>
      new URL((await browser.get(back)).headers.get('location') ?? house.issuer)
    const callback = await come()
    expect(callback.searchParams.get('code')).not.toBeNull()
    expect(await come()).toEqual(callback)
    await exchange(shop, { ...opened, callback })
    const late = await come()
    expect(late.origin).toBe(callback.origin)
    expect(late.searchParams.get('code')).toBeNull()
    expect(late.searchParams.get('error')).toBe('invalid_request')
  })
  it('a code that was never heard of is not told again once its minute is over', async () => {
    const opened = await open(await push(shop))
    const back = await house.complete(opened.id, person, opened.browser)
    await opened.browser.copy().get(back)
    await house.advance(61)
    const late = await opened.browser.copy().get(back)
    expect(new URL(late.headers.get('location') ?? '').searchParams.get('code')).toBeNull()
  })
  it('a server that stops at any step finds everything as it was: the sign-in ends in one token', async () => {
    const started = await push(shop)
    await house.restart()
    const opened = await open(started)
    await house.restart()
    const back = await house.complete(opened.id, person, opened.browser)
    await house.restart()
    const response = await opened.browser.get(back)
    await house.restart()
    const callback = new URL(response.headers.get('location') ?? '')
    const tokens = await exchange(shop, { ...opened, callback })
    await house.restart()
    const { sub = '' } = tokens.claims() ?? {}
    expect((await client.fetchUserInfo(shop, tokens.access_token, sub)).sub).toBe(sub)
  })
  it('protocols §3: a block takes effect on codes and tokens that are given already', async () => {
    const [spent, unspent, waiting] = [
      await signIn(shop),
      await signIn(shop),
      await open(await push(shop)),
    ]
    const tokens = await exchange(shop, spent)
    const back = await house.complete(waiting.id, person, waiting.browser)
    await house.block(person, 'blocked')
    const { sub = '' } = tokens.claims() ?? {}
    const ask = () => client.fetchUserInfo(shop, tokens.access_token, sub)
    await expect(ask()).rejects.toThrow()
    await expect(exchange(shop, unspent)).rejects.toThrow()
    const { headers } = await waiting.browser.get(back)
    expect(new URL(headers.get('location') ?? '').searchParams.get('code')).toBeNull()
    await house.block(person, 'active')
    await ask()
  })
  it('protocols §7.12: codes, tokens and names of pushed requests lie in no table in clear', async () => {
    const done = await signIn(shop)
    const code = done.callback.searchParams.get('code') ?? ''
    const pushed = done.url.searchParams.get('request_uri')?.split(':').at(-1) ?? ''
    const { access_token: token } = await exchange(shop, done)
    const kept = await house.kept()
    expect(kept).toContain(done.id)
    for (const secret of [code, token, pushed])
      for (const form of [secret, Buffer.from(secret).toString('hex')]) {
        expect(form.length).toBeGreaterThan(20)
        expect(kept).not.toContain(form)
      }
  })
  it('RFC 9126 §7.3: a pushed request that is opened twice yields one code', async () => {
    const started = await push(shop)
    const [one, other] = [await open(started), await open(started)]
    const first = await bringCode(one, person)
    const second = await bringCode(other, person)
    expect(first.searchParams.has('code')).toBe(true)
    expect(second.searchParams.get('error')).toBe('invalid_request')
  })
  it('RFC 9126 §7.3: one that has yielded its code opens nothing, so that nobody approves in vain', async () => {
    const started = await push(shop)
    await bringCode(await open(started), person)
    const { headers } = await new Browser().get(started.url)
    const back = new URL(headers.get('location') ?? '')
    expect(back.searchParams.get('error')).toBe('invalid_request_uri')
  })
  it('a code is worth nothing after a minute, to another client or with another verifier', async () => {
    const late = await signIn(shop)
    await house.advance(61)
    await expect(exchange(shop, late)).rejects.toMatchObject({ error: 'invalid_grant' })
    const foreign = await signIn(shop)
    await expect(exchange(bank, foreign)).rejects.toMatchObject({ error: 'invalid_grant' })
    const verifier = client.randomPKCECodeVerifier()
    const wrong = exchange(shop, { ...foreign, verifier })
    await expect(wrong).rejects.toMatchObject({ error: 'invalid_grant' })
    expect((await exchange(shop, foreign)).access_token).toBeTruthy()
  })
})

describe('protocols §7.10: only the browser that started a sign-in can finish it', () => {
  it('another browser, or one without its cookies, is shown that this is over', async () => {
    const opened = await open(await push(shop))
    const back = await house.complete(opened.id, person, opened.browser)
    const stranger = new Browser()
    await open(await push(shop), stranger)
    for (const [name, value] of opened.browser.cookies)
      if (!name.startsWith('__Host-')) stranger.cookies.set(name, value)
    for (const browser of [stranger, new Browser()]) {
      const answer = await browser.get(back)
      expect(answer.status).toBe(400)
      expect(await answer.text()).toContain('This is over')
    }
  })
  it('a browser that comes back too early is led to its sign-in, and loses nothing', async () => {
    const opened = await open(await push(shop))
    const uid = opened.browser.cookies.get(`mitid_interaction /sign-in/${opened.id}`) ?? ''
    const early = await opened.browser.get(`${house.issuer}/auth/${uid}`)
    expect(early.headers.get('location')).toBe(`/sign-in/${opened.id}`)
    expect((await bringCode(opened, person)).searchParams.has('code')).toBe(true)
  })
  it('two sign-ins in one browser do not meet', async () => {
    const browser = new Browser()
    const one = await open(await push(shop), browser)
    const other = await open(await push(shop), browser)
    expect(one.id).not.toBe(other.id)
    for (const each of [one, other])
      expect((await bringCode(each, person)).searchParams.has('code')).toBe(true)
  })
  it('the one cookie that stays is host-only, hidden from scripts and sent over TLS', async () => {
    const browser = new Browser()
    await browser.get((await push(shop)).url)
    expect(browser.last).toContainEqual(
      expect.stringMatching(
        /^__Host-mitid_browser=[\w-]{43}; Path=\/; Max-Age=34560000; Secure; HttpOnly; SameSite=Lax$/u,
      ),
    )
    const secretOf = () => browser.cookies.get('__Host-mitid_browser')
    const before = secretOf()
    await open(await push(shop), browser)
    expect(secretOf()).toBe(before)
    expect([...browser.cookies.keys()].some((name) => name.startsWith('unused'))).toBe(false)
  })
})

/** By the link on the page that tells how the sign-in ended. */
async function leave({ id, browser }: { id: SignInId; browser: Browser }): Promise<URL> {
  const page = await browser.get(`${house.issuer}/sign-in/${id}`)
  const [, link = ''] = /href="(\/auth\/[^"]+)"/u.exec(await page.text()) ?? []
  const response = await browser.get(house.issuer + link)
  return new URL(response.headers.get('location') ?? '')
}

describe('a sign-in that does not succeed goes back as access_denied', () => {
  it.each([
    ['refused', 'cancel', 'mitid_user_aborted'],
    ['refused', 'not_me', 'mitid_not_me'],
    ['aborted', 'user', 'mitid_user_aborted'],
    ['aborted', 'started-elsewhere', 'mitid_started_elsewhere'],
    ['aborted', 'wrong-user-id', 'mitid_wrong_user'],
    ['aborted', 'blocked', 'mitid_blocked'],
  ] as const)('%s (%s): %s', async (state, reason, description) => {
    const opened = await open(await push(shop))
    if (state === 'refused') await house.refuse(opened.id, person, reason)
    else await house.abort(opened.id, reason)
    const { searchParams } = await leave(opened)
    expect(Object.fromEntries(searchParams)).toEqual({
      error: 'access_denied',
      error_description: description,
      state: opened.state,
      iss: house.issuer,
    })
  })
  it('as often as the person asks for the way back', async () => {
    const opened = await open(await push(shop))
    await house.refuse(opened.id, person, 'cancel')
    const told = await leave(opened)
    expect(told.searchParams.get('error')).toBe('access_denied')
    expect(await leave(opened)).toEqual(told)
  })
  it('when its time has run out: mitid_timeout', async () => {
    const opened = await open(await push(shop))
    await house.advance(181)
    expect((await leave(opened)).searchParams.get('error_description')).toBe('mitid_timeout')
  })
})
