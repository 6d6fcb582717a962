/** Mail and text messages are away: whoever signs in feels nothing of it, and is told afterwards. */
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvalWords } from '../../apps/phone/src/words/approval-words.ts'
import { words as bankWords } from '../../surroundings/bank/src/words.ts'
import { computer, openBrowser, phone } from './browser.ts'
import { openCountry, type TestCountry } from './country.ts'
import { activate, anna, approve, askForCode, sitsAtIt, typeCode } from './person.ts'

const tongue = 'en'
const view = { locale: 'en-GB' } as const
/** In the language of the person. */
const newBrowser = /vi ikke har set før|we have not seen before/u

let country: TestCountry
let browser: Browser
let pocket: BrowserContext
beforeAll(async () => {
  ;[country, browser] = await Promise.all([openCountry(), openBrowser()])
  pocket = await phone(browser, view)
  await activate(await pocket.newPage(), country, anna, tongue)
})
afterAll(async () => {
  await browser.close()
  await country.stop()
})

/** Of both channels at once. */
async function carriersAre(fault: 'ok' | 'down' | 'slow'): Promise<void> {
  const origin = country.origins.inbox
  const answer = await fetch(`${origin}/faults`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ smtp: fault, smpp: fault }),
  })
  expect(await answer.json()).toEqual({ smtp: fault, smpp: fault })
}

const heard = async () => {
  const query = new URLSearchParams({ to: anna.reach })
  const answer = await fetch(`${country.origins.inbox}/messages?${query.toString()}`)
  const { messages } = (await answer.json()) as { messages: { text: string }[] }
  return messages.filter(({ text }) => newBrowser.test(text)).length
}

describe.each(['slow', 'down'] as const)('while mail and text messages are %s', (fault) => {
  it('a citizen logs on as always, and hears of it when they are back', async () => {
    const before = await heard()
    await carriersAre(fault)
    const desk = await computer(browser, view) // never seen before, which its person is told
    const box = await desk.newPage()
    const [app] = pocket.pages()
    if (!app) throw new Error('the app is gone')
    await box.goto(`${country.origins.bank}/`)
    await box.getByRole('link', { name: bankWords[tongue].login }).click()
    await typeCode(app, await askForCode(box, anna.userId, tongue), tongue)
    await sitsAtIt(app, tongue)
    await approve(app, anna.pin, tongue)
    await app.getByRole('heading', { name: approvalWords[tongue].loggedOn }).waitFor()
    await box.getByRole('heading', { name: bankWords[tongue].transfer }).waitFor()
    await desk.close()
    await app.goto(country.origins.app)
    if (fault === 'down') expect(await heard()).toBe(before)
    await carriersAre('ok')
    await expect.poll(heard, { timeout: 30_000 }).toBe(before + 1)
  })
})
