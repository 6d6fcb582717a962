/** A newcomer has two minutes and no mouse: from the start page to an approved transfer. */
import { approveWords } from '@open-mitid/ui'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { activationWords } from '../../apps/phone/src/words/activation-words.ts'
import { approvalWords } from '../../apps/phone/src/words/approval-words.ts'
import { commonWords } from '../../apps/phone/src/words/common-words.ts'
import { homeWords } from '../../apps/phone/src/words/home-words.ts'
import { scanWords } from '../../apps/phone/src/words/scan-words.ts'
import { startSite } from '../../apps/sandbox/src/start-site.ts'
import { words as startWords } from '../../apps/sandbox/src/words.ts'
import { stepWords } from '../../apps/server/src/edge/sign-in/words/step-words.ts'
import { words as bankWords } from '../../surroundings/bank/src/words.ts'
import { computer, inspect, openBrowser } from './browser.ts'
import { openCountry, root, type TestCountry } from './country.ts'
import { pressOn, tabTo, typeInto } from './keyboard.ts'
import { codeOn } from './person.ts'

const pin = '481730'
let country: TestCountry
let browser: Browser
let site: FastifyInstance
let desk: BrowserContext
let start: Page
beforeAll(async () => {
  ;[country, browser] = await Promise.all([openCountry(), openBrowser()])
  const { origins } = country
  site = startSite(country.country, origins, join(root, 'apps/sandbox/dist/client'))
  await site.listen({ host: '127.0.0.1', port: Number(new URL(origins.start).port) })
  desk = await computer(browser, { locale: 'da-DK' })
  start = await desk.newPage()
})
afterAll(async () => {
  await browser.close()
  await site.close()
  await country.stop()
})

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const heading = (page: Page, name: string) => page.getByRole('heading', { name })
/** The window that a link or a form opens. */
async function opened(goal: Locator): Promise<Page> {
  const [page] = await Promise.all([desk.waitForEvent('page'), pressOn(start, goal)])
  return page
}

it('the start page is for everybody, in both languages', async () => {
  for (const language of ['en', 'da'] as const) {
    await start.goto(`${country.origins.start}/?lang=${language}`)
    await heading(start, startWords[language].title).waitFor()
    await inspect(start, `start-page-${language}`)
  }
})

it('a newcomer gets from it to an approved transfer by keyboard alone', async () => {
  const words = startWords.da
  const app = await opened(button(start, words.giveTo('Anna Sommer')))
  const activation = activationWords.da
  await pressOn(app, button(app, activation.understood))
  await pressOn(app, app.getByLabel(activation.codeLabel))
  await typeInto(app, app.getByLabel(activation.nameLabel), 'Anna')
  await app.keyboard.press('Enter')
  await heading(app, activation.secondTitle).waitFor()
  const inbox = await opened(start.getByRole('link', { name: words.inboxOf }).first())
  const code = await inbox.locator('.code-value').first().innerText()
  await typeInto(app, app.getByLabel(activation.secondLabel), code)
  await app.keyboard.press('Enter')
  await typeInto(app, app.getByLabel(activation.pinLabel), pin)
  await app.keyboard.press('Enter')
  await typeInto(app, app.getByLabel(activation.pinAgainLabel), pin)
  await app.keyboard.press('Enter')
  await pressOn(app, button(app, activation.start))
  await heading(app, homeWords.da.nothing).waitFor()

  const bank = await opened(start.getByRole('link', { name: words.bank }))
  await pressOn(bank, bank.getByRole('link', { name: bankWords.da.login }))
  const box = stepWords.da
  await heading(bank, box.userId.title).waitFor()
  await bank.waitForLoadState()
  await typeInto(bank, bank.getByLabel(box.userId.label, { exact: true }), 'anna.sommer')
  await bank.keyboard.press('Enter')
  await pressOn(bank, button(bank, box.ways.code))
  await approveByKeys(app, await codeOn(bank, 'da'))
  await pressOn(bank, button(bank, bankWords.da.approve))
  await approveByKeys(app, await codeOn(bank, 'da'))
  await heading(bank, bankWords.da.done).waitFor()
  const sentence = 'Overførsel af 2.300 kr. til konto 9978 000123456'
  expect(await bank.getByRole('main').innerText()).toContain(sentence)
})

/** The slider filled by holding Enter. */
async function approveByKeys(app: Page, code: string): Promise<void> {
  await pressOn(app, button(app, homeWords.da.type))
  await typeInto(app, app.getByLabel(scanWords.da.typeLabel), code)
  await app.keyboard.press('Enter')
  await pressOn(app, button(app, approvalWords.da.goOn))
  await typeInto(app, app.getByLabel(commonWords.da.pin), pin)
  const slider = app.getByRole('slider', { name: approveWords.da.slide })
  await tabTo(app, slider)
  await app.keyboard.down('Enter')
  await button(app, commonWords.da.done).waitFor()
  await app.keyboard.up('Enter')
  await pressOn(app, button(app, commonWords.da.done))
  await heading(app, homeWords.da.nothing).waitFor()
}
