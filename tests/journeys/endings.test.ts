/** Every way in which it does not go straight on: the person is told what happened and what to do. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { approvalWords } from '../../apps/phone/src/words/approval-words.ts'
import { homeWords } from '../../apps/phone/src/words/home-words.ts'
import { problemWords } from '../../apps/phone/src/words/problem-words.ts'
import { scanWords } from '../../apps/phone/src/words/scan-words.ts'
import { boxWords } from '../../apps/server/src/edge/sign-in/words/box-words.ts'
import { endingWords } from '../../apps/server/src/edge/sign-in/words/ending-words.ts'
import { stepWords } from '../../apps/server/src/edge/sign-in/words/step-words.ts'
import { words as bankWords, type Message } from '../../surroundings/bank/src/words.ts'
import { computer, inspect, openBrowser, phone } from './browser.ts'
import { openCountry, type TestCountry } from './country.ts'
import {
  activate,
  anna,
  approve,
  askForCode,
  codeOn,
  sitsAtIt,
  typeCode,
  typeUserId,
  type Tongue,
} from './person.ts'

let country: TestCountry
let browser: Browser
let pocket: BrowserContext
let app: Page
let desk: BrowserContext
beforeAll(async () => {
  ;[country, browser] = await Promise.all([openCountry(), openBrowser()])
  pocket = await phone(browser)
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

const h2 = (page: Page, name: string) => page.getByRole('heading', { level: 2, name })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const pass = (seconds: number) => country.country.mitid('clock', '--advance', String(seconds))
/** The person comes back to the window: the page reads its state at once. */
const look = (page: Page) =>
  page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))

/** The bank's page sends the window to the box. */
async function atTheBox(tongue: Tongue = 'en', context = desk): Promise<Page> {
  const box = await context.newPage()
  await box.goto(`${country.origins.bank}/?lang=${tongue}`)
  await box.getByRole('link', { name: bankWords[tongue].login }).click()
  await h2(box, stepWords[tongue].userId.title).waitFor()
  return box
}

/** Fetched into the app, past the warning. */
async function claimed(box: Page, userId = anna.userId, tongue: Tongue = 'en'): Promise<void> {
  const code = await askForCode(box, userId, tongue)
  await app.goto(country.origins.app)
  await typeCode(app, code, 'en')
  await app.getByRole('heading', { name: approvalWords.en.unseen }).waitFor()
}

async function leadsBackTo(box: Page, message: Message, tongue: Tongue): Promise<void> {
  const { title, text } = bankWords[tongue].messages[message]
  await box.getByRole('link', { name: endingWords[tongue].backTo('Sundby Bank') }).click()
  await box.getByRole('heading', { name: title }).waitFor()
  await box.getByText(text).waitFor()
}

async function loggedOn(box: Page): Promise<void> {
  await box.getByRole('heading', { name: bankWords.en.transfer, exact: true }).waitFor()
}

/** The slider needs a whole PIN; a wrong one comes back with words at the field. */
async function yes(pin = anna.pin): Promise<void> {
  await sitsAtIt(app, 'en')
  await approve(app, pin, 'en')
}

describe.each(['en', 'da'] as const)('the person says no, in %s', (tongue) => {
  const words = endingWords[tongue]

  it('by refusing in the app', async () => {
    const box = await atTheBox(tongue)
    await claimed(box, anna.userId, tongue)
    await button(app, approvalWords.en.refuse).click()
    await app.getByRole('heading', { name: approvalWords.en.refused }).waitFor()
    await h2(box, words.refused.title).waitFor()
    await inspect(box, `box-refused-${tongue}`)
    await leadsBackTo(box, 'cancelled', tongue)
    await inspect(box, `bank-cancelled-${tongue}`)
  })

  it('by "I did not start this", and hears what to do now', async () => {
    const box = await atTheBox(tongue)
    await claimed(box, anna.userId, tongue)
    await button(app, approvalWords.en.notMe).click()
    await app.getByText(approvalWords.en.reportedNext[2] ?? '').waitFor()
    await h2(box, words['not-me'].title).waitFor()
    await leadsBackTo(box, 'notMe', tongue)
    await inspect(box, `bank-not-me-${tongue}`)
  })

  it('by cancelling in the box, with the request already in the app', async () => {
    const box = await atTheBox(tongue)
    await claimed(box, anna.userId, tongue)
    await h2(box, stepWords[tongue].claimed.title).waitFor()
    await box.getByRole('link', { name: boxWords[tongue].cancel }).click()
    await button(box, words.leave.yes).click()
    const { title } = bankWords[tongue].messages.cancelled
    await box.getByRole('heading', { name: title }).waitFor()
    await yes()
    await app.getByRole('heading', { name: approvalWords.en.over }).waitFor()
  })

  it('by letting the time pass', async () => {
    const box = await atTheBox(tongue)
    await claimed(box, anna.userId, tongue)
    await pass(301)
    await look(box)
    await h2(box, words.expired.title).waitFor()
    await inspect(box, `box-expired-${tongue}`)
    await leadsBackTo(box, 'timeout', tongue)
    await yes()
    await app.getByRole('heading', { name: approvalWords.en.over }).waitFor()
    await app.getByText(approvalWords.en.overText).waitFor()
  })
})

