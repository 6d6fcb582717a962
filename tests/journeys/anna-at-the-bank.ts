/** Anna with her app, and the bank's window that has been sent to the MitID box. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { approvalWords } from '../../apps/phone/src/words/approval-words.ts'
import { endingWords } from '../../apps/server/src/edge/sign-in/words/ending-words.ts'
import { stepWords } from '../../apps/server/src/edge/sign-in/words/step-words.ts'
import { words as bankWords, type Message } from '../../surroundings/bank/src/words.ts'
import { computer, openBrowser, phone } from './browser.ts'
import { openCountry, type TestCountry } from './country.ts'
import { activate, anna, approve, askForCode, sitsAtIt, typeCode, type Tongue } from './person.ts'

export let country: TestCountry
export let browser: Browser
export let app: Page
/** A computer that nobody has signed in on. */
export let desk: BrowserContext

/** One country and one app for all tests of a file, and a new computer for each. */
export function annaAtTheBank(): void {
  beforeAll(async () => {
    ;[country, browser] = await Promise.all([openCountry(), openBrowser()])
    const pocket = await phone(browser)
    app = await pocket.newPage()
    await activate(app, country, anna, 'en')
  })
  afterAll(async () => {
    await browser.close()
    await country.stop()
  })
  beforeEach(async () => {
    desk = await computer(browser, { locale: 'en-GB' })
  })
  afterEach(() => desk.close())
}

export const h2 = (page: Page, name: string) => page.getByRole('heading', { level: 2, name })
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
export const pass = (seconds: number) => country.advance(seconds)
/** The person comes back to the window: the page reads its state at once. */
export const look = (page: Page) =>
  page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))

/** The bank's page sends the window to the box. */
export async function atTheBox(tongue: Tongue = 'en', context = desk): Promise<Page> {
  const box = await context.newPage()
  await box.goto(`${country.origins.bank}/?lang=${tongue}`)
  await box.getByRole('link', { name: bankWords[tongue].login }).click()
  await h2(box, stepWords[tongue].userId.title).waitFor()
  return box
}

/** Fetched into the app, past the warning. */
export async function claimed(
  box: Page,
  userId = anna.userId,
  tongue: Tongue = 'en',
): Promise<void> {
  const code = await askForCode(box, userId, tongue)
  await app.goto(country.origins.app)
  await typeCode(app, code, 'en')
  await app.getByRole('heading', { name: approvalWords.en.unseen }).waitFor()
}

export async function leadsBackTo(box: Page, message: Message, tongue: Tongue): Promise<void> {
  const { title, text } = bankWords[tongue].messages[message]
  await box.getByRole('link', { name: endingWords[tongue].backTo('Sundby Bank') }).click()
  await box.getByRole('heading', { name: title }).waitFor()
  await box.getByText(text).waitFor()
}

export async function loggedOn(box: Page): Promise<void> {
  await box.getByRole('heading', { name: bankWords.en.transfer, exact: true }).waitFor()
}

/** The slider needs a whole PIN; a wrong one comes back with words at the field. */
export async function yes(pin = anna.pin): Promise<void> {
  await sitsAtIt(app, 'en')
  await approve(app, pin, 'en')
}
