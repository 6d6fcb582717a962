import { crockford, type Bytes } from '@open-mitid/kernel'
import type { TypedCode } from '@open-mitid/protocol'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { beforeEach, describe, expect, it } from 'vitest'
import { openPairing, type Pairing, type PairingNews } from './pairing.ts'
import { readerWeb } from './reader-web.ts'
import { CardInUse, type CardReader } from './readers.ts'

const host = '127.0.0.1:3012'
const app = 'https://app.mitid.example'
const select = Uint8Array.of(0x00, 0xa4, 0x04, 0x0c, 7, 0xa0, 0, 0, 2, 0x47, 0x10, 1)

type Chip = { readonly status: (command: Bytes) => number; gone?: boolean; inUse?: boolean }
type Desk = { name: string; chip?: Chip }

let now: number
let news: PairingNews[]
let desk: Desk[]
let open: number
let sent: Bytes[]
let pairing: Pairing
let web: FastifyInstance
beforeEach(() => {
  now = 1_790_000_000
  news = []
  desk = [{ name: 'Desk reader 00', chip: passport() }]
  open = 0
  sent = []
  openWeb()
})

function openWeb(only?: string): void {
  let drawn = 0
  const random = (length: number): Bytes => new Uint8Array(length).fill((drawn += 1))
  const readers = { list: () => desk.map(readerOf) }
  pairing = openPairing({
    now: () => now,
    random,
    tell(one) {
      news.push(one)
      if (one.is === 'ended') running.letGo()
    },
  })
  const running = readerWeb({ host, appOrigin: app, pairing, readers, random, only })
  web = running.web
  pairing.settle()
}

const passport = (): Chip => ({ status: () => 0x9000 })

function readerOf({ name, chip }: Desk): CardReader {
  return {
    name,
    hasCard: chip !== undefined,
    connect() {
      if (!chip) return Promise.reject(new Error('no card'))
      if (chip.inUse) return Promise.reject(new CardInUse())
      open += 1
      return Promise.resolve({
        transmit(command) {
          if (chip.gone) return Promise.reject(new Error('gone'))
          sent.push(command)
          const status = chip.status(command)
          return Promise.resolve(Uint8Array.of(status >> 8, status & 0xff))
        },
        close: () => void (open -= 1),
      })
    },
  }
}

const shown = () => news.findLast((one) => one.is === 'code')?.code ?? ('' as TypedCode)

function ask(url: string, payload: object | Uint8Array, headers: Record<string, string> = {}) {
  const bytes = payload instanceof Uint8Array
  const asked: InjectOptions = {
    method: 'POST',
    url,
    headers: {
      host,
      origin: app,
      'content-type': bytes ? 'application/octet-stream' : 'application/json',
      ...headers,
    },
    payload: bytes ? Buffer.from(payload) : JSON.stringify(payload),
  }
  return web.inject(asked)
}

async function pair() {
  const { token } = (await ask('/pair', { code: shown() })).json<{ token: string }>()
  return { authorization: `Bearer ${token}` }
}

async function connect(authorization: Record<string, string>) {
  const answer = await ask('/connections', {}, authorization)
  return `/connections/${answer.json<{ connection: string }>().connection}`
}

describe('who may ask', () => {
  it.each([
    ['a page of another site', { origin: 'https://evil.example' }, 403],
    ['a page whose origin begins as the app’s does', { origin: `${app}.evil.example` }, 403],
    ['a page without an origin of its own', { origin: 'null' }, 403],
    ['a name that was turned to this computer', { host: 'evil.example:3012' }, 421],
    ['the right address by another name', { host: 'localhost:3012' }, 421],
    ['another port', { host: '127.0.0.1:3013' }, 421],
  ])('%s is refused before its code is looked at', async (_, headers, status) => {
    for (const method of ['POST', 'OPTIONS', 'GET'] as const) {
      const answer = await web.inject({
        method,
        url: '/pair',
        headers: { host, origin: app, ...headers },
      })
      expect(answer.statusCode).toBe(status)
      expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    }
    expect((await ask('/pair', { code: shown() }, headers)).statusCode).toBe(status)
    expect(news.map(({ is }) => is)).toEqual(['code'])
  })

  it('a request that names no origin is no page of the app', async () => {
    const answer = await web.inject({
      method: 'POST',
      url: '/pair',
      headers: { host },
      payload: {},
    })
    expect(answer.statusCode).toBe(403)
  })

  it('Fetch §3.3: the app’s own page is let through, with what it sends and no more', async () => {
    const headers = { host, origin: app, 'access-control-request-private-network': 'true' }
    const { headers: answered } = await web.inject({ method: 'OPTIONS', url: '/pair', headers })
    expect(answered).toMatchObject({
      'access-control-allow-origin': app,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'authorization, content-type',
      'access-control-allow-private-network': 'true',
    })
    expect(answered['access-control-allow-credentials']).toBeUndefined()
  })

  it('a form, which needs no leave of the browser, is no request', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded'])
      expect((await ask('/pair', { code: shown() }, { 'content-type': type })).statusCode).toBe(400)
    expect(news).toHaveLength(1)
  })

  it('nothing answers without the token, and none of another form is compared', async () => {
    await pair()
    for (const authorization of ['', 'Bearer', `Bearer ${'A'.repeat(43)}`, 'Basic YTpi'])
      for (const path of ['/connections', '/connections/x', '/end'])
        expect((await ask(path, {}, { authorization })).json()).toEqual({ kind: 'not-paired' })
  })
})

