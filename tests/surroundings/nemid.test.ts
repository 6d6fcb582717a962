/** The sandbox's NemID as a program: its protocol, its lies, and the card and app used by hand. */
import { generateKeyPairSync } from 'node:crypto'
import { createLocalJWKSet, jwtVerify } from 'jose'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { peopleOf } from '../../apps/sandbox/src/people/people.ts'
import { words } from '../../surroundings/nemid/src/words.ts'
import { computer, inspect, openBrowser, phone } from '../journeys/browser.ts'
import { pressOn } from '../journeys/keyboard.ts'
import { openSurrounding, type Surrounding } from './program.ts'

const nonce = 'a-nonce-of-the-caller'
const { newcomers, nemid: holders } = peopleOf(new Date('2026-11-22T12:00:00Z'))
const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const naming = { kid: 'nemid-1', alg: 'ES256', use: 'sig' }
const trusted = createLocalJWKSet({
  keys: [{ ...keys.publicKey.export({ format: 'jwk' }), ...naming }],
})
const client = { CLIENT_ID: 'mitid', CLIENT_SECRET: 'a-secret-of-the-tests' }
let nemid: Surrounding
let browser: Browser

beforeAll(async () => {
  nemid = await openSurrounding('nemid', client, {
    HOLDERS_FILE: holders,
    SIGNING_KEY_FILE: { ...keys.privateKey.export({ format: 'jwk' }), ...naming },
  })
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await nemid.stop()
})
beforeEach(() => switchTo('ok'))

const switchTo = (fault: string) => nemid.ask('POST', '/faults', { fault })

type Told = Readonly<Record<string, unknown>> & {
  readonly id?: string
  readonly assertion?: string
}
async function call(method: string, path: string, body?: object, secret = client.CLIENT_SECRET) {
  const credentials = Buffer.from(`${client.CLIENT_ID}:${secret}`).toString('base64')
  const answer = await nemid.ask(method, path, body, { authorization: `Basic ${credentials}` })
  const text = await answer.text()
  return { status: answer.status, told: (text === '' ? {} : JSON.parse(text)) as Told }
}

const alma = { user_id: 'alma.winther', password: 'solsikke42' }
const begin = (way: 'card' | 'app', given: object = {}) =>
  call('POST', '/sessions', { ...alma, way, nonce, ...given })

/** As a person would: look on the card for the number that was asked. */
async function keyFor({ card, number }: Told): Promise<string> {
  const answer = await nemid.ask('GET', '/holder/alma')
  const { cards } = (await answer.json()) as {
    cards: { number: string; keys: Record<string, string> }[]
  }
  return cards.find((one) => one.number === card)?.keys[String(number)] ?? ''
}

async function assertion(): Promise<string> {
  const { told } = await begin('card')
  const answered = await call('POST', `/sessions/${told.id ?? ''}/key`, { key: await keyFor(told) })
  return answered.told.assertion ?? ''
}

const verify = (jws: string) =>
  jwtVerify(jws, trusted, {
    issuer: nemid.origin,
    audience: client.CLIENT_ID,
    typ: 'nemid-assertion+jwt',
    algorithms: ['ES256'],
    requiredClaims: ['iat', 'exp', 'nonce'],
  })

describe('the protocol', () => {
  it('with the card: a number is asked, and its key gives a signed word on who it is', async () => {
    const begun = await begin('card')
    expect(begun).toMatchObject({ status: 201, told: { way: 'card' } })
    expect(begun.told['expires_in']).toBeGreaterThan(290)
    expect(begun.told['number']).toMatch(/^\d{4}$/u)
    const path = `/sessions/${begun.told.id ?? ''}/key`
    expect(await call('POST', path, { key: '' })).toMatchObject({ status: 400 })
    expect(await call('POST', path, { key: 'x' })).toEqual({ status: 422, told: { error: 'key' } })
    const { status, told } = await call('POST', path, { key: await keyFor(begun.told) })
    expect(status).toBe(200)
    const { payload } = await verify(told.assertion ?? '')
    const { cpr, name } = newcomers.find(({ key }) => key === 'alma') ?? {}
    expect(payload).toMatchObject({ nonce, cpr, name, way: 'card' })
  })

  it('with the app: it waits until the holder has approved there', async () => {
    const { told } = await begin('app')
    const path = `/sessions/${told.id ?? ''}`
    expect(await call('GET', path)).toMatchObject({ status: 200, told: { state: 'waiting' } })
    const decided = { prompt: told.id, decision: 'approve' }
    expect(await (await nemid.ask('POST', '/app/alma', decided)).json()).toEqual({
      state: 'approved',
    })
    const answered = await call('GET', path)
    expect((await verify(answered.told.assertion ?? '')).payload).toMatchObject({
      way: 'app',
      nonce,
    })
    expect(await call('GET', path)).toEqual({ status: 410, told: { error: 'over' } })
  })

  it('a prompt that was left is over', async () => {
    const { told } = await begin('app')
    expect((await call('DELETE', `/sessions/${told.id ?? ''}`)).status).toBe(204)
    expect((await call('GET', `/sessions/${told.id ?? ''}`)).status).toBe(410)
  })

  it('answers those alone whom it has an agreement with', async () => {
    for (const secret of ['', 'another-secret'])
      expect(
        (await call('POST', '/sessions', { ...alma, way: 'card', nonce }, secret)).status,
      ).toBe(401)
    expect((await nemid.ask('GET', '/sessions/x')).status).toBe(401)
  })

  it.each([{}, { way: 'sms' }, { nonce: 'short' }, { password: '' }, { more: 1 }])(
    'what it cannot read is refused: %j',
    async (given) => {
      const whole = { ...alma, way: 'card', nonce, ...given }
      const body = Object.keys(given).length === 0 ? {} : whole
      expect((await call('POST', '/sessions', body)).status).toBe(400)
    },
  )

  it('wrong tries lock, the lock says how long, and survives a restart', async () => {
    const wrong = { user_id: 'kurt.iversen', password: 'wrong-one' }
    for (let run = 0; run < 5; run += 1)
      expect(await begin('card', wrong)).toEqual({ status: 401, told: { error: 'credentials' } })
    await nemid.restart()
    const { status, told } = await begin('card', { ...wrong, password: 'regnfrakke4' })
    expect([status, told['error']]).toEqual([423, 'locked'])
    expect(told['retry_after']).toBeGreaterThan(7.9 * 3600)
    await nemid.ask('POST', '/holder/kurt/reopen')
    expect((await begin('card', { ...wrong, password: 'regnfrakke4' })).status).toBe(201)
  })
})