describe('a wrong PIN', () => {
  const words = problemWords.en
  it('tells how many tries are left, then when the next may be, and then the right one works', async () => {
    const box = await atTheBox()
    await claimed(box)
    await yes('118822')
    await app.getByText(words.pinWrong(words.triesLeft.other('2'))).waitFor()
    await approve(app, '118823', 'en')
    await app.getByText(words.pinWrong(words.triesLeft.one)).waitFor()
    await inspect(app, 'app-pin-wrong-en')
    await approve(app, '118824', 'en')
    const wait = words.pinWait('').trimEnd().replace(/\.$/u, '')
    await app.getByText(wait).first().waitFor()
    await approve(app, anna.pin, 'en')
    await app.getByText(wait).first().waitFor()
    await inspect(app, 'app-pin-wait-en')
    await pass(301)
    await look(box)
    await leadsBackTo(box, 'timeout', 'en')
    await box.goto(`${country.origins.bank}/login`)
    await claimedAgain(box)
    await yes()
    await loggedOn(box)
  })
})

/** In a browser that asked for a code before. */
async function claimedAgain(box: Page): Promise<void> {
  await typeUserId(box, anna.userId, 'en')
  const code = await codeOn(box, 'en')
  await app.goto(country.origins.app)
  await typeCode(app, code, 'en')
  await app.getByRole('heading', { name: approvalWords.en.unseen }).waitFor()
}

describe('a user ID', () => {
  it('that nobody has gets the same page, and no app finds anything by its code', async () => {
    const box = await atTheBox()
    const code = await askForCode(box, 'nobody.at.all', 'en')
    await app.goto(country.origins.app)
    await typeCode(app, code, 'en')
    await app.getByText(scanWords.en.claimCode).waitFor()
    await box.getByText(stepWords.en.check).waitFor()
    await box.getByRole('link', { name: stepWords.en.changeUserId }).click()
    await typeUserId(box, anna.userId, 'en')
    const next = await codeOn(box, 'en')
    await app.getByLabel(scanWords.en.typeLabel).fill(next)
    await button(app, scanWords.en.fetch).click()
    await yes()
    await loggedOn(box)
  })

  it('of somebody else is told as such after three scans, and the service hears of it', async () => {
    const box = await atTheBox()
    await typeUserId(box, 'james.holm', 'en')
    const code = box.locator('[data-drawn]')
    await code.waitFor()
    for (let scan = 0; scan < 3; scan += 1) {
      // The same link again would only change the fragment of the address.
      await app.goto('about:blank')
      await app.goto((await code.getAttribute('data-drawn')) ?? '')
      await app.getByText(scanWords.en.claimQr).waitFor()
    }
    await look(box)
    await h2(box, endingWords.en['wrong-user-id'].title).waitFor()
    await inspect(box, 'box-wrong-user-id-en')
    await leadsBackTo(box, 'wrongUser', 'en')
  })
})

describe('a typed code', () => {
  it('that was renewed is stale, and the new one works', async () => {
    const box = await atTheBox()
    const stale = await askForCode(box, anna.userId, 'en')
    await button(box, stepWords.en.code.renew).click()
    await box.locator(`[data-code]:not([data-code="${stale}"])`).waitFor()
    await app.goto(country.origins.app)
    await typeCode(app, stale, 'en')
    await app.getByText(scanWords.en.claimCode).waitFor()
    await app.getByLabel(scanWords.en.typeLabel).fill(await codeOn(box, 'en'))
    await button(app, scanWords.en.fetch).click()
    await yes()
    await loggedOn(box)
  })
})

