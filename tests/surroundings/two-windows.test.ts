/** The demo services in a browser with more than one window, before a provider that says yes. */
import { generateKeyPairSync, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { Instant } from '@open-mitid/kernel'
import { Digest, issueStatement, nsisUri } from '@open-mitid/protocol'
import type { FastifyInstance } from 'fastify'
import { afterAll, expect, it } from 'vitest'
import { bank } from '../../surroundings/bank/src/bank.ts'
import { borger } from '../../surroundings/borger/src/borger.ts'
import { words } from '../../surroundings/borger/src/words.ts'

const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const { kty, crv, x, y } = keys.publicKey.export({ format: 'jwk' })
const signer = {
  kid: 'k1',
  sign: (bytes: Uint8Array) =>
    new Uint8Array(sign('sha256', bytes, { key: keys.privateKey, dsaEncoding: 'ieee-p1363' })),
}
/** What was pushed, by the name that the browser is sent on with. */
const pushed = new Map<string, URLSearchParams>()
/** Happens while a request is being pushed. */
let meanwhile: () => Promise<unknown> = () => Promise.resolve()
const now = () => Math.floor(Date.now() / 1000)

const provider = createServer((request, response) => {
  void text(request).then(async (body) => {
    const answer = await answerTo(request.url ?? '', new URLSearchParams(body))
    response.writeHead(request.url === '/par' ? 201 : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answer))
  })
})
provider.listen(0, '127.0.0.1')
await once(provider, 'listening')
const issuer = `http://127.0.0.1:${String((provider.address() as AddressInfo).port)}`
const bankKey = { ...keys.privateKey.export({ format: 'jwk' }), kid: 'k1' }
const shops = {
  borger: borger({
    origin: 'http://localhost:3982',
    issuer: new URL(issuer),
    clientSecret: 'secret',
  }),
  bank: bank({ origin: 'http://localhost:3983', issuer: new URL(issuer), key: bankKey }),
}
const hosts = { borger: 'localhost:3982', bank: 'localhost:3983' }
afterAll(async () => {
  await shops.borger.close()
  await shops.bank.close()
  provider.close()
})

async function answerTo(path: string, form: URLSearchParams): Promise<object> {
  if (path === '/par') {
    await meanwhile()
    const name = `urn:${String(pushed.size)}`
    pushed.set(name, form)
    return { request_uri: name, expires_in: 60 }
  }
  if (path === '/token') {
    const asked = pushed.get(form.get('code') ?? '') ?? new URLSearchParams()
    return { access_token: 'a', token_type: 'Bearer', id_token: await idToken(asked) }
  }
  if (path === '/userinfo') return { sub: 'anna' }
  if (path === '/evidence-keys.json') {
    const jwk = { kty, crv, x, y }
    return { v: 1, keys: [{ kid: 'k1', jwk, use_from: now() - 60, use_until: null }] }
  }
  return {
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/jwks`,
    end_session_endpoint: `${issuer}/end`,
    pushed_authorization_request_endpoint: `${issuer}/par`,
    id_token_signing_alg_values_supported: ['ES256'],
    authorization_response_iss_parameter_supported: true,
  }
}

async function idToken(asked: URLSearchParams): Promise<string> {
  const client = asked.get('client_id') ?? ''
  const details = asked.get('authorization_details')
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = {
    iss: issuer,
    sub: 'anna',
    aud: client,
    nonce: asked.get('nonce'),
    iat: now(),
    exp: now() + 60,
    ...(details === null ? {} : { 'mitid.approval': await statement(client, details) }),
  }
  const signed = `${part({ alg: 'ES256', kid: 'k1' })}.${part(claims)}`
  return `${signed}.${Buffer.from(signer.sign(Buffer.from(signed))).toString('base64url')}`
}

function statement(client: string, details: string): Promise<string> {
  const [{ title, lines }] = JSON.parse(details) as [{ title: string; lines: [] }]
  return issueStatement(
    {
      v: 1,
      client_id: client,
      sub: 'anna',
      transaction_id: 'a-transaction',
      display: { lang: 'en', title, lines },
      offer_sha256: Digest.ofText('offer'),
      approval_sha256: Digest.ofText('approval'),
      decision: 'approve',
      evidence: 'person',
      loa: nsisUri('Substantial'),
      phr: true,
      time: Instant.of(now()),
    },
    signer,
  )
}

/** The windows of one browser: they share its cookies. */
function windowsAt(name: keyof typeof shops, language: 'da' | 'en' = 'en') {
  const web: FastifyInstance = shops[name]
  let cookie = ''
  const send = async (method: 'GET' | 'POST', url: string, form?: Record<string, string>) => {
    const headers = {
      host: hosts[name],
      origin: `http://${hosts[name]}`,
      accept: 'text/html',
      'accept-language': language,
      'content-type': 'application/x-www-form-urlencoded',
      cookie,
    }
    const payload = form && String(new URLSearchParams(form))
    const answer = await web.inject({ method, url, headers, ...(payload ? { payload } : {}) })
    for (const each of answer.cookies) cookie = `${each.name}=${each.value}`
    return answer
  }
  const answerOf = async (asked: ReturnType<typeof send>, given: 'code' | 'error') => {
    const to = new URL(String((await asked).headers.location))
    const uri = to.searchParams.get('request_uri') ?? ''
    const state = pushed.get(uri)?.get('state') ?? ''
    const query = { state, iss: issuer, [given]: given === 'code' ? uri : 'access_denied' }
    return `/callback?${String(new URLSearchParams(query))}`
  }
  const transfer = (amount: string) =>
    send('POST', '/transfer', { amount, account: '9978000123456', message: '' })
  return { send, answerOf, transfer }
}

