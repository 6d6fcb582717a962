/** A person without a smartphone and without a mouse: from nothing but NemID to an approved transfer. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { activateWords } from '../../apps/server/src/edge/citizen/device/device-words.ts'
import { choiceWords } from '../../apps/server/src/edge/citizen/enrolment/words/choice-words.ts'
import { completedWords } from '../../apps/server/src/edge/citizen/enrolment/words/completed-words.ts'
import { confirmWords } from '../../apps/server/src/edge/citizen/enrolment/words/confirm-words.ts'
import { contactWords } from '../../apps/server/src/edge/citizen/enrolment/words/contact-words.ts'
import { deliveryWords } from '../../apps/server/src/edge/citizen/enrolment/words/delivery-words.ts'
import { proofWords } from '../../apps/server/src/edge/citizen/enrolment/words/proof-words.ts'
import { termsWords } from '../../apps/server/src/edge/citizen/enrolment/words/terms-words.ts'
import { userIdWords } from '../../apps/server/src/edge/citizen/enrolment/words/user-id-words.ts'
import { findWords } from '../../apps/server/src/edge/citizen/words/find-words.ts'
import { frontWords } from '../../apps/server/src/edge/citizen/words/front-words.ts'
import { getWords } from '../../apps/server/src/edge/citizen/words/get-words.ts'
import { nemidWords } from '../../apps/server/src/edge/citizen/words/nemid-words.ts'
import { deviceWords } from '../../apps/server/src/edge/sign-in/words/device-words.ts'
import { knownWords } from '../../apps/server/src/edge/sign-in/words/known-words.ts'
import { stepWords } from '../../apps/server/src/edge/sign-in/words/step-words.ts'
import { words as bankWords } from '../../surroundings/bank/src/words.ts'
import { words as readerWords } from '../../surroundings/code-device/src/words.ts'
import { computer, inspect, openBrowser } from './browser.ts'
import { openCountry, type TestCountry } from './country.ts'
import { pressOn, tabTo, typeInto } from './keyboard.ts'
import { keyBeside, type NemIdHolder } from './nemid-holder.ts'
import { codeIn, sixDigits } from './person.ts'

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
const sentences = {
  da: 'Overførsel af 2.300 kr. til konto 9978 000123456',
  en: 'Transfer of DKK 2,300 to account number 9978 000123456',
} as const
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
  const locale = tongue === 'da' ? 'da-DK' : 'en-GB'
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

  // The letter comes, and the device is unpacked.
  const letter = await country.message(name, inLetter)
  const [device] = (await country.country.mitid('show-devices', '--user-id', userId)) as {
    serial: string
  }[]
  const serial = device?.serial ?? ''
  const [, first = '', last = ''] = inLetter.exec(letter.text.replace(serial, '')) ?? []
  const reader = await desk.newPage()

  // Activated by the letter.
  const site = activateWords[tongue]
  await pressOn(page, link(page, completedWords[tongue].deviceActivate))
  await typeInto(page, page.getByLabel(site.serial), serial)
  await typeInto(page, page.getByLabel(site.code, { exact: true }), first + last)
  await page.keyboard.press('Enter')
  await heading(page, site.choose.title)
  await typeInto(page, page.getByLabel(site.choose.label), password)
  await pressOn(page, button(page, site.choose.go))
  await heading(page, site.first.title)
  const codes = { kind, tongue, serial } as const
  const firstCode = await nextCode(reader, codes)
  await page.bringToFront()
  await typeInto(page, page.getByLabel(site.first.label, { exact: true }), firstCode)
  await page.keyboard.press('Enter')
  await heading(page, knownWords[tongue].known.title)

  // Logs on, and approves a transfer.
  const words = deviceWords[tongue]
  const bank = bankWords[tongue]
  await page.goto(`${country.origins.bank}/`)
  await pressOn(page, page.getByRole('link', { name: bank.login }))
  await page.waitForLoadState()
  const box = stepWords[tongue].userId
  await typeInto(page, page.getByLabel(box.label, { exact: true }), userId)
  await page.keyboard.press('Enter')
  const passwordField = page.getByLabel(words.password.label, { exact: true })
  const wayButton = button(page, words.way)
  await passwordField.or(wayButton).first().waitFor()
  if (await wayButton.isVisible()) await pressOn(page, wayButton)
  for (const kindOfCode of ['log_on', 'approve'] as const) {
    await typeInto(page, passwordField, password)
    await page.keyboard.press('Enter')
    const field = page.getByLabel(words.code.label, { exact: true })
    await field.waitFor()
    if (kindOfCode === 'approve') await page.getByText(sentences[tongue]).waitFor()
    const code = await nextCode(reader, codes)
    await page.bringToFront()
    await typeInto(page, field, code)
    await page.keyboard.press('Enter')
    if (kindOfCode === 'log_on') await pressOn(page, button(page, bank.approve))
  }
  await heading(page, bank.done)
  await page.getByText(sentences[tongue]).waitFor()
  await desk.close()
})

const inLetter = /\b(\d{4}) (\d{4})\b/u

type Codes = {
  readonly kind: 'audio-reader' | 'code-display'
  readonly tongue: 'da' | 'en'
  readonly serial: string
}

/**
 * By its keys: what it shows stands, or is said, in a status line. A code counts once, so whoever
 * needs another waits until the device has one.
 */
async function nextCode(reader: Page, { kind, tongue, serial }: Codes): Promise<string> {
  await reader.bringToFront()
  if (!reader.url().includes(serial))
    await reader.goto(`${country.origins.codeDevice}/?serial=${serial}&lang=${tongue}`)
  const words = readerWords[tongue]
  const name = kind === 'audio-reader' ? words.reader.code : words.display.press
  const press = reader.getByRole('button', { name })
  let code = ''
  await expect
    .poll(
      async () => {
        await pressOn(reader, press)
        const shown = reader.getByRole('status').filter({ hasText: /\d/u }).first()
        code = (await shown.innerText()).replace(/\D/gu, '').slice(0, 6)
        return used.has(code)
      },
      { timeout: 70_000, interval: 2_000 },
    )
    .toBe(false)
  used.add(code)
  return code
}
const used = new Set<string>()
