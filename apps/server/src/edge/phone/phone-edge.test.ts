import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import type { AnswerCall } from '@open-mitid/identity/authenticator'
import { accept, Instant, refuse, utf8, type Bytes } from '@open-mitid/kernel'
import {
  appProofHeader,
  Digest,
  makeAppProof,
  newNonce,
  phoneStatus,
  ProfileId,
  type PhonePath,
} from '@open-mitid/protocol'
import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLog } from '../../log.ts'
import { openEdge } from '../edge.ts'
import { openMetrics } from '../metrics.ts'
import { contentSecurityPolicy } from '../security-headers.ts'
import { phoneEdge, readAppFiles, type PhoneUseCases } from './index.ts'
import { phoneRequests } from './phone-requests.ts'

const origin = 'http://localhost:3953'
const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))
const folder = mkdtempSync(join(tmpdir(), 'mitid-app-'))
const profile = ProfileId.make(random)
const paths = Object.keys(phoneRequests) as PhonePath[]

/** What reached the use cases. */
const reached: { path: PhonePath; htu: string; body: string; request: unknown }[] = []

/** Each call is answered with its own name, and one of them as the test of refusals. */
function answering(path: PhonePath): AnswerCall<PhonePath> {
  return ({ htu, body, request }) => {
    reached.push({ path, htu, body: Buffer.from(body).toString(), request })
    if (path === '/api/receipt') return Promise.reject(new Error('down'))
    if (path === '/api/pin/prove')
      return Promise.resolve(refuse({ kind: 'pin-wait', until: Instant.of(7), rn: 'next' }))
    return Promise.resolve(accept({ rn: path }) as never)
  }
}

