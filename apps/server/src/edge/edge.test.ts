import { describe, expect, it } from 'vitest'
import { openLog } from '../log.ts'
import { openEdge, type EdgeSettings } from './edge.ts'
import { openMetrics } from './metrics.ts'
import { contentSecurityPolicy } from './security-headers.ts'
import { takeOver } from './take-over.ts'

const origin = 'http://localhost:3961'
const lines: string[] = []
const counted: string[] = []
const settings: EdgeSettings = {
  name: 'oidc',
  origin,
  schemeName: 'MitID',
  logger: openLog('error', { write: (line) => void lines.push(line) }),
  metrics: { ...openMetrics(), count: (what) => void counted.push(what) },
  ready: () => Promise.resolve(true),
}
const app = await openEdge(settings, [
  async (edge) => {
    edge.post('/write', () => ({ written: true }))
    edge.get('/past-fastify', (_request, reply) => {
      takeOver(reply).end('written')
    })
    edge.get('/events', { config: { stream: true } }, () => ({ told: true }))
    edge.post('/token', { config: { caller: 'server' } }, () => ({ given: true }))
    edge.get('/files/*', (_request, reply) => {
      reply.callNotFound()
      return reply
    })
    edge.get('/auth', { config: { limit: 'opening' } }, () => ({ opened: true }))
    edge.get('/thing/:id', () => {
      throw new Error('the value 010190-1234 is not right')
    })
    await Promise.resolve()
  },
])
type Call = { method?: 'GET' | 'POST' | 'PUT'; url: string; headers?: Record<string, string> }
const call = ({ method = 'GET', url, headers }: Call) =>
  app.inject({ method, url, headers: { host: 'localhost:3961', ...headers } })

describe('an edge', () => {
  it('every answer carries the strict headers, errors too, and what is written past Fastify', async () => {
    for (const url of ['/health', '/nowhere', '/thing/1', '/past-fastify']) {
      const { headers } = await call({ url })
      expect(headers['content-security-policy']).toBe(contentSecurityPolicy('oidc'))
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['cache-control']).toBe('no-store')
      expect(headers['x-request-id']).toMatch(/^[\da-f-]{36}$/u)
    }
  })
  it('what writes is answered to our own page alone', async () => {
    const refused: Record<string, string>[] = [
      {},
      { origin: 'http://localhost:3962' },
      { origin: 'null' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
    ]
    for (const headers of refused)
      expect((await call({ method: 'POST', url: '/write', headers })).statusCode).toBe(403)
    for (const headers of [{ origin }, { 'sec-fetch-site': 'same-origin' }])
      expect((await call({ method: 'POST', url: '/write', headers })).statusCode).toBe(200)
  })
  it('an event stream is answered to our own page alone', async () => {
    expect((await call({ url: '/events' })).statusCode).toBe(403)
    expect(
      (await call({ url: '/events', headers: { 'sec-fetch-site': 'same-origin' } })).json(),
    ).toEqual({ told: true })
  })
  it('an address for servers asks for no origin, and another host is never answered', async () => {
    expect((await call({ method: 'POST', url: '/token' })).statusCode).toBe(200)
    const rebound = { method: 'POST', url: '/token', headers: { host: 'evil.example' } } as const
    expect((await call(rebound)).statusCode).toBe(421)
  })
  it('RFC 9110 §4.2.3: a host may be named with the port that goes without saying, and no other', async () => {
    const production = { ...settings, origin: 'https://login.example', metrics: openMetrics() }
    const edge = await openEdge(production, [])
    const statusFor = async (host: string) =>
      (await edge.inject({ url: '/nowhere', headers: { host } })).statusCode
    for (const host of ['login.example', 'LOGIN.example', 'login.example:443'])
      expect(await statusFor(host)).toBe(404)
    for (const host of [
      'login.example:80',
      'login.example:',
      'login.example:4430',
      ':443',
      'evil.example:443',
    ])
      expect(await statusFor(host)).toBe(421)
    expect(await statusFor('login.example:443@evil.example')).toBe(421)
    await edge.close()
  })
  it('RFC 9110 §15.5.6: another method is refused with those that are allowed', async () => {
    const answer = await call({ method: 'PUT', url: '/write', headers: { origin } })
    expect(answer.statusCode).toBe(405)
    expect(answer.headers.allow).toBe('POST')
  })
  it('a file that is not there is not found, and no method is to blame', async () => {
    const answer = await call({ url: '/files/none.css' })
    expect(answer.statusCode).toBe(404)
    expect(answer.headers.allow).toBeUndefined()
  })
  it('programs get problem JSON (RFC 9457), a browser a page in its language', async () => {
    const problem = await call({ url: '/nowhere' })
    expect(problem.headers['content-type']).toMatch('application/problem+json')
    expect(problem.json()).toMatchObject({ status: 404, kind: 'not-found' })
    const headers = { accept: 'text/html,*/*', 'accept-language': 'da-DK' }
    const page = await call({ url: '/nowhere', headers })
    expect(page.statusCode).toBe(404)
    expect(page.body).toContain('Siden findes ikke')
  })
  it('an address that cannot be read is none of ours, and is answered as those are', async () => {
    counted.length = 0
    for (const url of ['/thing/%ff', '/thing/%', `/thing/${'x'.repeat(500)}`]) {
      const problem = await call({ url })
      expect(problem.json()).toMatchObject({ status: 404, kind: 'not-found' })
      expect(problem.body).not.toContain('/thing')
      expect(problem.headers['content-security-policy']).toBe(contentSecurityPolicy('oidc'))
      expect(problem.headers['x-request-id']).toBe(problem.json<{ id: string }>().id)
      const page = await call({ url, headers: { accept: 'text/html', 'accept-language': 'da' } })
      expect(page.statusCode).toBe(404)
      expect(page.body).toContain('Siden findes ikke')
      expect(counted.splice(0)).toEqual(['unreadable', 'unreadable'])
    }
  })
  it('malformed and oversized bodies are refused in the right form', async () => {
    const send = (payload: string, type = 'application/json') =>
      app.inject({
        method: 'POST',
        url: '/write',
        headers: { host: 'localhost:3961', origin, 'content-type': type },
        payload,
      })
    expect((await send('{"a":')).json()).toMatchObject({ status: 400, kind: 'malformed' })
    expect((await send('{}', 'text/x')).json()).toMatchObject({ status: 415, kind: 'wrong-type' })
    expect((await send(JSON.stringify('x'.repeat(33_000)))).json()).toMatchObject({
      status: 413,
      kind: 'too-large',
    })
  })
  it('protocols §7.12: a fault is logged by place and number, without a value in it', async () => {
    const answer = await call({ url: '/thing/7?cpr=0101901234' })
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toContain('0101901234')
    expect(lines.join('')).not.toMatch(/010190/u)
    expect(lines.join('')).toContain(answer.json<{ id: string }>().id)
  })
})

