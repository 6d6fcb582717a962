/** What a service gets that signs citizens in with a foreign OpenID Connect library. */
import { readStatement } from '@open-mitid/protocol'
import * as client from 'openid-client'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { exchange, open, openForeignServices, parametersOf, push } from './foreign-services.ts'

const { house, bank, shop, person, bringCode, signIn } = await openForeignServices()
afterAll(() => house.close())

const approvalText = {
  type: 'mitid_approval',
  action: 'approve',
  title: 'Transfer of DKK 2,300',
  lines: [{ label: 'To account', value: '9978 000123456' }],
}

describe('a service signs citizens in', () => {
  it('with a pushed request, PKCE and private_key_jwt', async () => {
    const done = await signIn(bank, { scope: 'openid profile mitid ssn' })
    expect(done.callback.searchParams.get('iss')).toBe(house.issuer)
    const tokens = await exchange(bank, done)
    const claims = tokens.claims()
    expect(claims).toMatchObject({
      name: 'Åse Ærø Nielsen',
      birthdate: '1980-02-29',
      loa: 'https://data.gov.dk/concept/core/nsis/Substantial',
      acr: 'https://data.gov.dk/concept/core/nsis/Substantial',
      ial: 'https://data.gov.dk/concept/core/nsis/Substantial',
      amr: ['code_app'],
      transaction_id: done.id,
      'mitid.identity_name': 'Åse Ærø Nielsen',
      'mitid.has_cpr': true,
      'dk.cpr': '8902801234',
    })
    expect(claims?.['mitid.uuid']).toBe(claims?.sub)
    expect(tokens.refresh_token).toBeUndefined()
  })
  it('with client_secret_basic, of which only the hash is stored', async () => {
    const tokens = await exchange(shop, await signIn(shop))
    expect(tokens.claims()?.['mitid.has_cpr']).toBe(true)
    expect(tokens.claims()?.['dk.cpr']).toBeUndefined()
  })
  it('without pushing, when the request is in the address', async () => {
    const { parameters, ...rest } = await parametersOf()
    const opened = await open({ ...rest, url: client.buildAuthorizationUrl(shop, parameters) })
    const callback = await bringCode(opened, person)
    expect((await exchange(shop, { ...rest, callback })).access_token).toBeTruthy()
  })
  it('by a form of a page of its own, which does nothing but lead on, and costs the browser no cookie', async () => {
    const { parameters, state, verifier } = await parametersOf({ response_type: 'code' })
    const known = await open(await push(shop))
    const body = new URLSearchParams({ client_id: 'shop', ...parameters })
    const posted = await fetch(`${house.issuer}/auth`, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { origin: 'https://shop.example', 'sec-fetch-site': 'cross-site' },
    })
    expect([posted.status, posted.headers.getSetCookie()]).toEqual([303, []])
    const url = new URL(posted.headers.get('location') ?? '', house.issuer)
    expect([url.pathname, url.search.slice(1)]).toEqual(['/auth', String(body)])
    const opened = await open({ url, state, verifier }, known.browser)
    expect(opened.browser.cookies.get('__Host-mitid_browser')).toBe(
      known.browser.cookies.get('__Host-mitid_browser'),
    )
    const tokens = await exchange(shop, { ...opened, callback: await bringCode(opened) })
    expect(tokens.claims()?.sub).toBeDefined()
    const wrong = await fetch(`${house.issuer}/auth`, { method: 'POST', body: '{}' })
    expect(wrong.status).toBe(415)
    const long = new URLSearchParams({ state: 'x'.repeat(10_000) })
    expect((await fetch(`${house.issuer}/auth`, { method: 'POST', body: long })).status).toBe(413)
  })
  it('with a login_hint, which stands in the field whether or not it is anybody, and nothing else', async () => {
    const pageOf = async (login_hint: string) => {
      const { browser, id } = await open(await push(shop, { login_hint }))
      return (await browser.get(`${house.issuer}/sign-in/${id}`)).text()
    }
    expect(await pageOf('Aase80')).toContain('value="aase80"')
    expect(await pageOf('nobody.at.all')).toContain('value="nobody.at.all"')
    for (const none of ['890280-1234', '"><b>'])
      expect(await pageOf(none)).not.toMatch(/<input[^>]*name="user_id"[^>]* value=/u)
  })
  it('and userinfo tells the same, for the token and no longer', async () => {
    const tokens = await exchange(shop, await signIn(shop))
    const { sub = '' } = tokens.claims() ?? {}
    const info = await client.fetchUserInfo(shop, tokens.access_token, sub)
    expect(info).toMatchObject({ sub, name: 'Åse Ærø Nielsen', 'mitid.has_cpr': true })
    expect(info['mitid.approval']).toBe(tokens['mitid.approval'])
    await house.advance(901)
    await expect(client.fetchUserInfo(shop, tokens.access_token, sub)).rejects.toThrow()
  })
  it('scopes open their claims and no others', async () => {
    const { scope: _, ...tokens } = await exchange(shop, await signIn(shop, { scope: 'openid' }))
    const [, payload = ''] = (tokens.id_token ?? '').split('.')
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object
    expect(Object.keys(claims).filter((name) => /name|birth|age|cpr/u.test(name))).toEqual([])
  })
  it('who has name and address protection is not named', async () => {
    const hidden = await house.person({ userId: 'hidden1', hidden: true, cpr: '6101901235' })
    const opened = await open(await push(shop))
    const callback = await bringCode(opened, hidden)
    const claims = (await exchange(shop, { ...opened, callback })).claims()
    expect(claims?.['name']).toBeUndefined()
    expect(claims?.['mitid.identity_name']).toBeUndefined()
    expect(claims?.['mitid.date_of_birth']).toBe('1980-02-29')
  })
})

