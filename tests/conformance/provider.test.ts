/** How the provider tells clients apart, what it says of itself, and how people log out. */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import * as client from 'openid-client'
import { afterAll, describe, expect, it } from 'vitest'
import { Browser } from './browser.ts'
import {
  exchange,
  open,
  openForeignServices,
  parametersOf,
  push,
  redirect,
  type Parameters,
} from './foreign-services.ts'
import { sha256 } from './installation.ts'

const { house, secret, bankKey, bank, shop, signIn } = await openForeignServices()
afterAll(() => house.close())

/** A client assertion of the bank (RFC 7523 §3), or one that is wrong in one way. */
async function assertion(given: {
  sub: string
  iss?: string
  aud?: string
  life?: number
  alg?: string
}) {
  const { sub, iss = sub, aud = house.issuer, life = 60, alg = 'ES256' } = given
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const iat = Math.floor(Date.now() / 1000)
  const jti = randomBytes(16).toString('hex')
  const signed = `${part({ alg, kid: 'k1' })}.${part({ iss, sub, aud, jti, iat, exp: iat + life })}`
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
  const signature = await crypto.subtle.sign(algorithm, bankKey, Buffer.from(signed))
  const tail = alg === 'none' ? '' : Buffer.from(signature).toString('base64url')
  return {
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: `${signed}.${tail}`,
  }
}

describe('a client proves itself', () => {
  const pushAs = (form: Parameters, headers: Record<string, string> = {}) =>
    fetch(`${house.issuer}/par`, { method: 'POST', body: new URLSearchParams(form), headers })
  const basic = (id: string, password: string) => ({
    authorization: `Basic ${Buffer.from(`${id}:${password}`).toString('base64')}`,
  })
  it.each([
    ['no proof', {}, () => ({})],
    ['a wrong secret', {}, () => basic('shop', 'wrong')],
    [
      'the stored hash as secret',
      {},
      () => basic('shop', Buffer.from(sha256(secret)).toString('base64url')),
    ],
    ['an unknown name', {}, () => basic('nobody', secret)],
    ['the secret in the form', { client_id: 'shop', client_secret: secret }, () => ({})],
  ])('%s is refused', async (_, form, headers) => {
    const { parameters } = await parametersOf({ response_type: 'code' })
    const answer = await pushAs({ ...parameters, ...form }, headers())
    expect([400, 401]).toContain(answer.status)
    expect(((await answer.json()) as { error: string }).error).toMatch(
      /^invalid_(client|request)$/u,
    )
  })
  it('RFC 7523 §3: an assertion works once, also when sent at the same time', async () => {
    const { parameters } = await parametersOf({ response_type: 'code' })
    const form = { ...parameters, client_id: 'bank', ...(await assertion({ sub: 'bank' })) }
    const answers = await Promise.all(Array.from({ length: 4 }, () => pushAs(form)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 401, 401, 401])
  })
  it('RFC 7523 §3: an assertion that was used at one address is used up at the other', async () => {
    const { parameters } = await parametersOf({ response_type: 'code' })
    const proof = { client_id: 'bank', ...(await assertion({ sub: 'bank' })) }
    expect((await pushAs({ ...parameters, ...proof })).status).toBe(201)
    const { callback, verifier } = await signIn(bank)
    const grant = {
      grant_type: 'authorization_code',
      code: callback.searchParams.get('code') ?? '',
      redirect_uri: redirect,
      code_verifier: verifier,
    }
    const exchangeWith = (more: Parameters, headers: Record<string, string> = {}) =>
      fetch(`${house.issuer}/token`, {
        method: 'POST',
        body: new URLSearchParams({ ...grant, ...more }),
        headers,
      })
    expect((await exchangeWith(proof)).status).toBe(401)
    const fresh = { client_id: 'bank', ...(await assertion({ sub: 'bank' })) }
    // RFC 6749 §2.3: one way of proving a request; and none of it has cost the bank its code.
    expect((await exchangeWith(fresh, basic('shop', secret))).status).toBe(400)
    expect((await exchangeWith({ client_id: 'bank' }, basic('shop', secret))).status).toBe(400)
    expect((await exchangeWith({ ...fresh, redirect_uri: 'http://localhost:3006/' })).status).toBe(
      400,
    )
    expect((await exchangeWith(fresh)).status).toBe(200)
  })
  it('an assertion that names another, is unsigned, for others or for too long is refused', async () => {
    const { parameters } = await parametersOf({ response_type: 'code' })
    const bad = [
      await assertion({ sub: 'bank', aud: 'https://other.example' }),
      await assertion({ sub: 'bank', iss: 'shop' }),
      await assertion({ sub: 'bank', life: 3600 }),
      await assertion({ sub: 'bank', alg: 'none' }),
      await assertion({ sub: 'bank', alg: 'HS256' }),
      await assertion({ sub: 'shop' }),
    ]
    for (const each of bad) expect((await pushAs({ ...parameters, ...each })).status).toBe(401)
  })
})