let edge: Awaited<ReturnType<typeof openEdge>>
beforeAll(async () => {
  mkdirSync(join(folder, 'assets'))
  const files = {
    'index.html': '<!doctype html>',
    'sw.js': '//',
    'assets/app-1.js': 'a'.repeat(999),
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  writeFileSync(join(folder, 'assets/app-1.js.br'), brotliCompressSync(files['assets/app-1.js']))
  writeFileSync(join(folder, 'assets/app-1.js.gz'), gzipSync(files['assets/app-1.js']))
  writeFileSync(join(folder, 'app.js.map'), '{}')
  const useCases = Object.fromEntries(paths.map((path) => [path, answering(path)]))
  edge = await openEdge(
    {
      name: 'phone',
      origin,
      schemeName: 'MitID',
      logger: openLog('silent'),
      metrics: openMetrics(),
      ready: () => Promise.resolve(true),
    },
    [
      phoneEdge(useCases as unknown as PhoneUseCases, {
        origin,
        app: {
          files: readAppFiles(folder),
          androidApps: [{ packageName: 'org.example.mitid', signer: 'AB:CD' }],
          settings: {
            schemeName: 'MitID',
            signInOrigin: 'http://localhost:3951',
            websiteOrigin: 'http://localhost:3953',
          },
        },
      }),
    ],
  )
})
afterAll(async () => {
  await edge.close()
  rmSync(folder, { recursive: true })
})

async function call(
  path: string,
  payload: string,
  headers: Readonly<Record<string, string | undefined>> = {},
) {
  const { privateKey } = await crypto.subtle.generateKey(
    { name: 'ECDSA', namedCurve: 'P-256' },
    false,
    ['sign'],
  )
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
  const proof = await makeAppProof(
    {
      htm: 'POST',
      htu: origin + path,
      iat: Instant.of(1),
      jti: newNonce(random),
      rn: newNonce(random),
      body_sha256: Digest.ofBytes(utf8(payload)),
    },
    {
      sign: async (bytes) => new Uint8Array(await crypto.subtle.sign(algorithm, privateKey, bytes)),
    },
    { profile },
  )
  const all: Readonly<Record<string, string | undefined>> = {
    host: 'localhost:3953',
    'content-type': 'application/json',
    [appProofHeader]: proof,
    ...headers,
  }
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
  return edge.inject({
    method: 'POST',
    url: path,
    headers: given as Record<string, string>,
    payload,
  })
}

const get = (url: string, headers: Record<string, string> = {}) =>
  edge.inject({ method: 'GET', url, headers: { host: 'localhost:3953', ...headers } })

const offer = `sgn_${'0'.repeat(26)}`
const good: Readonly<Record<PhonePath, unknown>> = {
  '/api/activation/open': { code: 'ABCD-EFGH-JKMN' },
  '/api/activation/second': { code: '123 456' },
  '/api/pin/register': { request: 'abc', for: 'activation' },
  '/api/activation/finish': { record: 'a'.repeat(256), keys: '{}', app_version: '1' },
  '/api/claim': { secret: { kind: 'code', code: 'ABCD-EFGH' } },
  '/api/pin/prove': { ke1: 'abc', purpose: 'approve', offer_id: offer },
  '/api/approve': { offer_id: offer, ke3: 'abc', approval: '{}', remember_browser: true },
  '/api/refuse': { offer_id: offer, refusal: '{}' },
  '/api/receipt': { offer_id: offer },
  '/api/history': {},
  '/api/browsers': {},
  '/api/browsers/forget': { sign_in: offer, reason: 'not_me' },
  '/api/wishes': {},
  '/api/wishes/change': { large_print: true, language: 'en' },
  '/api/pin/change': { ke3: 'abc', record: 'a'.repeat(256), keys: '{}' },
  '/api/pin/reset': { proof: 'a'.repeat(43), record: 'a'.repeat(256), keys: '{}' },
  '/api/profile/remove': { ke3: 'abc' },
  '/api/state': {},
}

describe("the app's calls", () => {
  it.each(paths)('%s reaches its use case with the exact bytes of its body', async (path) => {
    reached.length = 0
    const payload = JSON.stringify(good[path], null, 1)
    await call(path, payload)
    expect(reached).toEqual([{ path, htu: origin + path, body: payload, request: good[path] }])
  })
  it('a refusal is problem JSON (RFC 9457) with its status and the nonce of the next call', async () => {
    const answer = await call('/api/pin/prove', JSON.stringify(good['/api/pin/prove']))
    expect(answer.statusCode).toBe(phoneStatus['pin-wait'])
    expect(answer.headers['content-type']).toMatch('application/problem+json')
    expect(answer.json()).toMatchObject({ kind: 'pin-wait', status: 429, until: 7, rn: 'next' })
  })
  it('a fault is told without a detail', async () => {
    const answer = await call('/api/receipt', JSON.stringify(good['/api/receipt']))
    expect(answer.json()).toMatchObject({ kind: 'fault', status: 500 })
    expect(answer.body).not.toContain('down')
  })
  it.each(paths)(
    '%s: what is malformed, or has a member too many, reaches nothing',
    async (path) => {
      reached.length = 0
      const more = JSON.stringify({ ...(good[path] as object), more: 1 })
      for (const payload of ['', '{', '[]', 'null', '"x"', '{"a":1}', '\u0000', more]) {
        const answer = await call(path, payload)
        expect([answer.statusCode, answer.json<{ kind: string }>().kind]).toEqual([
          400,
          'malformed',
        ])
      }
      expect(reached).toEqual([])
    },
  )
  it('a PIN is proved for an offer exactly where it approves one', async () => {
    for (const body of [
      { ke1: 'abc', purpose: 'approve' },
      { ke1: 'abc', purpose: 'history', offer_id: offer },
    ])
      expect((await call('/api/pin/prove', JSON.stringify(body))).statusCode).toBe(400)
  })
  it('another type, another method, too much, and another address get their own answers', async () => {
    const table = [
      [await call('/api/state', '{}', { 'content-type': 'text/plain' }), 400, 'malformed'],
      [await call('/api/state', JSON.stringify('x'.repeat(33_000))), 413, 'too-large'],
      [await call('/api/elsewhere', '{}'), 404, 'not-found'],
      [await get('/api/state'), 405, 'method'],
    ] as const
    for (const [answer, status, kind] of table) {
      expect(answer.json()).toMatchObject({ status, kind })
      expect(answer.statusCode).toBe(status)
    }
    expect((await get('/api/state')).headers.allow).toBe('POST')
  })
  it('without a proof that can be read nothing is looked at', async () => {
    for (const proof of [undefined, '', 'a.b.c', 'x'.repeat(9_000)]) {
      const answer = await call('/api/state', '{}', { [appProofHeader]: proof })
      expect(answer.json()).toMatchObject({ status: 401, kind: 'proof' })
    }
  })
  it('a page of another origin is refused, and a program, which has none, is not', async () => {
    const refused = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin },
      { origin: 'http://localhost:3951' },
      { origin: 'null' },
    ]
    for (const headers of refused)
      expect((await call('/api/state', '{}', headers)).json()).toMatchObject({ kind: 'origin' })
    for (const headers of [{}, { origin }, { 'sec-fetch-site': 'same-origin', origin }])
      expect((await call('/api/state', '{}', headers)).statusCode).toBe(200)
  })
})

