/** From nothing but NemID to a log-on and an approved transfer. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvalWords } from '../../apps/phone/src/words/approval-words.ts'
import { completedWords } from '../../apps/server/src/edge/citizen/enrolment/words/completed-words.ts'
import { endedWords } from '../../apps/server/src/edge/citizen/enrolment/words/ended-words.ts'
import { proofWords } from '../../apps/server/src/edge/citizen/enrolment/words/proof-words.ts'
import { words as bankWords } from '../../surroundings/bank/src/words.ts'
import { computer, inspect, openBrowser, phone } from './browser.ts'
import { openCountry, type TestCountry } from './country.ts'
import {
  answerSteps,
  confirm,
  findTheWay,
  proveWithApp,
  proveWithCard,
  type NemIdHolder,
} from './nemid-holder.ts'
import {
  approve,
  askForCode,
  codeOn,
  goThroughActivation,
  localeOf,
  sitsAtIt,
  typeCode,
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

const pin = '740913'
const sentences = {
  da: 'Overførsel af 2.300 kr. til konto 9978 000123456',
  en: 'Transfer of DKK 2,300 to account number 9978 000123456',
} as const
const alma: NemIdHolder = { key: 'alma', userId: 'alma.winther', password: 'solsikke42' }
const mathilde: NemIdHolder = { key: 'mathilde', userId: 'mathilde.kb', password: 'kanelbulle6' }
const freja: NemIdHolder = { key: 'freja', userId: 'freja.bak', password: 'trampolin11' }
const ove: NemIdHolder = { key: 'ove', userId: 'ove.kirkegaard', password: 'brevdue1944' }

/** Everything that the app is needed for, with a code typed each time. */
async function logOnAndTransfer(box: Page, app: Page, userId: string, tongue: Tongue) {
  await box.goto(`${country.origins.bank}/`)
  await box.getByRole('link', { name: bankWords[tongue].login }).click()
  await typeCode(app, await askForCode(box, userId, tongue), tongue)
  await sitsAtIt(app, tongue)
  await approve(app, pin, tongue)
  await app.getByRole('heading', { name: approvalWords[tongue].loggedOn }).waitFor()
  await box.getByRole('button', { name: bankWords[tongue].approve }).click()
  const code = await codeOn(box, tongue)
  await app.goto(country.origins.app)
  await typeCode(app, code, tongue)
  await sitsAtIt(app, tongue)
  await app.getByText(sentences[tongue]).waitFor()
  await approve(app, pin, tongue)
  await box.getByRole('heading', { name: bankWords[tongue].done }).waitFor()
  await box.getByText(sentences[tongue]).waitFor()
}

describe('NemID and the app', () => {
  let desk: BrowserContext
  let pocket: BrowserContext
  const tongue = 'en'
  beforeAll(async () => {
    const view = { locale: localeOf[tongue] }
    ;[desk, pocket] = await Promise.all([computer(browser, view), phone(browser, view)])
  })
  afterAll(async () => {
    await Promise.all([desk.close(), pocket.close()])
  })

  it('the front page leads through the guide and the code card to a MitID', async () => {
    const page = await desk.newPage()
    await findTheWay(page, country, tongue)
    await proveWithCard(page, country, alma, tongue)
    const choices = {
      first: 'app',
      spare: 'none',
      sms: '+4520100777',
      email: 'alma@post.example',
      userId: 'alma havn sky',
    } as const
    await answerSteps(page, country, choices, tongue, inspect)
    await confirm(page, tongue, inspect)
    await page.getByRole('heading', { name: completedWords[tongue].title }).waitFor()
    await inspect(page, `enrol-done-${tongue}`)
  })

  it('the app is activated by the page, which says so by itself', async () => {
    const [page] = desk.pages()
    if (!page) throw new Error('the page is gone')
    const link = await page
      .getByRole('link', { name: completedWords[tongue].openHere })
      .getAttribute('href')
    const app = await pocket.newPage()
    await app.goto(link ?? '')
    const someone = { userId: 'alma havn sky', reach: '+4520100777', pin, name: 'Alma' }
    await goThroughActivation(app, country, someone, tongue)
    await page.getByRole('heading', { name: completedWords[tongue].active }).waitFor()
    await inspect(page, `enrol-active-${tongue}`)
  })

  it('the new MitID logs on and approves a transfer', async () => {
    const [app] = pocket.pages()
    if (!app) throw new Error('the app is gone')
    await logOnAndTransfer(await desk.newPage(), app, 'alma havn sky', tongue)
  })

  it('nobody gets a second one', async () => {
    const page = await desk.newPage()
    await page.goto(`${country.origins.citizen}/en/nemid`)
    await page.getByRole('button', { name: 'Begin' }).click()
    await page.getByRole('button', { name: endedWords[tongue].resume.anew }).click()
    await proveWithCard(page, country, alma, tongue)
    await page
      .getByRole('heading', { name: endedWords[tongue].reasons['has-mitid'].title })
      .waitFor()
  })
})