describe('logout', () => {
  it('goes straight back to the service with its state', async () => {
    const tokens = await exchange(shop, await signIn(shop))
    const url = client.buildEndSessionUrl(shop, {
      id_token_hint: tokens.id_token ?? '',
      post_logout_redirect_uri: 'http://localhost:3006/',
      state: 'x y',
    })
    const answer = await new Browser().get(url)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('http://localhost:3006/?state=x+y')
    expect(answer.headers.getSetCookie()).toEqual([])
  })
  it('without a registered address ends on a page of ours', async () => {
    const url = new URL(`${house.issuer}/logout?client_id=shop`)
    const answer = await new Browser().get(url)
    const page = await new Browser().get(answer.headers.get('location') ?? '')
    expect(await page.text()).toContain('You are logged out of Shop')
    url.searchParams.set('post_logout_redirect_uri', 'https://evil.example/')
    expect((await new Browser().get(url)).status).toBe(400)
  })
})

describe('the provider tells of itself', () => {
  it('what is on, and nothing of what is off', () => {
    const metadata = shop.serverMetadata()
    expect(metadata).toMatchObject({
      response_types_supported: ['code'],
      response_modes_supported: ['query'],
      grant_types_supported: ['authorization_code'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['ES256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt', 'client_secret_basic'],
      token_endpoint_auth_signing_alg_values_supported: ['ES256', 'PS256'],
      code_challenge_methods_supported: ['S256'],
      authorization_details_types_supported: ['mitid_approval'],
      ui_locales_supported: ['da', 'en'],
    })
    expect(metadata.registration_endpoint).toBeUndefined()
    expect(metadata.introspection_endpoint).toBeUndefined()
  })
  it('its addresses are those of the issuer, whatever a caller or proxy says', async () => {
    const answer = await fetch(`${house.issuer}/.well-known/openid-configuration`, {
      headers: { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    })
    expect(await answer.text()).not.toMatch(/evil|https:\/\/localhost/u)
    const { hostname, port, host } = new URL(house.issuer)
    const path = 'http://evil.example/.well-known/openid-configuration'
    const whole = get({ hostname, port, path, headers: { host } })
    const [message] = (await once(whole, 'response')) as [IncomingMessage]
    message.resume()
    expect(message.statusCode).toBe(421)
  })
  it('a new key signs, and what the old one signed is still good', async () => {
    const before = await exchange(shop, await signIn(shop))
    await house.advance(60)
    await house.rotateKeys()
    await house.restart()
    const keys = (await (await fetch(`${house.issuer}/jwks`)).json()) as {
      keys: { kid: string; d?: string }[]
    }
    expect(keys.keys).toHaveLength(2)
    expect(keys.keys.every(({ d }) => d === undefined)).toBe(true)
    const kidOf = (token = '') =>
      (
        JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as {
          kid: string
        }
      ).kid
    const insecure = { execute: [client.allowInsecureRequests] }
    const authentication = client.ClientSecretBasic(secret)
    const fresh = await client.discovery(
      new URL(house.issuer),
      'shop',
      {},
      authentication,
      insecure,
    )
    client.enableNonRepudiationChecks(fresh)
    const after = await exchange(fresh, await signIn(fresh))
    expect(kidOf(after.id_token)).not.toBe(kidOf(before.id_token))
    await open(await push(shop, { id_token_hint: before.id_token ?? '' }))
  })
  it('every answer has the strict headers, and other methods are refused', async () => {
    for (const path of ['/auth', '/jwks', '/.well-known/openid-configuration', '/logout'])
      expect((await fetch(house.issuer + path)).headers.get('content-security-policy')).toContain(
        "default-src 'none'",
      )
    expect((await fetch(`${house.issuer}/token`)).status).toBe(405)
    expect((await fetch(`${house.issuer}/auth`, { method: 'HEAD' })).status).toBe(405)
    expect((await fetch(`${house.issuer}/jwks`, { method: 'POST' })).status).toBe(405)
  })
  it('a body that is too large or of another kind is refused', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const large = await fetch(`${house.issuer}/par`, {
      method: 'POST',
      headers,
      body: `a=${'x'.repeat(70_000)}`,
    })
    expect(large.status).toBe(400)
    const json = await fetch(`${house.issuer}/par`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    expect(json.status).toBe(400)
  })
  it('a network that opens without measure waits, and a request it could not open is not used up', async () => {
    const { url } = await push(shop)
    const ask = (from: string, to: string | URL) =>
      fetch(to, { redirect: 'manual', headers: { 'x-forwarded-for': from } })
    const statuses: number[] = []
    let slowed: Response
    // On a slow machine the allowance may have grown by one before the request is opened.
    do {
      while (statuses.at(-1) !== 429 && statuses.length < 1000)
        statuses.push((await ask('192.0.2.1', `${house.issuer}/auth`)).status)
      slowed = await ask('192.0.2.1', url)
      statuses.push(slowed.status)
    } while (slowed.status !== 429 && statuses.length < 1000)
    expect([slowed.status, slowed.headers.get('retry-after')]).toEqual([429, '1'])
    expect(slowed.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect((await ask('192.0.2.2', url)).headers.get('location')).toMatch(/^\/sign-in\/sgn_/u)
  })
})