describe('its lies', () => {
  it.each(['bad-signature', 'other-issuer', 'other-audience', 'stale'])(
    'whoever verifies an answer finds %s out',
    async (lie) => {
      await switchTo(lie)
      const jws = await assertion()
      expect(jws.split('.')).toHaveLength(3)
      await expect(verify(jws)).rejects.toThrow()
    },
  )

  it('an answer of an earlier time, or about somebody else, is well signed and not what was asked', async () => {
    await switchTo('replayed')
    expect((await verify(await assertion())).payload['nonce']).not.toBe(nonce)
    await switchTo('other-person')
    const { payload } = await verify(await assertion())
    expect(payload['name']).toBe('Alma Winther')
    expect(payload['cpr']).not.toBe(newcomers.find(({ key }) => key === 'alma')?.cpr)
  })
})

describe.each(['da-DK', 'en-GB'] as const)('the pages in %s', { timeout: 60_000 }, (locale) => {
  const text = words[locale === 'da-DK' ? 'da' : 'en']
  const name = locale

  it('from the list to the card, which has every key, and prints', async () => {
    const context = await computer(browser, { locale })
    const page = await context.newPage()
    await page.goto(nemid.origin)
    await inspect(page, `nemid-list-${name}`)
    await page.getByRole('link', { name: 'Alma Winther' }).click()
    await inspect(page, `nemid-holder-${name}`)
    const { told } = await begin('card')
    const card = String(told['card'])
    await page.getByRole('link', { name: text.card.named(card) }).click()
    expect(
      await page
        .getByRole('listitem')
        .filter({ hasText: /^\d{4}\s\d{6}$/u })
        .count(),
    ).toBe(148)
    const line = page.locator(`#n${String(told['number'])}`)
    expect(await line.innerText()).toContain(await keyFor(told))
    await inspect(page, `nemid-card-${name}`)
    await page.emulateMedia({ media: 'print' })
    await inspect(page, `nemid-card-print-${name}`)
    await context.close()
  })

  it('the code app shows a new prompt by itself, and is used by keyboard alone', async () => {
    const context = await phone(browser, { locale, dark: locale === 'en-GB' })
    const page = await context.newPage()
    await page.goto(`${nemid.origin}/app`)
    await inspect(page, `nemid-apps-${name}`)
    await page.getByRole('link', { name: 'Alma Winther' }).click()
    await page.getByText(text.app.nothing).waitFor()
    await inspect(page, `nemid-app-empty-${name}`)
    const { told } = await begin('app')
    await page.getByRole('status').getByText(text.app.arrived).waitFor()
    await page.getByText(String(told['reference'])).waitFor()
    await inspect(page, `nemid-app-${name}`)
    await pressOn(page, page.getByRole('button', { name: text.app.approve }))
    await page.getByRole('status').getByText(text.app.approved).waitFor()
    await inspect(page, `nemid-app-done-${name}`)
    const answered = await call('GET', `/sessions/${told.id ?? ''}`)
    expect(answered.told['state']).toBe('approved')
    await context.close()
  })

  it('the app works without scripts, and a refusal there is told', async () => {
    const context = await browser.newContext({ locale, javaScriptEnabled: false })
    const page = await context.newPage()
    const { told } = await begin('app')
    await page.goto(`${nemid.origin}/app/alma`)
    await page.getByRole('button', { name: text.app.refuse }).click()
    await page.getByText(text.app.refused).waitFor()
    expect((await call('GET', `/sessions/${told.id ?? ''}`)).told['state']).toBe('refused')
    await context.close()
  })

  it('a locked holder, the faults and a page that is not there are for everybody', async () => {
    const context = await phone(browser, { locale, dark: locale === 'da-DK' })
    const page = await context.newPage()
    for (let run = 0; run < 5; run += 1)
      await begin('card', { user_id: 'gudrun.th', password: 'wrong-one' })
    await page.goto(`${nemid.origin}/holder/gudrun`)
    await inspect(page, `nemid-locked-${name}`)
    await page.getByRole('button', { name: text.reopen }).click()
    expect(await page.getByRole('button', { name: text.reopen }).count()).toBe(0)
    await page.getByRole('button', { name: text.card.renew }).click()
    await page.goto(`${nemid.origin}/faults`)
    await page.getByLabel(text.lies['other-person']).check()
    await page.getByRole('main').getByRole('button').click()
    await page.getByRole('status').waitFor()
    await inspect(page, `nemid-faults-${name}`)
    await page.goto(`${nemid.origin}/holder/nobody`)
    await inspect(page, `nemid-missing-${name}`)
    await context.close()
  })
})