describe('the app itself', () => {
  it.each(['/', '/q', '/s', '/activate'])(
    '%s opens the app under its own strict policy',
    async (url) => {
      const { statusCode, headers, body } = await get(url)
      expect([statusCode, body]).toEqual([200, '<!doctype html>'])
      expect(headers).toMatchObject({
        'content-security-policy': contentSecurityPolicy('phone'),
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-cache',
        'cross-origin-opener-policy': 'same-origin',
      })
      for (const rule of ["default-src 'none'", "media-src 'self' blob:", "frame-ancestors 'none'"])
        expect(headers['content-security-policy']).toContain(rule)
      expect(headers['permissions-policy']).toContain('camera=(self), display-capture=(self)')
    },
  )
  it('the app may speak with its own server alone, with a reader beside it, and in a sandbox with its chips', async () => {
    const chips = 'http://localhost:3011'
    const reader = 'http://127.0.0.1:3012'
    const settings = { schemeName: 'MitID', signInOrigin: origin, websiteOrigin: origin }
    const sandbox = Fastify()
    await sandbox.register(
      phoneEdge({} as PhoneUseCases, {
        origin,
        app: {
          files: readAppFiles(folder),
          settings: { ...settings, chipOrigin: chips, readerOrigin: reader },
          androidApps: [],
        },
      }),
    )
    const policyOf = (headers: Record<string, unknown>) =>
      String(headers['content-security-policy']).split('; ')
    const own = policyOf((await get('/')).headers)
    const there = policyOf((await sandbox.inject('/')).headers)
    expect(own).toContain("connect-src 'self'")
    expect(there).toContain(`connect-src ${chips} ${reader} 'self'`)
    const rest = (policy: string[]) => policy.filter((rule) => !rule.startsWith('connect-src'))
    expect(rest(there)).toEqual(rest(own))
    expect((await sandbox.inject('/.well-known/assetlinks.json')).statusCode).toBe(404)
    await sandbox.close()
  })
  it('Android is told which app may open its links', async () => {
    const { headers, body } = await get('/.well-known/assetlinks.json')
    expect(headers['content-type']).toMatch(/^application\/json/u)
    expect(JSON.parse(body)).toEqual([
      {
        relation: ['delegate_permission/common.handle_all_urls'],
        target: {
          namespace: 'android_app',
          package_name: 'org.example.mitid',
          sha256_cert_fingerprints: ['AB:CD'],
        },
      },
    ])
  })
  it('what the build named by its content is kept for good, and the rest is asked for again', async () => {
    const asset = await get('/assets/app-1.js')
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    const { etag } = (await get('/sw.js')).headers
    const again = await get('/sw.js', { 'if-none-match': String(etag) })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })
  it('RFC 9110 §12.5.3: it is sent packed as the browser takes it', async () => {
    const packed = async (encodings: string) => {
      const { headers, rawPayload } = await get('/assets/app-1.js', {
        'accept-encoding': encodings,
      })
      return { encoding: headers['content-encoding'], rawPayload }
    }
    const brotli = await packed('gzip, deflate, br')
    expect(brotli.encoding).toBe('br')
    expect(brotliDecompressSync(brotli.rawPayload)).toHaveLength(999)
    const gzip = await packed('gzip, br;q=0')
    expect(gzip.encoding).toBe('gzip')
    expect(gunzipSync(gzip.rawPayload)).toHaveLength(999)
    expect((await packed('identity')).encoding).toBeUndefined()
  })
  it('nothing but the files of the build is there', async () => {
    for (const url of ['/app.js.map', '/index.html', '/../package.json', '/assets/', '/x'])
      expect((await get(url)).statusCode).toBe(404)
  })
})
