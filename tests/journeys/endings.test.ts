/** Every way in which it does not go straight on: the person is told what happened and what to do. */
import type { Page } from 'playwright-core'
import { describe, it } from 'vitest'
import { approvalWords } from '../../apps/phone/src/words/approval-words.ts'
import { problemWords } from '../../apps/phone/src/words/problem-words.ts'
import { scanWords } from '../../apps/phone/src/words/scan-words.ts'
import { boxWords } from '../../apps/server/src/edge/sign-in/words/box-words.ts'
import { endingWords } from '../../apps/server/src/edge/sign-in/words/ending-words.ts'
import { stepWords } from '../../apps/server/src/edge/sign-in/words/step-words.ts'
import { words as bankWords } from '../../surroundings/bank/src/words.ts'
import {
  annaAtTheBank,
  app,
  atTheBox,
  button,
  claimed,
  country,
  h2,
  leadsBackTo,
  loggedOn,
  look,
  pass,
  yes,
} from './anna-at-the-bank.ts'
import { inspect } from './browser.ts'
import { anna, approve, askForCode, codeOn, typeCode, typeUserId } from './person.ts'

annaAtTheBank()

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
