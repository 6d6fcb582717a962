import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvalWords } from '../../apps/phone/src/words/approval-words.ts'
import { stepWords } from '../../apps/server/src/edge/sign-in/words/step-words.ts'
import { words as bankWords } from '../../surroundings/bank/src/words.ts'
import { words as borgerWords } from '../../surroundings/borger/src/words.ts'
import { computer, inspect, openBrowser, phone } from './browser.ts'
import { openCountry, type TestCountry } from './country.ts'
import {
  activate,
  anna,
  approve,
  askForCode,
  codeOn,
  localeOf,
  sitsAtIt,
  typeCode,
  typeUserId,
  type Tongue,
} from './person.ts'

let country: TestCountry
let browser: Browser
beforeAll(async () => {
  ;[country, browser] = await Promise.all([openCountry(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await country.stop()
})

const sentences = {
  da: 'Overførsel af 2.300 kr. til konto 9978 000123456',
  en: 'Transfer of DKK 2,300 to account number 9978 000123456',
} as const
const people = {
  en: anna,
  da: { userId: 'oda vestergård', reach: '+4520100003', pin: '861402', name: 'Oda' },
} as const

describe.each(['en', 'da'] as const)('in %s', (tongue: Tongue) => {
  const view = { locale: localeOf[tongue], dark: tongue === 'da' }
  const someone = people[tongue]
  let desk: BrowserContext
  let pocket: BrowserContext
  beforeAll(async () => {
    ;[desk, pocket] = await Promise.all([computer(browser, view), phone(browser, view)])
  })
  afterAll(async () => {
    await Promise.all([desk.close(), pocket.close()])
  })

  it('a citizen activates the app, and is told so over another channel', async () => {
    const app = await pocket.newPage()
    await activate(app, country, someone, tongue, inspect)
    const told = await country.message(someone.reach, /aktiver|activated/iu)
    expect(told.text).not.toMatch(/\d{6}/u)
  })

  it('logs on to the bank with a typed code, past the warning of an unseen browser', async () => {
    const box = await desk.newPage()
    const app = pocket.pages()[0] ?? (await pocket.newPage())
    await box.goto(`${country.origins.bank}/`)
    await inspect(box, `bank-front-${tongue}`)
    await box.getByRole('link', { name: bankWords[tongue].login }).click()
    const code = await askForCode(box, someone.userId, tongue)
    await typeCode(app, code, tongue, inspect)
    await sitsAtIt(app, tongue, inspect)
    await approve(app, someone.pin, tongue)
    await app.getByRole('heading', { name: approvalWords[tongue].loggedOn }).waitFor()
    await inspect(app, `app-logged-on-${tongue}`)
    await box.getByRole('heading', { name: bankWords[tongue].transfer }).waitFor()
    await inspect(box, `bank-account-${tongue}`)
  })

  it('approves the transfer by reading it, entering the PIN and swiping', async () => {
    const [box] = desk.pages()
    const [app] = pocket.pages()
    if (!box || !app) throw new Error('the windows are gone')
    await box.getByRole('button', { name: bankWords[tongue].approve }).click()
    const code = await codeOn(box, tongue)
    await app.goto(country.origins.app)
    await typeCode(app, code, tongue)
    await sitsAtIt(app, tongue)
    await app.getByText(sentences[tongue]).waitFor()
    await approve(app, someone.pin, tongue, inspect)
    await app.getByRole('heading', { name: approvalWords[tongue].approved }).waitFor()
    await inspect(app, `app-approved-${tongue}`)
    await box.getByRole('heading', { name: bankWords[tongue].done }).waitFor()
    await box.getByText(sentences[tongue]).waitFor()
    await inspect(box, `bank-done-${tongue}`)
  })

  it('logs on to Borger, which is told the name and the CPR number', async () => {
    const [box] = desk.pages()
    const [app] = pocket.pages()
    if (!box || !app) throw new Error('the windows are gone')
    await box.goto(`${country.origins.borger}/`)
    await box.getByRole('link', { name: borgerWords[tongue].login }).click()
    await typeUserId(box, someone.userId, tongue)
    const code = await codeOn(box, tongue)
    await app.goto(country.origins.app)
    await typeCode(app, code, tongue)
    await sitsAtIt(app, tongue)
    await approve(app, someone.pin, tongue)
    await box.getByRole('heading', { name: borgerWords[tongue].told }).waitFor()
    await inspect(box, `borger-own-page-${tongue}`)
    const citizen = country.country.people.citizens.find((one) => one.user_id === someone.userId)
    await box.getByText(citizen?.cpr ?? 'no citizen').waitFor()
  })

  it('logs on from the phone itself, and the browser there is known from then on', async () => {
    const box = await pocket.newPage()
    await box.goto(`${country.origins.borger}/`)
    await box.getByRole('link', { name: borgerWords[tongue].login }).click()
    await typeUserId(box, someone.userId, tongue)
    await box.getByRole('button', { name: stepWords[tongue].same.open }).click()
    await approve(box, someone.pin, tongue)
    await box.getByRole('button', { name: approvalWords[tongue].toBrowser }).click()
    await box.getByText(borgerWords[tongue].resistant).waitFor()
    await box.goto(`${country.origins.borger}/login`)
    const code = await askForCode(box, someone.userId, tongue)
    const [app] = pocket.pages()
    if (!app) throw new Error('the app is gone')
    await app.goto(country.origins.app)
    await typeCode(app, code, tongue)
    await approve(app, someone.pin, tongue)
    await box.getByText(borgerWords[tongue].resistant).waitFor()
  })
})
