/** What comes to a door and does not belong there gets a clear answer, and changes nothing. */
import { cp, writeFile } from 'node:fs/promises'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { Instant, type Bytes } from '@open-mitid/kernel'
import { openQueries, type Queries } from '@open-mitid/postgres/testing'
import {
  appProofHeader,
  Digest,
  EvidencePack,
  makeAppProof,
  newNonce,
  ProfileId,
} from '@open-mitid/protocol'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { upkeepWords } from '../../../apps/phone/src/words/upkeep-words.ts'
import type { Browser } from '../../conformance/browser.ts'
import { openCountry, root, type TestCountry } from '../country.ts'
import { anna, sixDigits } from '../person.ts'
import { doorsOf, type Door } from './doors.ts'
import { knock, type Answer, type Knock } from './knock.ts'
import { cookiesOf, must, random, visitorsOf, type Sent } from './visitors.ts'

let country: TestCountry
let visitors: ReturnType<typeof visitorsOf>
let sql: Queries
let tables: readonly string[]
beforeAll(async () => {
  country = await openCountry()
  visitors = visitorsOf(country)
  sql = openQueries(country.databaseUrl)
  tables = await sql.tables()
})
afterAll(async () => {
  await sql.close()
  await country.stop()
})

/** Every row of every table, when all that was on its way to people has been delivered. */
async function everything(): Promise<string> {
  const onItsWay = `select from mitid.event where outbox union all
    select from mitid.delivery where sent_at is null union all select from mitid.code_message`
  const delivered = async () => (await sql.query(onItsWay)).length === 0
  await vi.waitUntil(delivered, { timeout: 30_000, interval: 20 })
  return sql.snapshot(tables)
}
const originOf = ({ at }: Pick<Door, 'at'>) => country.origins[at]

describe('a door', () => {
  /** The proof of an app that nobody knows. */
  async function strangersProof(door: Door, body: string): Promise<string> {
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
    const { privateKey } = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])
    const sign = async (bytes: Bytes) =>
      new Uint8Array(await crypto.subtle.sign({ ...algorithm, hash: 'SHA-256' }, privateKey, bytes))
    const content = {
      htm: 'POST',
      htu: originOf(door) + door.path,
      iat: Instant.of(Date.now() / 1000),
      jti: newNonce(random),
      rn: newNonce(random),
      body_sha256: Digest.ofText(body),
    } as const
    return makeAppProof(content, { sign }, { profile: ProfileId.make(random) })
  }

  /** As whoever belongs there knocks. */
  async function rightly(door: Door, browser: Browser, body = ''): Promise<Knock> {
    const { host, origin } = new URL(originOf(door))
    const { method, path, visitor } = door
    const proof = visitor === 'app' ? { [appProofHeader]: await strangersProof(door, body) } : {}
    const listens = path.endsWith('/events')
    const accept = listens ? 'text/event-stream' : 'text/html'
    const page = visitor === 'page' || visitor === 'site' ? { accept } : {}
    const cookie = visitor === 'page' ? { cookie: cookiesOf(browser) } : {}
    const from = door.own ? { origin } : {}
    return { method, path, headers: { host, ...from, ...cookie, ...page, ...proof } }
  }

  /** What is wrong with each, and how it is answered. */
  async function wrongs(door: Door, browser: Browser) {
    const right = await rightly(door, browser)
    const typed = (type: string) => ({ ...right.headers, 'content-type': type })
    const wrong: [string, Knock, readonly number[]][] = [
      ['another method', { ...right, method: 'PATCH' }, [403, 404, 405]],
      [
        'another host',
        { ...right, headers: { ...right.headers, host: 'evil.example' } },
        [403, 421],
      ],
    ]
    if (door.own) {
      const origin = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
      wrong.push(['another page', { ...right, headers: { ...right.headers, ...origin } }, [403]])
    }
    if (door.method === 'POST' && door.at !== 'inbox') {
      const type = door.visitor === 'app' ? 'application/json' : 'application/x-www-form-urlencoded'
      const body = `a=${'x'.repeat(1_100_000)}`
      wrong.push(['a body too large', { ...right, headers: typed(type), body }, [400, 413]])
    }
    if (door.nonsense) {
      const { body, type, status } = door.nonsense
      const proved = await rightly(door, browser, body)
      const headers = { ...proved.headers, 'content-type': type }
      wrong.push(['nonsense', { ...proved, headers, body }, [status]])
    }
    return wrong
  }

  /** Words for people, a problem for programs; never a stack, never an empty hand. */
  function isClear({ visitor }: Door, { headers, text }: Answer): boolean {
    const type = headers['content-type'] ?? ''
    if (/at .*\.[jt]s:\d+/u.test(text)) return false
    if (visitor === 'page' || visitor === 'site')
      return type.startsWith('text/html')
        ? /<h[12]/u.test(text)
        : type.startsWith('application/problem+json')
    const told = JSON.parse(text) as { kind?: string; error?: string; title?: string }
    return (told.kind ?? told.error ?? told.title ?? '') !== ''
  }

  it('answers what does not belong there in its own form, and nothing changes', async () => {
    const { id, browser } = await visitors.begun()
    const found: string[] = []
    for (const door of doorsOf(id)) {
      const before = await everything()
      for (const [what, sent, statuses] of await wrongs(door, browser)) {
        const name = `${what} at ${door.method} ${door.at} ${door.path}`
        const answer = await knock(originOf(door), sent).catch((error: unknown) => String(error))
        if (typeof answer === 'string') {
          found.push(`${name}: ${answer}`)
          continue
        }
        if (!statuses.includes(answer.status)) found.push(`${name}: ${String(answer.status)}`)
        if (!isClear(door, answer)) found.push(`${name}: ${answer.text.slice(0, 200)}`)
      }
      if ((await everything()) !== before) found.push(`${door.path}: something changed`)
    }
    expect(found).toEqual([])
  })
})

