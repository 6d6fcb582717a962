/** A person changes their own password and user ID, from the website's pages to the next log-on. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvalWords } from '../../apps/phone/src/words/approval-words.ts'
import { ownWords } from '../../apps/server/src/edge/citizen/words/own-words.ts'
import { passwordWords } from '../../apps/server/src/edge/password-words.ts'
import { changeWords } from '../../apps/server/src/edge/sign-in/words/change-words.ts'
import { deviceWords } from '../../apps/server/src/edge/sign-in/words/device-words.ts'
import { stepWords } from '../../apps/server/src/edge/sign-in/words/step-words.ts'
import { userIdWords } from '../../apps/server/src/edge/user-id-words.ts'
import { words as bankWords } from '../../surroundings/bank/src/words.ts'
import { computer, inspect, openBrowser, phone } from './browser.ts'
import { activateByLetter } from './code-device-holder.ts'
import { openCountry, type TestCountry } from './country.ts'
import { pressOn, typeInto } from './keyboard.ts'
import { activate, approve, localeOf, typeUserId, type Someone, type Tongue } from './person.ts'

let country: TestCountry
let browser: Browser
beforeAll(async () => {
  ;[country, browser] = await Promise.all([openCountry(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await country.stop()
})

const people = { en: 'anna.sommer', da: 'oda vestergård' } as const
const newNames = { en: 'anna.havblik', da: 'oda.fjordblik' } as const
/** Both are written to in Danish. */
const reaches = { en: 'anna.sommer@post.example', da: '+4520100003' } as const
const first = 'blå cykel 47'
const next = 'grøn måne 58'
const heading = (page: Page, name: string) => page.getByRole('heading', { name }).waitFor()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

type Holder = { readonly desk: BrowserContext; readonly page: Page; readonly serial: string }
const holders = new Map<Tongue, Holder>()
afterAll(async () => {
  for (const { desk } of holders.values()) await desk.close()
})

it.each(['en', 'da'] as const)('a code device is activated, in %s', async (tongue) => {
  const locale = localeOf[tongue]
  const desk = await (tongue === 'da' ? phone : computer)(browser, {
    locale,
    dark: tongue === 'da',
  })
  const userId = people[tongue]
  const kind = 'code-display'
  await country.country.mitid('order-device', '--user-id', userId, '--kind', kind)
  const person = country.country.people.citizens.find((one) => one.user_id === userId)
  const site = await desk.newPage()
  await site.goto(`${country.origins.citizen}/activate`)
  const holder = { country, desk, tongue, kind, userId } as const
  const { page, serial, reader } = await activateByLetter(holder, person?.name ?? '', first, site)
  await reader.close()
  holders.set(tongue, { desk, page, serial })
})

