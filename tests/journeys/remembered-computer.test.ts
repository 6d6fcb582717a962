/** A computer is remembered, is seen in the app, and its person objects: protocols §4, step 8. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { approvalWords } from '../../apps/phone/src/words/approval-words.ts'
import { browserWords } from '../../apps/phone/src/words/browser-words.ts'
import { commonWords } from '../../apps/phone/src/words/common-words.ts'
import { historyWords } from '../../apps/phone/src/words/history-words.ts'
import { homeWords } from '../../apps/phone/src/words/home-words.ts'
import { words as bankWords } from '../../surroundings/bank/src/words.ts'
import { computer, inspect, openBrowser, phone } from './browser.ts'
import { openCountry, type TestCountry } from './country.ts'
import { activate, anna, approve, askForCode, sitsAtIt, typeCode, type Tongue } from './person.ts'

let country: TestCountry
let browser: Browser
beforeAll(async () => {
  ;[country, browser] = await Promise.all([openCountry(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await country.stop()
})

it('a person remembers a computer, and says within the day that it was not them', async () => {
  const tongue: Tongue = 'da'
  const words = browserWords[tongue]
  const home = homeWords[tongue]
  // The smallest phone there is: what comes next must be seen on it without scrolling.
  const pocket = await phone(browser, { locale: 'da-DK' })
  const app = await pocket.newPage()
  await app.setViewportSize({ width: 360, height: 640 })
  await activate(app, country, anna, tongue)
  const desk = await computer(browser, { locale: 'da-DK' })
  const box = await desk.newPage()
  await box.goto(`${country.origins.bank}/?lang=da`)
  await box.getByRole('link', { name: bankWords[tongue].login }).click()
  await typeCode(app, await askForCode(box, anna.userId, tongue), tongue)
  await sitsAtIt(app, tongue)
  await app.getByLabel(approvalWords[tongue].remember).check()
  await approve(app, anna.pin, tongue)
  await box.waitForURL(`${country.origins.bank}/account`)

  await app.goto(country.origins.app)
  await app.getByRole('button', { name: home.menu }).click()
  await app.getByRole('button', { name: home.browsers }).click()
  const open = app.getByRole('button', { name: words.open })
  await open.waitFor()
  const place = await open.boundingBox()
  expect((place?.y ?? 640) + (place?.height ?? 0)).toBeLessThanOrEqual(640)
  await app.getByLabel(commonWords[tongue].pin).fill(anna.pin)
  await open.click()
  await app.getByRole('heading', { level: 1, name: words.title }).waitFor()
  await app.getByText(words.text).waitFor()
  await inspect(app, 'app-browsers')
  await app.getByRole('button', { name: words.notMe }).click()
  await app.getByText(words.notMeText).waitFor()
  await app.getByText(words.none).waitFor()
  await inspect(app, 'app-browsers-not-me')

  await app.goBack()
  await app.getByRole('button', { name: home.menu }).click()
  await app.getByRole('button', { name: home.history }).click()
  await app.getByLabel(commonWords[tongue].pin).fill(anna.pin)
  await app.getByRole('button', { name: historyWords[tongue].open }).click()
  await app.getByText(historyWords[tongue].whole).waitFor()
  await app.getByText(historyWords[tongue].event['browser-forgotten']).first().waitFor()
  await inspect(app, 'app-history-whole')
  await pocket.close()
  await desk.close()
})