describe('NemID’s code app, e-mail alone, on the phone itself', () => {
  const tongue = 'da'
  it('the link on the last page opens the app on the same phone', async () => {
    const pocket = await phone(browser, { locale: localeOf[tongue], dark: true })
    const page = await pocket.newPage()
    await findTheWay(page, country, tongue)
    await proveWithApp(page, country, mathilde, tongue)
    const email = 'mathilde@post.example'
    const choices = { first: 'app', spare: 'none', email, userId: 'mathilde i malmø' } as const
    await answerSteps(page, country, choices, tongue, inspect)
    await confirm(page, tongue)
    const [app] = await Promise.all([
      pocket.waitForEvent('page'),
      page.getByRole('link', { name: completedWords[tongue].openHere }).click(),
    ])
    await goThroughActivation(
      app,
      country,
      { userId: 'mathilde i malmø', reach: email, pin, name: 'Mathilde' },
      tongue,
    )
    await page.getByRole('heading', { name: completedWords[tongue].active }).waitFor()
    const desk = await computer(browser, { locale: localeOf[tongue] })
    await logOnAndTransfer(await desk.newPage(), app, 'mathilde i malmø', tongue)
    await Promise.all([desk.close(), pocket.close()])
  })
})

describe('faults and who is turned away', () => {
  let desk: BrowserContext
  let page: Page
  beforeAll(async () => {
    desk = await computer(browser, { locale: 'en-GB' })
    page = await desk.newPage()
  })
  afterAll(() => desk.close())

  const fault = async (origin: string, name: string) => {
    const answer = await fetch(`${origin}/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ fault: name }),
    })
    expect(answer.ok).toBe(true)
  }
  const begin = async () => {
    await desk.clearCookies()
    await page.goto(`${country.origins.citizen}/en/nemid`)
    await page.getByRole('button', { name: 'Begin' }).click()
  }

  it.each([
    [freja, 'too-young'],
    [ove, 'register'],
  ] as const)('%j is turned away kindly: %s', async (holder, reason) => {
    await begin()
    await proveWithCard(page, country, holder, 'en')
    await page.getByRole('heading', { name: endedWords.en.reasons[reason].title }).waitFor()
  })

  it('NemID and the register go down: the page says so, and the person goes on', async () => {
    const signe: NemIdHolder = { key: 'signe', userId: 'signe.ravn', password: 'blyantspids8' }
    await begin()
    await fault(country.origins.nemid, 'down')
    await page.getByLabel(proofWords.en.userId).fill(signe.userId)
    await page.getByLabel(proofWords.en.password).fill(signe.password)
    await page.getByRole('button', { name: proofWords.en.send }).click()
    await page.getByRole('link', { name: proofWords.en.refused.unavailable }).waitFor()
    await fault(country.origins.nemid, 'ok')
    await fault(country.origins.cprRegister, 'down')
    await proveWithCard(page, country, signe, 'en')
    await page.getByRole('heading', { name: proofWords.en.registerTitle }).waitFor()
    await fault(country.origins.cprRegister, 'ok')
    await page.getByRole('button', { name: proofWords.en.tryAgain }).click()
    await page.getByRole('heading', { name: 'Choose what to approve with' }).waitFor()
  })
})