describe.each(['en', 'da'] as const)('with a code device, in %s', (tongue: Tongue) => {
  const words = deviceWords[tongue]
  const change = changeWords[tongue]
  const wrong = () => page.locator('[data-wrong]')
  let page: Page
  let serial: string
  beforeAll(() => {
    const holder = holders.get(tongue)
    if (!holder) throw new Error('nobody has a device')
    ;({ page, serial } = holder)
  })

  /** From the button on the website to the form in the box, by the keys alone. */
  async function approveAChange(place: 'password' | 'user-id', userId: string, password: string) {
    await page.goto(`${country.origins.citizen}/${place}`)
    await heading(page, ownWords[tongue][place].title)
    await inspect(page, `own-${place}-${tongue}`)
    await pressOn(page, page.getByRole('link', { name: ownWords[tongue][place].change }))
    await heading(page, stepWords[tongue].heads.manage('MitID'))
    const asked = page.getByLabel(stepWords[tongue].userId.label, { exact: true })
    const way = page.getByRole('button', { name: words.way })
    const field = page.getByLabel(words.password.label, { exact: true })
    await page.waitForLoadState()
    await typeInto(page, asked, userId)
    await page.keyboard.press('Enter')
    await field.or(way).first().waitFor()
    if (await way.isVisible()) await pressOn(page, way)
    await typeInto(page, field, password)
    await page.keyboard.press('Enter')
    await heading(page, words.question.manage)
    await page.getByText(change.asked[place]).first().waitFor()
    await inspect(page, `own-approve-${place}-${tongue}`)
    const code = page.getByLabel(words.code.label, { exact: true })
    await typeInto(page, code, await country.nextCode(serial))
    await page.keyboard.press('Enter')
    await heading(page, (place === 'password' ? change.password : change.userId).title)
  }

  /** As far as the code, which shows that user ID and password go together. */
  async function logOn(userId: string, password: string) {
    await page.goto(`${country.origins.bank}/`)
    await page.getByRole('link', { name: bankWords[tongue].login }).click()
    await page.waitForLoadState()
    await typeUserId(page, userId, tongue)
    const field = page.getByLabel(words.password.label, { exact: true })
    const way = page.getByRole('button', { name: words.way })
    await field.or(way).first().waitFor()
    if (await way.isVisible()) await way.click()
    await field.fill(password)
    await button(page, words.password.send).click()
  }

  it('chooses a new password, which is rated and refused as the first one was', async () => {
    await approveAChange('password', people[tongue], first)
    await inspect(page, `own-new-password-${tongue}`)
    const field = page.getByLabel(change.password.label, { exact: true })
    await typeInto(page, field, 'password1')
    await page.keyboard.press('Enter')
    await wrong().getByText(passwordWords[tongue].refused['password-word']).waitFor()
    await inspect(page, `own-new-password-refused-${tongue}`)
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    await pressOn(page, wrong().getByRole('link'))
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true)
    await field.fill('')
    await typeInto(page, field, next)
    await page.getByText(passwordWords[tongue].strength.strong).waitFor()
    await page.keyboard.press('Enter')
    await heading(page, change.over['change-done'].title)
    await inspect(page, `own-changed-${tongue}`)
    await page.reload()
    await heading(page, change.over['change-done'].title)
    await country.message(reaches[tongue], /adgangskode er ændret/u)
  })

  it('logs on with the new one, and not with the old one', async () => {
    await logOn(people[tongue], first)
    await page.locator('[data-errors]').getByText(words.fault.wrong).waitFor()
    await country.advance(10)
    await logOn(people[tongue], next)
    await heading(page, words.code.title['code-display'])
  })

  it('chooses a new user ID, told at once what is taken, with the password that goes with it', async () => {
    await approveAChange('user-id', people[tongue], next)
    await inspect(page, `own-new-user-id-${tongue}`)
    const field = page.getByLabel(userIdWords[tongue].own, { exact: true })
    const suggestion = page.locator('[data-suggested]').first()
    const suggested = await suggestion.innerText()
    await pressOn(page, suggestion)
    await expect.poll(() => field.inputValue()).toBe(suggested)
    await field.fill('')
    await typeInto(page, field, 'james.holm')
    await page.getByText(userIdWords[tongue].refused['user-id-taken']).waitFor()
    await field.fill('')
    await typeInto(page, field, newNames[tongue])
    await page.getByText(userIdWords[tongue].free).waitFor()
    await typeInto(page, page.getByLabel(change.userId.password, { exact: true }), next)
    await inspect(page, `own-user-id-typed-${tongue}`)
    await page.keyboard.press('Enter')
    await heading(page, change.over['change-done'].title)
    await country.message(reaches[tongue], /Bruger-ID.* er ændret/u)
    await logOn(newNames[tongue], next)
    await heading(page, words.code.title['code-display'])
  })
})

describe('with the app alone', () => {
  const james: Someone = {
    userId: 'james.holm',
    reach: '+4520100002',
    pin: '615243',
    name: 'James',
  }
  const change = changeWords.en
  let pocket: BrowserContext
  let tab: Page
  beforeAll(async () => {
    pocket = await phone(browser)
    const app = await pocket.newPage()
    await activate(app, country, james, 'en')
    tab = await pocket.newPage()
  }, 120_000)
  afterAll(() => pocket.close())

  async function approveInApp(place: 'password' | 'user-id', userId: string) {
    await tab.goto(`${country.origins.citizen}/${place}`)
    await tab.getByRole('link', { name: ownWords.en[place].change }).click()
    await typeUserId(tab, userId, 'en')
    await tab.getByRole('button', { name: stepWords.en.same.open }).click()
    await heading(tab, 'Approve this change to your MitID?')
    await inspect(tab, `own-app-${place}`)
    await approve(tab, james.pin, 'en')
    await tab.getByRole('button', { name: approvalWords.en.toBrowser }).click()
  }

  it('a new user ID is approved on the phone, and asks for no password', async () => {
    await approveInApp('user-id', james.userId)
    await heading(tab, change.userId.title)
    expect(await tab.getByLabel(change.userId.password).count()).toBe(0)
    await inspect(tab, 'own-new-user-id-app')
    await tab.getByLabel(userIdWords.en.own, { exact: true }).fill('james.strand')
    await tab.getByText(userIdWords.en.free).waitFor()
    await button(tab, change.userId.send).click()
    await heading(tab, change.over['change-done'].title)
  })

  it('who has no password is told so', async () => {
    await approveInApp('password', 'james.strand')
    await heading(tab, change.over['no-password'].title)
    await inspect(tab, 'own-no-password')
  })
})
