/** A sign-in belongs to the window that it began in: reloaded, left, opened twice, or sent on. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { approvalWords } from '../../apps/phone/src/words/approval-words.ts'
import { homeWords } from '../../apps/phone/src/words/home-words.ts'
import { scanWords } from '../../apps/phone/src/words/scan-words.ts'
import { endingWords } from '../../apps/server/src/edge/sign-in/words/ending-words.ts'
import { stepWords } from '../../apps/server/src/edge/sign-in/words/step-words.ts'
import { words as bankWords } from '../../surroundings/bank/src/words.ts'
import {
  annaAtTheBank,
  app,
  atTheBox,
  browser,
  button,
  country,
  desk,
  h2,
  leadsBackTo,
  loggedOn,
  look,
  pass,
  yes,
} from './anna-at-the-bank.ts'
import { computer, inspect, phone } from './browser.ts'
import { anna, approve, askForCode, codeOn, typeCode, typeUserId } from './person.ts'

annaAtTheBank()

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