describe('a code', () => {
  it('allows one app for ten minutes, and a second use of it nothing', async () => {
    const code = shown()
    const allowed = await ask('/pair', { code })
    expect(allowed.json()).toMatchObject({ until: now + 600 })
    expect((await ask('/pair', { code })).json()).toEqual({ kind: 'code-wrong' })
    const token = { authorization: `Bearer ${allowed.json<{ token: string }>().token}` }
    expect((await ask('/connections', {}, token)).statusCode).toBe(201)
    now += 600
    expect((await ask('/connections', {}, token)).json()).toEqual({ kind: 'not-paired' })
    expect(news.map(({ is }) => is)).toEqual(['code', 'paired', 'ended', 'code'])
    expect(open).toBe(0)
  })

  it('changes after three wrong ones, and the person is told', async () => {
    const first = shown()
    const wrong = crockford(new Uint8Array(5).fill(0xff), 8)
    for (let tries = 0; tries < 3; tries += 1)
      expect((await ask('/pair', { code: wrong })).json()).toEqual({ kind: 'code-wrong' })
    expect(news.at(-1)).toMatchObject({ is: 'code', because: 'wrong-codes' })
    expect(shown()).not.toBe(first)
    expect((await ask('/pair', { code: first })).json()).toEqual({ kind: 'code-wrong' })
    expect((await ask('/pair', { code: shown() })).statusCode).toBe(200)
  })

  it('is worth nothing after ten minutes; what is no code counts as no try', async () => {
    const first = shown()
    for (let tries = 0; tries < 5; tries += 1)
      expect((await ask('/pair', { code: 'short' })).json()).toEqual({ kind: 'malformed' })
    expect(shown()).toBe(first)
    now += 600
    expect((await ask('/pair', { code: first })).json()).toEqual({ kind: 'code-wrong' })
  })

  it('ends what it allowed as soon as the person, or the app, has had enough', async () => {
    const token = await pair()
    const path = await connect(token)
    pairing.end()
    expect((await ask(path, select, token)).json()).toEqual({ kind: 'not-paired' })
    const again = await pair()
    await connect(again)
    expect((await ask('/end', {}, again)).json()).toEqual({ ended: true })
    expect(open).toBe(0)
    expect((await ask('/connections', {}, again)).json()).toEqual({ kind: 'not-paired' })
  })
})

describe('a passport on the reader', () => {
  const refused = async (on: Desk[], wanted?: string) => {
    desk = on
    openWeb(wanted)
    const token = await pair()
    const answer = await ask('/connections', {}, token)
    await ask('/end', {}, token)
    expect(open).toBe(0)
    return answer.statusCode === 201 ? answer.json<object>() : answer.json<{ kind: string }>().kind
  }
  it('is the one card there is; all else is told apart', async () => {
    const other: Chip = { status: () => 0x6a82 }
    const empty = { name: 'Empty' }
    expect(await refused([])).toBe('no-reader')
    expect(await refused([empty])).toBe('no-card')
    expect(await refused([empty, { name: 'B', chip: other }])).toBe('card-no-passport')
    expect(await refused([{ name: 'A', chip: { ...passport(), inUse: true } }])).toBe(
      'reader-in-use',
    )
    expect(await refused([{ name: 'A', chip: { ...passport(), gone: true } }])).toBe(
      'card-no-passport',
    )
    const two = [
      { name: 'Left', chip: other },
      { name: 'Right', chip: passport() },
    ]
    expect(await refused(two)).toBe('several-cards')
    expect(await refused(two, 'Right')).toMatchObject({ extended_length: true })
    expect(await refused(two, 'Middle')).toBe('no-reader')
  })

  it('ISO/IEC 7816-4 §5.1: takes extended length only where reader and chip do', async () => {
    const long = (command: Bytes) => command[4] === 0
    const short: Chip = { status: (command) => (long(command) ? 0x6700 : 0x9000) }
    expect(await refused([{ name: 'A', chip: short }])).toMatchObject({ extended_length: false })
    // ICAO 9303-11 §4.2: opens to PACE alone, and hides its application until then.
    const hidden: Chip = { status: (command) => (command[2] === 0x02 ? 0x9000 : 0x6982) }
    expect(await refused([{ name: 'A', chip: hidden }])).toMatchObject({ extended_length: true })
  })

  it('answers commands that reading takes, and no card carries out another', async () => {
    const token = await pair()
    const path = await connect(token)
    sent = []
    const answered = await ask(path, select, token)
    expect([answered.statusCode, answered.rawPayload.toString('hex')]).toEqual([200, '9000'])
    for (const hex of [
      '0020008104', // VERIFY: a PIN
      '002a9e9a00', // sign
      '00d6000001ff', // UPDATE BINARY
      '00e00000', // make a file
      '80ca9f7f00', // GET DATA of a card's maker
      '00a4040007a0000000031010', // a bank card
      '00a4', // no command
    ])
      expect((await ask(path, Buffer.from(hex, 'hex'), token)).json()).toEqual({
        kind: 'command-refused',
      })
    expect(sent).toHaveLength(1)
  })

  it('that is gone ends the connection, and a new one ends the one before it', async () => {
    const token = await pair()
    const first = await connect(token)
    const second = await connect(token)
    expect((await ask(first, select, token)).json()).toEqual({ kind: 'gone' })
    expect((await ask(second, select, token)).statusCode).toBe(200)
    if (desk[0]?.chip) desk[0].chip.gone = true
    expect((await ask(second, select, token)).json()).toEqual({ kind: 'gone' })
    expect(open).toBe(0)
  })

  it('is let go when the program ends', async () => {
    await connect(await pair())
    expect(open).toBe(1)
    await web.close()
    expect(open).toBe(0)
  })
})
