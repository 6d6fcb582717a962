/** What people do on the pages, found by the words they read, so that a journey reads as one. */
import { approveWords } from '@open-mitid/ui'
import type { Page } from 'playwright-core'
import { activationWords } from '../../apps/phone/src/words/activation-words.ts'
import { approvalWords } from '../../apps/phone/src/words/approval-words.ts'
import { commonWords } from '../../apps/phone/src/words/common-words.ts'
import { homeWords } from '../../apps/phone/src/words/home-words.ts'
import { scanWords } from '../../apps/phone/src/words/scan-words.ts'
import { stepWords } from '../../apps/server/src/edge/sign-in/words/step-words.ts'
import type { TestCountry } from './country.ts'

export type Tongue = 'da' | 'en'
export const localeOf = { da: 'da-DK', en: 'en-GB' } as const satisfies Record<Tongue, string>

export type Someone = {
  readonly userId: string
  /** Phone number or e-mail address. */
  readonly reach: string
  readonly pin: string
  readonly name: string
}

export const anna: Someone = {
  userId: 'anna.sommer',
  reach: '+4520100001',
  pin: '274936',
  name: 'Anna',
}

/** As a message writes it, in two groups. */
export const sixDigits = /\b(\d{3}) ?(\d{3})\b/u

/** What is sent to activate, apart from other messages with a code. */
const secondCode = /(?:aktivere|activating)\D*\d{3} ?\d{3}/u

export function codeIn(text: string): string {
  const [, first = '', last = ''] = sixDigits.exec(text) ?? []
  return first + last
}

/** What is done on each page on the way; most journeys only pass. */
export type Look = (page: Page, name: string) => Promise<void>
const pass: Look = () => Promise.resolve()

/** From the link with the first code to "Your app is ready". */
export async function activate(
  page: Page,
  country: TestCountry,
  someone: Someone,
  tongue: Tongue,
  look: Look = pass,
): Promise<void> {
  const told = (await country.country.mitid(
    'issue-activation-code',
    '--user-id',
    someone.userId,
    '--channel',
    'page',
  )) as { link: string }
  const before = await country.newest(someone.reach)
  await page.goto(told.link)
  await goThroughActivation(page, country, someone, tongue, look, before)
}

/** The same on a phone that a link with the code has been opened on. */
export async function goThroughActivation(
  page: Page,
  country: TestCountry,
  { reach, pin, name }: Someone,
  tongue: Tongue,
  look: Look = pass,
  after?: string,
): Promise<void> {
  const words = activationWords[tongue]
  const goOn = page.getByRole('button', { name: commonWords[tongue].goOn, exact: true })
  const understood = page.getByRole('button', { name: words.understood })
  await understood.waitFor()
  await look(page, `app-before-${tongue}`)
  await understood.click()
  await page.getByRole('heading', { name: words.codeTitle }).waitFor()
  await look(page, `app-activation-code-${tongue}`)
  await goOn.click()
  await page.getByLabel(words.nameLabel).fill(name)
  await look(page, `app-name-${tongue}`)
  await goOn.click()
  await page.getByRole('heading', { name: words.secondTitle }).waitFor()
  const sent = await country.message(reach, secondCode, after)
  await look(page, `app-second-code-${tongue}`)
  await page.getByLabel(words.secondLabel).fill(codeIn(sent.text))
  await goOn.click()
  await page.getByLabel(words.pinLabel).fill(pin)
  await look(page, `app-pin-${tongue}`)
  await goOn.click()
  await page.getByLabel(words.pinAgainLabel).fill(pin)
  await goOn.click()
  await page.getByRole('heading', { name: words.activatedTitle }).waitFor()
  await look(page, `app-activated-${tongue}`)
  await page.getByRole('button', { name: words.start }).click()
  await page.getByRole('heading', { name: homeWords[tongue].nothing }).waitFor()
  await look(page, `app-home-${tongue}`)
}

/** In the box: the user ID, then a code to type. Answers the code. */
export async function askForCode(box: Page, userId: string | undefined, tongue: Tongue) {
  if (userId !== undefined) await typeUserId(box, userId, tongue)
  await box.getByRole('button', { name: stepWords[tongue].ways.code }).click()
  return codeOn(box, tongue)
}

export async function typeUserId(box: Page, userId: string, tongue: Tongue): Promise<void> {
  const words = stepWords[tongue].userId
  // Sent before its script is there, the form leads to a typed code, which works without one.
  await box.waitForLoadState()
  await box.getByLabel(words.label, { exact: true }).fill(userId)
  await box.getByRole('button', { name: words.send }).click()
}

/** The code in the box. A browser that has asked for one before shows the next at once. */
export async function codeOn(box: Page, tongue: Tongue): Promise<string> {
  await box.getByRole('heading', { name: stepWords[tongue].code.title }).waitFor()
  const shown = await box.locator('[data-code]').getAttribute('data-code')
  return shown ?? ''
}

/** In the app: the code, and the request stands there. */
export async function typeCode(
  page: Page,
  code: string,
  tongue: Tongue,
  look: Look = pass,
): Promise<void> {
  const words = scanWords[tongue]
  await page.bringToFront() // a tab behind another one is slow to draw
  await page.getByRole('button', { name: homeWords[tongue].type }).click()
  await page.getByLabel(words.typeLabel).fill(code)
  await look(page, `app-type-code-${tongue}`)
  await page.getByRole('button', { name: words.fetch, exact: true }).click()
}

/** The warning of a browser that was never seen before. */
export async function sitsAtIt(page: Page, tongue: Tongue, look: Look = pass): Promise<void> {
  const words = approvalWords[tongue]
  await page.getByRole('heading', { name: words.unseen }).waitFor()
  await look(page, `app-unseen-browser-${tongue}`)
  await page.getByRole('button', { name: words.goOn }).click()
}

/** The text read to its end, the PIN, and the handle drawn to the end with the mouse or a finger. */
export async function approve(
  page: Page,
  pin: string,
  tongue: Tongue,
  look: Look = pass,
): Promise<void> {
  await page.getByRole('slider').waitFor()
  await page.evaluate(() => {
    scrollTo(0, document.documentElement.scrollHeight)
  })
  await page.getByLabel(commonWords[tongue].pin).fill(pin)
  await look(page, `app-approval-${tongue}`)
  const handle = page.getByRole('slider', { name: approveWords[tongue].slide })
  const from = await handle.boundingBox()
  const track = await page.locator('.slide-track').boundingBox()
  if (!from || !track) throw new Error('the slider is not on the screen')
  const y = from.y + from.height / 2
  await page.mouse.move(from.x + from.width / 2, y)
  await page.mouse.down()
  await page.mouse.move(track.x + track.width / 2, y, { steps: 5 })
  await page.mouse.move(track.x + track.width + 10, y, { steps: 5 })
  await page.mouse.up()
}