describe('the window', () => {
  it('can be loaded again at every step, and goes on where it was', async () => {
    const box = await atTheBox()
    await box.reload()
    await typeUserId(box, anna.userId, 'en')
    await box.locator('[data-drawn]').waitFor()
    await box.reload()
    await box.locator('[data-drawn]').waitFor()
    const code = await askForCode(box, undefined, 'en')
    await box.reload()
    expect(await codeOn(box, 'en')).toBe(code)
    await app.goto(country.origins.app)
    await typeCode(app, code, 'en')
    await h2(box, stepWords.en.claimed.title).waitFor()
    await box.reload()
    await h2(box, stepWords.en.claimed.title).waitFor()
    // The app too: what was fetched waits on its front page.
    await app.reload()
    await button(app, homeWords.en.answer).click()
    await yes()
    await loggedOn(box)
  })

  it('can be left by the back button, and come forward again', async () => {
    const box = await atTheBox()
    await typeUserId(box, anna.userId, 'en')
    await box.locator('[data-drawn]').waitFor()
    await box.goBack()
    await box.getByRole('link', { name: bankWords.en.login }).waitFor()
    await box.goForward()
    const code = await askForCode(box, undefined, 'en')
    await app.goto(country.origins.app)
    await typeCode(app, code, 'en')
    await yes()
    await loggedOn(box)
    await box.goBack()
    await box.waitForURL((url) => !url.pathname.includes('/account'))
    expect(await box.content()).not.toContain(anna.pin)
  })

  it('may stand open twice: one goes on, and the other says that it is done', async () => {
    const one = await atTheBox()
    await typeUserId(one, anna.userId, 'en')
    await one.locator('[data-drawn]').waitFor()
    const two = await desk.newPage()
    await two.goto(one.url())
    const code = await askForCode(two, undefined, 'en')
    await app.goto(country.origins.app)
    await typeCode(app, code, 'en')
    await yes()
    const account = (page: Page) =>
      page.getByRole('heading', { name: bankWords.en.transfer, exact: true })
    const done = (page: Page) => h2(page, endingWords.en.completed.title)
    const ends = async (page: Page) => {
      await account(page).or(done(page)).waitFor()
      return (await done(page).isVisible()) ? 'says that it is done' : 'went on'
    }
    expect((await Promise.all([ends(one), ends(two)])).sort()).toEqual([
      'says that it is done',
      'went on',
    ])
  })

  it('of another browser, even one that is in use itself, shows nothing of the sign-in', async () => {
    const box = await atTheBox()
    const other = await computer(browser, { locale: 'en-GB' })
    const elsewhere = await atTheBox('en', other)
    await elsewhere.goto(box.url())
    await h2(elsewhere, endingWords.en.unknown.title).waitFor()
    expect(await elsewhere.content()).not.toContain('Sundby')
    await inspect(elsewhere, 'box-unknown-en')
    await other.close()
  })
})

/** What the button in the box leads to, taken by whoever means to send it on. */
async function linkToApp(box: Page): Promise<string> {
  await button(box, stepWords.en.same.open).waitFor()
  return box.evaluate(async () => {
    const address = `${location.pathname}/start`
    const answer = await fetch(address, { method: 'POST', headers: { 'mitid-script': '1' } })
    return ((await answer.json()) as { link: string }).link
  })
}

describe('a link of the same-device way that was sent on', () => {
  it('logs nobody on: the approval ends it, and both sides are told', async () => {
    const thief = await phone(browser)
    const box = await atTheBox('en', thief)
    await typeUserId(box, anna.userId, 'en')
    const link = await linkToApp(box)
    await app.goto('about:blank')
    await app.goto(link)
    await approve(app, anna.pin, 'en')
    await app.getByText(approvalWords.en.approvedHere).waitFor()
    await button(app, approvalWords.en.toBrowser).click()
    await h2(app, endingWords.en.elsewhere.title).waitFor()
    await inspect(app, 'box-elsewhere-en')
    await look(box)
    await h2(box, endingWords.en.elsewhere.title).waitFor()
    await leadsBackTo(box, 'elsewhere', 'en')
    await thief.close()
  })

  it('is told as too old after a minute, with what to do', async () => {
    const sender = await phone(browser)
    const box = await atTheBox('en', sender)
    await typeUserId(box, anna.userId, 'en')
    const link = await linkToApp(box)
    await pass(61)
    await app.goto('about:blank')
    await app.goto(link)
    await app.getByText(scanWords.en.claimStart).waitFor()
    await sender.close()
  })
})
