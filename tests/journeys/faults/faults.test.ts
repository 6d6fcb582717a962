/** The server or PostgreSQL dies, at every round trip of a sign-in. See protocols §7, 3, 4 and 11. */
import type { SignInId } from '@open-mitid/identity/sign-in'
import * as client from 'openid-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Asked } from '../../../apps/phone/src/core/index.ts'
import { Browser } from '../../conformance/browser.ts'
import { exchange, open, push, type Opened } from '../../conformance/foreign-services.ts'
import { must, openMortalHouse, pin, userId } from './mortal-house.ts'

type House = Awaited<ReturnType<typeof openMortalHouse>>
let house: House
beforeAll(async () => {
  house = await openMortalHouse()
})
afterAll(() => house.close())

type Journey = Opened & { code: string; asked?: Asked; onward?: string | undefined; callback?: URL }

/** What each of those who take part does, and does again where no answer came. */
const steps = {
  'the claim': async (journey: Journey) => {
    const { phone, id } = house
    journey.asked = must(await phone.claim(id, { kind: 'code', code: journey.code }))
  },
  'the PIN and the approval': async ({ asked }: Journey) => {
    if (!asked) throw new Error('nothing was claimed')
    must(await house.phone.approve(house.id, asked, pin, false))
  },
  'the page’s last step': async (journey: Journey) => {
    const answer = await posted(journey, 'finish')
    const body = await answer.text()
    if (answer.status >= 500) throw new Error('a fault')
    journey.onward =
      answer.headers.get('content-type')?.startsWith('application/json') === true
        ? (JSON.parse(body) as { location: string }).location
        : /<a [^>]*href="([^"]*)"[^>]*>Go on to Shop/u.exec(body)?.[1]
    expect(journey.onward, body).toBeDefined()
  },
  'the way back to the service': async (journey: Journey) => {
    const answer = await journey.browser.get(new URL(journey.onward ?? '', house.issuer))
    if (answer.status >= 500) throw new Error('a fault')
    journey.callback = new URL(answer.headers.get('location') ?? '', house.issuer)
    expect(journey.callback.searchParams.get('code'), await answer.text()).not.toBeNull()
  },
  'the token': async (journey: Journey) => {
    const { callback } = journey
    if (!callback) throw new Error('no code came back')
    const tokens = await exchange(house.shop, { ...journey, callback })
    expect(tokens.id_token).toBeDefined()
  },
} satisfies Readonly<Record<string, (journey: Journey) => Promise<void>>>
type Step = keyof typeof steps
const order = Object.keys(steps) as Step[]

/** As the page's script does it. */
function posted({ id, browser }: Opened, what: string, fields: Record<string, string> = {}) {
  const cookie = [...browser.cookies]
    .map(([name, value]) => `${name.split(' ')[0] ?? ''}=${value}`)
    .join('; ')
  const origin = house.issuer
  return fetch(`${origin}/sign-in/${id}/${what}`, {
    method: 'POST',
    headers: { cookie, origin, 'mitid-script': '1' },
    body: new URLSearchParams(fields),
  })
}

async function begun(): Promise<Journey> {
  const browser = new Browser('en')
  const started = await push(house.shop, { reference_text: 'DKK 200', ui_locales: 'en' })
  const opened = await open(started, browser)
  await posted(opened, 'user-id', { user_id: userId })
  const page = await (await posted(opened, 'code')).text()
  await house.flushed()
  return { ...opened, code: /data-code="([0-9A-Z]{8})"/u.exec(page)?.[1] ?? '' }
}

/** How many events of each type tell of this sign-in. */
async function told(id: SignInId): Promise<Readonly<Record<string, number>>> {
  const types = (await house.events()).filter(({ body }) => body.includes(id))
  return Object.fromEntries(
    [...new Set(types.map(({ type }) => type))].map((type) => [
      type,
      types.filter((each) => each.type === type).length,
    ]),
  )
}

const deaths = {
  'the server': () => {
    house.killServer()
  },
  PostgreSQL: () => {
    house.killPostgres()
  },
} as const

const all = Object.entries(deaths) as [keyof typeof deaths, () => void][]
describe.each(all)('%s is killed', (who, kill) => {
  it.each(order)('in the round trips of %s: all goes on once after the restart', async (step) => {
    let cuts = 0
    // The last round has the line cut after a trip that there is not.
    for (let trips = 0; trips <= cuts; trips += 1) {
      const journey = await begun()
      let end = 'completed'
      for (const each of order) {
        if (end === 'ended') break
        if (each === step) house.line.cutAfter(trips, kill)
        const first = await steps[each](journey).then(() => 'answered', failed)
        if (each !== step) {
          expect(first, `${each}, ${String(trips)} trips`).toBe('answered')
          continue
        }
        if (house.line.mend()) cuts += 1
        await house.recovered()
        if (first !== 'answered') end = await again(each, journey, { who, trips })
      }
      const { 'pin-tried': tries = 0, ...events } = await told(journey.id)
      // A code that was lost is told again; a token that was lost was made all the same.
      const tokens = end === 'completed' || step === 'the token' ? { 'token-issued': 1 } : {}
      expect(events, `${step}, ${String(trips)} trips`).toEqual({
        'sign-in-claimed': 1,
        'sign-in-approved': 1,
        'sign-in-completed': 1,
        'new-browser-used': 1,
        ...tokens,
      })
      expect(await house.state(journey.id)).toBe('completed')
      expect(tries).toBeLessThanOrEqual(2)
      expect(must(await house.phone.state(house.id)).tries_left).toBe(3)
      expect(await house.phone.profiles()).toMatchObject([{ stage: 'active', forked: false }])
    }
    // Before its one trip at the least, and after it.
    expect(cuts).toBeGreaterThanOrEqual(2)
  })

  it('after a wrong PIN was counted: the try is not forgotten', async () => {
    const journey = await begun()
    await steps['the claim'](journey)
    const { asked } = journey
    if (!asked) throw new Error('nothing was claimed')
    const wrong = () => house.phone.approve(house.id, asked, '118822', false)
    house.line.cutAfter(1, kill)
    expect(await wrong().then(() => 'answered', failed)).not.toBe('answered')
    expect(house.line.mend()).toBe(true)
    await house.recovered()
    expect(must(await house.phone.state(house.id)).tries_left).toBe(2)
    expect(await wrong()).toMatchObject({ refusal: { kind: 'pin-mistyped', triesLeft: 1 } })
    must(await house.phone.approve(house.id, asked, pin, false))
    expect(must(await house.phone.state(house.id)).tries_left).toBe(3)
  })
})

/**
 * Done again as whoever heard no answer does it. What may be given out only once may be lost on the
 * way: then the service is told, and nobody gets a second one.
 */
async function again(
  step: Step,
  journey: Journey,
  { who, trips }: { who: keyof typeof deaths; trips: number },
): Promise<'completed' | 'ended'> {
  const second = await steps[step](journey).then(() => 'answered', failed)
  const once = givenOnce[who][step]
  if (once?.test(second) === true) return 'ended'
  expect(second, `${step} again, ${String(trips)} trips`).toBe('answered')
  return 'completed'
}

/** A lost code is told again to its browser, whoever died; a token is not. */
const givenOnce: Readonly<Record<keyof typeof deaths, Readonly<Partial<Record<Step, RegExp>>>>> = {
  'the server': { 'the token': /^invalid_grant$/u },
  PostgreSQL: { 'the token': /^invalid_grant$/u },
}

function failed(error: unknown): string {
  if (error instanceof client.ResponseBodyError) return error.error
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}