it.each([
  ['borger', '/me'],
  ['bank', '/account'],
] as const)('at %s two windows log on, each with its own answer', async (name, home) => {
  const { send, answerOf } = windowsAt(name)
  const one = await answerOf(send('GET', '/login'), 'code')
  const other = await answerOf(send('GET', '/login'), 'error')
  expect((await send('GET', one)).headers.location).toBe(home)
  expect((await send('GET', other)).statusCode).toBe(200)
  expect((await send('GET', home)).statusCode).toBe(200)
  expect((await send('GET', one)).statusCode).toBe(400)
  expect((await send('GET', home)).statusCode).toBe(200)
})

it.each([
  ['borger', '/me'],
  ['bank', '/account'],
] as const)(
  'a link of a stranger to %s ends no log on, and logs nobody off',
  async (name, home) => {
    const { send, answerOf } = windowsAt(name)
    const own = await answerOf(send('GET', '/login'), 'code')
    const strange = ['', '?error=access_denied&state=x', '?code=x&state=x', '?state=a&state=b']
    for (const query of strange)
      expect((await send('GET', `/callback${query}`)).statusCode).toBe(400)
    expect((await send('GET', own)).headers.location).toBe(home)
    for (const query of strange) await send('GET', `/callback${query}`)
    await send('GET', '/login')
    expect((await send('GET', home)).statusCode).toBe(200)
  },
)

it('two windows spend the same money once', async () => {
  const { send, answerOf, transfer } = windowsAt('bank')
  await send('GET', await answerOf(send('GET', '/login'), 'code'))
  const one = await answerOf(transfer('20,000'), 'code')
  const other = await answerOf(transfer('20,000'), 'code')
  expect((await send('GET', one)).body).toContain('The money is transferred')
  const late = await send('GET', other)
  expect(late.statusCode).toBe(409)
  expect(late.body).toContain('There is no longer enough money')
  expect((await send('GET', '/account')).body).toContain('DKK 5,000')
})

it('a log off in one window stays one, also where another is just asking for a transfer', async () => {
  const { send, answerOf, transfer } = windowsAt('bank')
  await send('GET', await answerOf(send('GET', '/login'), 'code'))
  meanwhile = () => send('POST', '/logout')
  const asked = await transfer('1').finally(() => (meanwhile = () => Promise.resolve()))
  expect(asked.statusCode).toBe(403)
  expect(asked.body).toContain('You are logged off')
  expect((await send('GET', '/account')).headers.location).toBe('/')
})

it.each(['en', 'da'] as const)(
  'at borger who is logged on is told so, whatever came of another log on (%s)',
  async (language) => {
    const { send, answerOf } = windowsAt('borger', language)
    const { stillOn, again } = words[language]
    const before = await send('GET', '/callback?code=x&state=x')
    expect(before.body).toContain(again)
    expect(before.body).not.toContain(stillOn)
    const own = await answerOf(send('GET', '/login'), 'code')
    const second = await answerOf(send('GET', '/login'), 'error')
    await send('GET', own)
    for (const late of [own, second, '/callback?code=x', '/nowhere']) {
      const told = await send('GET', late)
      expect(told.body).toContain(stillOn)
      expect(told.body).toContain('href="/me"')
      expect(told.body).not.toContain(again)
    }
  },
)