describe('what was good once', () => {
  it('as a call of the app: again it gets the same answer, and elsewhere none', async () => {
    const folder = join(country.data, 'phone-once')
    const { phone, id, sent } = await visitors.activated(folder)
    must(await phone.state(id))
    const { path, headers, body } = sent()
    const before = await everything()
    const { host } = new URL(country.origins.app)
    const send = (given: Partial<Sent>) =>
      knock(country.origins.app, {
        method: 'POST',
        path,
        body,
        ...given,
        headers: { ...headers, host },
      })
    const [again, twice] = [await send({}), await send({})]
    expect(again).toMatchObject({ status: 200, text: twice.text })
    for (const other of [{ body: '{ }' }, { path: '/api/history', body: '{}' }])
      expect(JSON.parse((await send(other)).text)).toMatchObject({ status: 401, kind: 'proof' })
    expect(await everything()).toBe(before)
    must(await phone.state(id))
  })

  it('as a step of the box, when the sign-in is over: the page says so', async () => {
    const { phone, id } = await visitors.activated(join(country.data, 'phone-box'))
    const visit = await visitors.begun()
    const asked = must(await phone.claim(id, { kind: 'code', code: await visitors.codeOf(visit) }))
    must(await phone.approve(id, asked, anna.pin, false))
    const finished = await visit.post('finish')
    const { location } = JSON.parse(finished.text) as { location: string }
    const back = await visit.browser.get(new URL(location, country.origins.signIn))
    const callback = back.headers.get('location') ?? ''
    expect((await visit.browser.get(callback)).status).toBe(303)
    const before = await everything()
    for (const step of ['user-id', 'code', 'cancel'])
      expect((await visit.post(step, { user_id: 'someone' })).text, step).toContain(
        'data-ending="completed"',
      )
    // Who heard no answer goes on; the service is given no second code.
    expect(JSON.parse((await visit.post('finish')).text)).toEqual({ location })
    const onward = await visit.browser.get(new URL(location, country.origins.signIn))
    expect(onward.headers.get('location') ?? '').not.toMatch(/[?&]code=/u)
    expect((await visit.post('start')).status).toBe(409)
    expect((await visit.post('/return', { token: 'A'.repeat(43) })).status).toBe(404)
    expect((await visit.browser.get(callback)).status).toBe(400)
    expect(await everything()).toBe(before)
  })
})

