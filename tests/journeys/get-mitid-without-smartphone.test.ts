/** A person without a smartphone and without a mouse: from nothing but NemID to an approved transfer. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { choiceWords } from '../../apps/server/src/edge/citizen/enrolment/words/choice-words.ts'
import { completedWords } from '../../apps/server/src/edge/citizen/enrolment/words/completed-words.ts'
import { confirmWords } from '../../apps/server/src/edge/citizen/enrolment/words/confirm-words.ts'
import { contactWords } from '../../apps/server/src/edge/citizen/enrolment/words/contact-words.ts'
import { deliveryWords } from '../../apps/server/src/edge/citizen/enrolment/words/delivery-words.ts'
import { proofWords } from '../../apps/server/src/edge/citizen/enrolment/words/proof-words.ts'
import { termsWords } from '../../apps/server/src/edge/citizen/enrolment/words/terms-words.ts'
import { userIdWords } from '../../apps/server/src/edge/user-id-words.ts'
import { findWords } from '../../apps/server/src/edge/citizen/words/find-words.ts'
import { frontWords } from '../../apps/server/src/edge/citizen/words/front-words.ts'
import { getWords } from '../../apps/server/src/edge/citizen/words/get-words.ts'
import { nemidWords } from '../../apps/server/src/edge/citizen/words/nemid-words.ts'
import { computer, inspect, openBrowser } from './browser.ts'
import { activateByLetter, approveByCodes } from './code-device-holder.ts'
import { openCountry, type TestCountry } from './country.ts'
import { pressOn, tabTo, typeInto } from './keyboard.ts'
import { keyBeside, type NemIdHolder } from './nemid-holder.ts'
import { codeIn, localeOf, sixDigits } from './person.ts'

let country: TestCountry
let browser: Browser
beforeAll(async () => {
  ;[country, browser] = await Promise.all([openCountry(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await country.stop()
})

const password = 'blå cykel 47'
const ways = [
  {
    tongue: 'da',
    kind: 'audio-reader',
    name: 'Grethe Nørgaard Højland',
    holder: { key: 'grethe', userId: 'grethe1935', password: 'kaffekande3' } as NemIdHolder,
    phone: '+4520100801',
  },
  {
    tongue: 'en',
    kind: 'code-display',
    name: 'Svend Aage Mikkelsen',
    holder: { key: 'svend', userId: 'svend-aage', password: 'fiskekutter9' } as NemIdHolder,
    phone: '+4520100802',
  },
] as const

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first()
const heading = (page: Page, name: string) => page.getByRole('heading', { name }).waitFor()

/** A radio by its keys: one stop of Tab for the group, and the arrows move within it. */
async function choose(page: Page, label: string): Promise<void> {
  const goal = page.getByLabel(label, { exact: true })
  const group = await goal.getAttribute('name')
  const first = page.locator(`input[name="${group ?? ''}"]:checked, input[name="${group ?? ''}"]`)
  await tabTo(page, first.first())
  await page.keyboard.press('Space')
  for (let step = 0; step < 6 && !(await goal.isChecked()); step += 1)
    await page.keyboard.press('ArrowDown')
  expect(await goal.isChecked()).toBe(true)
}

it.each(ways)('$kind, in $tongue', async (way) => {
  const { tongue, kind, holder, phone, name } = way
  const locale = localeOf[tongue]
  const desk: BrowserContext = await computer(browser, { locale })
  const page = await desk.newPage()

  // Through the guide, and NemID.
  await page.goto(`${country.origins.citizen}/${tongue}`)
  await pressOn(page, link(page, frontWords[tongue].get))
  await pressOn(page, link(page, getWords[tongue].find))
  for (const [question, answer] of [
    ['age', 'yes'],
    ['mitid', 'no'],
    ['nemid', 'yes'],
  ] as const) {
    await heading(page, findWords[tongue].questions[question].legend)
    await choose(page, findWords[tongue][answer])
    await pressOn(page, button(page, findWords[tongue].goOn))
  }
  await pressOn(page, link(page, findWords[tongue].ways.nemid.onward))
  await pressOn(page, button(page, nemidWords[tongue].begin))
  const proof = proofWords[tongue]
  await typeInto(page, page.getByLabel(proof.userId), holder.userId)
  await typeInto(page, page.getByLabel(proof.password), holder.password)
  await page.keyboard.press('Enter')
  await heading(page, proof.keyTitle)
  const number = await page.locator('.key-number b').innerText()
  const key = page.getByLabel(proof.key, { exact: true })
  await typeInto(page, key, await keyBeside(country, holder, number))
  await page.keyboard.press('Enter')

  // Every step, with keys alone.
  const choice = choiceWords[tongue]
  await heading(page, choice.title)
  await choose(page, choice.kinds[kind].label)
  await choose(page, choice.spare.none)
  await pressOn(page, button(page, choice.goOn))
  const terms = termsWords[tongue]
  await tabTo(page, page.getByLabel(terms.accept))
  await page.keyboard.press('Space')
  await pressOn(page, button(page, terms.goOn))
  const contact = contactWords[tongue]
  await typeInto(page, page.getByLabel(contact.label.sms), phone)
  await page.keyboard.press('Enter')
  await heading(page, contact.codeTitle)
  const { text } = await country.message(phone, sixDigits)
  await typeInto(page, page.getByLabel(contact.code, { exact: true }), codeIn(text))
  await page.keyboard.press('Enter')
  await heading(page, contact.goodTitle)
  await pressOn(page, link(page, contact.goOn))
  await heading(page, userIdWords[tongue].title)
  const suggested = page.locator('button[name=suggested]').first()
  const userId = await suggested.innerText()
  await pressOn(page, suggested)
  const delivery = deliveryWords[tongue]
  await heading(page, delivery.title)
  await choose(page, delivery.home)
  await pressOn(page, button(page, delivery.goOn))
  await pressOn(page, button(page, confirmWords[tongue].send))
  await heading(page, completedWords[tongue].title)
  await inspect(page, `enrol-device-ordered-${tongue}`)

  // The letter comes; the device is activated, logs on, and approves a transfer.
  await pressOn(page, link(page, completedWords[tongue].deviceActivate))
  const own = { country, desk, tongue, kind, userId }
  await approveByCodes(own, await activateByLetter(own, name, password, page), password)
  await desk.close()
})
