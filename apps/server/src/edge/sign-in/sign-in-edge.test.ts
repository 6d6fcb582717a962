import { randomBytes } from 'node:crypto'
import {
  abortSignIn,
  acceptReturn,
  completeSignIn,
  findSignIn,
  issueStartToken,
  nameUserId,
  openSignIn,
  qrSecretOf,
  showCode,
} from '@open-mitid/identity/sign-in'
import { registerService } from '@open-mitid/identity/service'
import { base64url, fromBase64url, type Bytes } from '@open-mitid/kernel'
import {
  advanceClock,
  localKeyVault,
  openDatabase,
  openKeyRing,
  openVault,
  postgresServices,
  postgresSignIns,
  type Trip,
} from '@open-mitid/postgres'
import { freshDatabase } from '@open-mitid/postgres/testing'
import { parseAppLink, Qid } from '@open-mitid/protocol'
import { afterAll, describe, expect, it } from 'vitest'
import { openLog } from '../../log.ts'
import { processSignals } from '../../outbound/signals/process-signals.ts'
import { browserOf, rememberBrowser } from '../browser-cookie.ts'
import { openEdge } from '../edge.ts'
import { openMetrics } from '../metrics.ts'
import { signInEdge } from './index.ts'

const origin = 'http://localhost:3974'
const appOrigin = 'http://localhost:3975'
const random = (length: number): Bytes => Uint8Array.from(randomBytes(length))
const trips: Trip[] = []
const fresh = await freshDatabase()
const db = openDatabase(fresh.url, { max: 4, onTrip: (trip) => void trips.push(trip) })
const keys = { madeFor: 'development', master: random(32), mac: random(32) } as const
const vault = await openVault(db, localKeyVault(keys))
const ring = await openKeyRing(db, vault, 'evidence', random)
const signals = processSignals()
const signIns = postgresSignIns(db, vault)
const ports = { signIns, signals, random, mac: vault.mac, evidence: ring.current }
const app = await openEdge(
  {
    name: 'oidc',
    origin,
    schemeName: 'MitID',
    logger: openLog('error'),
    metrics: openMetrics(),
    ready: () => Promise.resolve(true),
  },
  [
    signInEdge({
      schemeName: 'MitID',
      appOrigin,
      assets: {
        stylesheets: ['/client/page.css'],
        scripts: { box: '/client/box.js', return: '/client/return.js' },
        fonts: [],
        icon: '/client/mark.svg',
        files: new Map(),
      },
      signals,
      qrSecretOf: (qid) => qrSecretOf(vault.mac, qid),
      onward: ({ id }) => `/auth/of-${id}`,
      findSignIn: findSignIn(ports),
      nameUserId: nameUserId(ports),
      showCode: showCode(ports),
      issueStartToken: issueStartToken(ports),
      abortSignIn: abortSignIn(ports),
      completeSignIn: completeSignIn(ports),
      acceptReturn: acceptReturn(ports),
    }),
  ],
)
await app.listen({ host: '127.0.0.1', port: 3974 })
const registered = await registerService({
  services: postgresServices(db, vault),
  random,
  surface: 'sandbox',
})({
  organisation: 'Bank A/S',
  clientId: 'bank',
  name: 'Sundby Bank',
  domain: 'bank.example',
  authentication: { method: 'client_secret_basic', secretSha256: random(32) },
  redirectUris: ['https://bank.example/callback'],
  postLogoutRedirectUris: [],
  legalBases: [],
  replace: false,
})
if (!registered.ok) throw new Error(registered.refusal.kind)
afterAll(async () => {
  await app.close()
  ring.close()
  await db.close()
  await fresh.drop()
})

/** A browser with its own cookies, in front of a sign-in that it began. */
async function begin() {
  const { hash, setCookie } = rememberBrowser(undefined)
  const opened = await openSignIn(ports)({
    client: { id: registeredClient(), name: 'Sundby Bank', domain: 'bank.example' },
    kind: 'approve',
    display: { lang: 'da', lines: [{ label: 'Overførsel', value: '2.300 kr.' }] },
    browser: hash,
  })
  if (!opened.ok) throw new Error('not opened')
  const cookies = new Map<string, string>()
  const keep = (set: readonly string[]) => {
    for (const cookie of set) {
      const [pair = ''] = cookie.split(';')
      const at = pair.indexOf('=')
      cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
  }
  keep([setCookie])
  const cookieHeader = () => [...cookies].map((pair) => pair.join('=')).join('; ')
  const path = `/sign-in/${opened.value.id}`
  const send = async (url: string, init: RequestInit & { script?: boolean } = {}) => {
    const { script = true, ...request } = init
    const headers = {
      cookie: cookieHeader(),
      'sec-fetch-site': 'same-origin',
      ...(script ? { 'mitid-script': '1' } : {}),
      ...(request.headers as Record<string, string> | undefined),
    }
    const answer = await fetch(origin + url, { ...request, headers, redirect: 'manual' })
    keep(answer.headers.getSetCookie())
    return answer
  }
  const get = (url = '') => send(path + url)
  const post = (url: string, form: Record<string, string> = {}, script = true) =>
    send(path + url, { method: 'POST', body: new URLSearchParams(form), script })
  return { id: opened.value.id, path, send, get, post, cookieHeader }
}

function registeredClient() {
  if (!registered.ok) throw new Error('not registered')
  return registered.value.id
}

const shown = (page: string, name: string) =>
  new RegExp(`data-${name}="([^"]*)"`, 'u').exec(page)?.[1] ?? ''
const named = async (box: Awaited<ReturnType<typeof begin>>, way = 'qr') =>
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
    for (const user_id of ['anna1949', 'nobody', 'x', '0101901234', 'æ'.repeat(48), '¡☃!']) {
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
  it('tells only what a typing hand must know: an empty or too long user ID', async () => {
    const box = await begin()
    for (const user_id of ['', '   ', 'a'.repeat(49)]) {
      const answer = await box.post('/user-id', { user_id, way: 'qr' })
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('data-errors')
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

/** The states of an event stream, one after the other. */
async function* statesOf(stream: Response): AsyncGenerator<string> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const piece of stream.body ?? []) {
    text += decoder.decode(piece, { stream: true })
    const messages = text.split('\n\n')
    text = messages.pop() ?? ''
    for (const message of messages) {
      const state = /^event: state\ndata: (.*)$/u.exec(message)?.[1]
      if (state !== undefined) yield state
    }
  }
}