describe('an app’s storage', () => {
  it('Invariant 13: copied, stops both copies at the first call of the second, and the person is told', async () => {
    const [folder, copied] = [join(country.data, 'phone-a'), join(country.data, 'phone-b')]
    const { phone, id } = await visitors.activated(folder)
    await cp(folder, copied, { recursive: true })
    must(await phone.state(id))
    const [latest] = await visitors.inboxOf(anna.reach)
    const second = visitors.phoneIn(copied).phone
    expect(await second.state(id)).toMatchObject({ ok: false, refusal: { kind: 'copied' } })
    expect(await second.profiles()).toMatchObject([{ stage: 'ended', why: 'copied' }])
    expect(await phone.state(id)).toMatchObject({ ok: false })
    expect(await phone.profiles()).toMatchObject([{ stage: 'ended' }])
    const told = await country.message(anna.reach, /app/iu, latest?.id)
    expect(told.text).not.toMatch(sixDigits)
    expect(upkeepWords.en.ended.copied).toContain('in both places')
  })
})

describe('the evidence of an approval', () => {
  const run = promisify(execFile)
  const verify = (pack: string, keys: string) => {
    const script = join(root, 'packages/protocol/command/mitid-verify.ts')
    return run(process.execPath, [script, pack, '--keys', keys, '--json']).then(
      ({ stdout }) => ({ code: 0, stdout }),
      (fault: unknown) => fault as { code: number; stdout: string },
    )
  }

  it('verifies against the published keys alone, and not with one letter changed', async () => {
    const { phone, id } = await visitors.activated(join(country.data, 'phone-evidence'))
    const visit = await visitors.begun()
    const asked = must(await phone.claim(id, { kind: 'code', code: await visitors.codeOf(visit) }))
    must(await phone.approve(id, asked, anna.pin, false))
    await visit.post('finish')
    const { pack } = must(await phone.receipt(id, visit.id))
    const good = EvidencePack.parse(pack)
    if (!good) throw new Error('what the app was given is no pack')
    const published = await fetch(`${country.origins.signIn}/evidence-keys.json`)
    const file = async (name: string, content: unknown) => {
      const path = join(country.data, name)
      await writeFile(path, JSON.stringify(content))
      return path
    }
    const keys = await file('keys.json', await published.json())
    const verified = await verify(await file('pack.json', good), keys)
    expect(verified.code, verified.stdout).toBe(0)
    expect(verified.stdout).toContain('Log on at Borger')
    const middle = Math.floor(good.offer.length / 2)
    const letter = good.offer[middle] === 'A' ? 'B' : 'A'
    const offer = good.offer.slice(0, middle) + letter + good.offer.slice(middle + 1)
    expect((await verify(await file('bad.json', { ...good, offer }), keys)).code).toBe(1)
  })
})

// The last, as it moves the clock of the whole country.
it('what is over by its time says so, and nothing changes', async () => {
  const visit = await visitors.begun()
  await visitors.codeOf(visit)
  await country.country.mitid('clock', '--advance', '301')
  const before = await everything()
  for (const step of ['user-id', 'code', 'finish'])
    expect((await visit.post(step, { user_id: 'someone' })).text, step).toContain(
      'data-ending="expired"',
    )
  expect((await visit.post('start')).status).toBe(409)
  expect(await everything()).toBe(before)
})