/** It is in the token answer under the name that it has as a claim. */
function statementOf(tokens: Readonly<Record<string, unknown>>): string {
  const statement = tokens['mitid.approval']
  if (typeof statement !== 'string') throw new Error('no statement')
  return statement
}

describe('a level of assurance', () => {
  it('that the person does not reach goes back as unmet_authentication_requirements', async () => {
    const low = await house.person({ userId: 'lowly1', cpr: '6101901243', ial: 'Low' })
    const substantial = 'https://data.gov.dk/concept/core/nsis/Substantial'
    for (const [given, error] of [
      [{ loa: substantial }, 'unmet_authentication_requirements'],
      [{ acr_values: substantial }, 'unmet_authentication_requirements'],
      [{}, null],
    ] as const) {
      const callback = await bringCode(await open(await push(shop, given)), low)
      expect(callback.searchParams.get('error')).toBe(error)
      expect(callback.searchParams.has('code')).toBe(error === null)
    }
  })
})

describe('an approval', () => {
  it('comes back in token answer, ID token and userinfo as one signed statement', async () => {
    const details = JSON.stringify([approvalText])
    const tokens = await exchange(
      bank,
      await signIn(bank, { authorization_details: details, ui_locales: 'en' }),
    )
    const statement = statementOf(tokens)
    expect(tokens.claims()?.['mitid.approval']).toBe(statement)
    const read = readStatement(statement)
    if (!read.ok) throw new Error(read.refusal.kind)
    const { content } = read.value
    expect(content).toMatchObject({ client_id: 'bank', sub: tokens.claims()?.sub })
    expect(content.display).toEqual({
      lang: 'en',
      title: approvalText.title,
      lines: approvalText.lines,
    })
    expect(tokens.authorization_details).toEqual([
      {
        ...approvalText,
        approval_sha256: content.approval_sha256,
        offer_sha256: content.offer_sha256,
      },
    ])
  })
  it('of a reference_text is one line', async () => {
    const tokens = await exchange(bank, await signIn(bank, { reference_text: 'Godkend køb' }))
    const read = readStatement(statementOf(tokens))
    expect(read.ok && read.value.content.display.lines).toEqual([{ value: 'Godkend køb' }])
    expect(tokens.authorization_details).toBeUndefined()
  })
})

describe('protocols §6: a CPR number can be matched', () => {
  it('by the token, three times a sign-in, and every question is in the history', async () => {
    const done = await signIn(shop)
    const { access_token: token } = await exchange(shop, done)
    const ask = (cpr: string, bearer = token) =>
      fetch(`${house.issuer}/cpr-match`, {
        method: 'POST',
        headers: { authorization: `Bearer ${bearer}` },
        body: new URLSearchParams({ cpr }),
      })
    expect((await ask('8902801234', 'x'.repeat(43))).status).toBe(401)
    expect((await ask('not a number')).status).toBe(400)
    expect(await (await ask('890280-1234')).json()).toEqual({ match: true, tries_left: 2 })
    const [one, other] = await Promise.all([ask('6101901235'), ask('6101901236')])
    expect(await one.json()).toMatchObject({ match: false })
    expect(await other.json()).toMatchObject({ match: false })
    expect((await ask('8902801234')).status).toBe(429)
    expect(await house.told(person, 'cpr-matched', done.id)).toBe(3)
  })
})

describe('a service that knows the person', () => {
  it('sends its ID token along, and the sign-in is for that person alone', async () => {
    const tokens = await exchange(shop, await signIn(shop))
    const opened = await open(await push(shop, { id_token_hint: tokens.id_token ?? '' }))
    expect(await house.boundPerson(opened.id)).toBe(person.id)
  })
  it('an ID token of another service is no hint', async () => {
    const tokens = await exchange(bank, await signIn(bank))
    const pushed = push(shop, { id_token_hint: tokens.id_token ?? '' })
    await expect(pushed).rejects.toMatchObject({ error: 'invalid_request' })
  })
  it('OpenID Connect Core 1.0 §3.1.2.1: also long after the ID token has expired', async () => {
    const tokens = await exchange(shop, await signIn(shop))
    const later = (tokens.claims()?.exp ?? 0) + 86_400
    await house.advance(later - Date.now() / 1000)
    vi.useFakeTimers({ toFake: ['Date'], now: later * 1000 })
    try {
      const opened = await open(await push(shop, { id_token_hint: tokens.id_token ?? '' }))
      expect(await house.boundPerson(opened.id)).toBe(person.id)
    } finally {
      vi.useRealTimers()
    }
  })
})