describe('what a network may ask of an edge', () => {
  const open = (from: string, accept = '*/*') =>
    call({ url: '/auth?state=x', headers: { 'x-forwarded-for': from, accept } })
  /** The first refusal; an allowance grows back while it is asked for, by ten a second. */
  const exhaust = async (from: string, { accept = '*/*', within = 2000 } = {}) => {
    for (let asked = 0; asked < within; asked += 1) {
      const answer = await open(from, accept)
      if (answer.statusCode !== 200) return answer
    }
    throw new Error('there is no limit')
  }

  it('one that asks too much is told how long to wait, and nobody else is', async () => {
    const answer = await exhaust('192.0.2.1')
    expect(answer.statusCode).toBe(429)
    expect(answer.headers['retry-after']).toBe('1')
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(answer.json()).toMatchObject({ kind: 'too-many', status: 429 })
    expect((await open('192.0.2.2')).statusCode).toBe(200)
  })
  it('a person is told what happened on a page that leads to the same address again', async () => {
    const answer = await exhaust('192.0.2.3', { accept: 'text/html' })
    expect(answer.statusCode).toBe(429)
    expect(answer.body).toContain('href="/auth?state=x"')
    expect(answer.body).toContain('Du er ikke spærret')
  })
  it('what a caller says of itself before the proxy counts for nothing', async () => {
    await exhaust('192.0.2.4')
    // One who had not asked before would have three hundred.
    for (const from of ['203.0.113.9, 192.0.2.4', '127.0.0.1, 192.0.2.4'])
      expect((await exhaust(from, { within: 250 })).statusCode).toBe(429)
    expect((await open('192.0.2.4, 203.0.113.9')).statusCode).toBe(200)
  })
  it('where the proxy says nothing, everybody is not taken for one caller', async () => {
    for (let asked = 0; asked < 400; asked += 1)
      expect((await call({ url: '/auth' })).statusCode).toBe(200)
  })
  it('without a proxy the address of the connection counts, and no header does', async () => {
    const bare = await openEdge({ ...settings, metrics: openMetrics(), proxies: [] }, [
      async (edge) => {
        edge.get('/auth', { config: { limit: 'opening' } }, () => ({ opened: true }))
        await Promise.resolve()
      },
    ])
    const statuses = new Set<number>()
    for (let asked = 0; asked < 400; asked += 1) {
      const headers = {
        host: 'localhost:3961',
        'x-forwarded-for': `192.0.2.${String(asked % 250)}`,
      }
      statuses.add((await bare.inject({ url: '/auth', headers })).statusCode)
    }
    expect([...statuses]).toEqual([200, 429])
    await bare.close()
  })
})
