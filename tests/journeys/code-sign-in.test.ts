import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { activateWords } from '../../apps/server/src/edge/citizen/device/device-words.ts'
import { deviceWords } from '../../apps/server/src/edge/sign-in/words/device-words.ts'
import { knownWords } from '../../apps/server/src/edge/sign-in/words/known-words.ts'
import { ownerWords } from '../../apps/server/src/edge/sign-in/words/owner-words.ts'
import { stepWords } from '../../apps/server/src/edge/sign-in/words/step-words.ts'
import { words as bankWords } from '../../surroundings/bank/src/words.ts'
import type { Device } from '../../surroundings/code-device/src/device.ts'
import { openShelf } from '../../surroundings/code-device/src/shelf.ts'
import { computer, inspect, openBrowser, phone } from './browser.ts'
import { codeInLetter, inLetter } from './code-device-holder.ts'
import { openCountry, type TestCountry } from './country.ts'
import { localeOf, typeUserId, type Tongue } from './person.ts'

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
/** Where what is sent to them arrives. */
const reaches = { en: 'anna.sommer@post.example', da: '+4520100003' } as const
const kinds = { en: 'code-display', da: 'audio-reader' } as const
const sentences = {
  da: 'Overførsel af 2.300 kr. til konto 9978 000123456',
  en: 'Transfer of DKK 2,300 to account number 9978 000123456',
} as const
const password = 'blå cykel 47'

/** Ordered for the person, and come by post with its letter. */
async function order(tongue: Tongue): Promise<{ device: Device; code: string }> {
  const { mitid, people: all } = country.country
  await mitid('order-device', '--user-id', people[tongue], '--kind', kinds[tongue])
  const citizen = all.citizens.find((one) => one.user_id === people[tongue])
  const letter = await country.message(citizen?.name ?? '', inLetter)
  const [owned] = (await mitid('show-devices', '--user-id', people[tongue])) as {
    serial: string
  }[]
  const device = openShelf(join(country.data, 'code-device')).find(owned?.serial ?? '')
  if (!device) throw new Error('the device is not on the shelf')
  return { device, code: codeInLetter(letter.text, device.serial) }
}

describe.each(['en', 'da'] as const)('without a smartphone, in %s', (tongue: Tongue) => {
  const site = activateWords[tongue]
  const words = deviceWords[tongue]
  let desk: BrowserContext
  let page: Page
  let device: Device
  let letterCode: string
  beforeAll(async () => {
    desk = await (tongue === 'da' ? phone : computer)(browser, {
      locale: localeOf[tongue],
      dark: tongue === 'da',
    })
    page = await desk.newPage()
    ;({ device, code: letterCode } = await order(tongue))
  })
  afterAll(() => desk.close())

  const fault = () => page.locator('[data-errors]')
  const typePassword = async (typed: string) => {
    await page.getByLabel(words.password.label, { exact: true }).fill(typed)
    await page.getByRole('button', { name: words.password.send }).click()
  }
  const typeCode = async (typed: string, kind: keyof (typeof words)['code']['send']) => {
    await page.getByLabel(words.code.label, { exact: true }).fill(typed)
    await page.getByRole('button', { name: words.code.send[kind], exact: true }).click()
  }

  it('a wrong number and a wrong code are told in the same words', async () => {
    await page.goto(`${country.origins.citizen}/activate`)
    await inspect(page, `activate-letter-${tongue}`)
    await page.getByLabel(site.serial).fill('CD999999')
    await page.getByLabel(site.code, { exact: true }).fill(letterCode)
    await page.getByRole('button', { name: site.go }).click()
    await page.getByText(site.wrong).waitFor()
    await inspect(page, `activate-letter-wrong-${tongue}`)
    await page.getByLabel(site.serial).fill(device.serial)
    await page.getByLabel(site.code, { exact: true }).fill('00000000')
    await page.getByRole('button', { name: site.go }).click()
    await page.getByText(site.wrong).waitFor()
  })

  it('activates it with its letter, a password chosen and rated, and the first code', async () => {
    await page.getByLabel(site.serial).fill(device.serial)
    await page.getByLabel(site.code, { exact: true }).fill(letterCode)
    await page.getByRole('button', { name: site.go }).click()
    await page.getByRole('heading', { name: site.choose.title }).waitFor()
    await page.getByText(people[tongue]).waitFor()
    const field = page.getByLabel(site.choose.label)
    await field.fill('password1')
    await page.getByText(site.refused['password-word']).waitFor()
    await inspect(page, `activate-password-refused-${tongue}`)
    await field.fill(password)
    await page.getByText(site.strength.strong).waitFor()
    await inspect(page, `activate-password-${tongue}`)
    await page.getByRole('button', { name: site.choose.go }).click()
    await page.getByRole('heading', { name: site.first.title.sent }).waitFor()
    await page.getByLabel(site.first.label, { exact: true }).fill('000000')
    await page.getByRole('button', { name: site.first.go.sent }).click()
    await page.getByText(site.first.wrong(2)).waitFor()
    await inspect(page, `activate-first-code-${tongue}`)
    await page
      .getByLabel(site.first.label, { exact: true })
      .fill(await country.nextCode(device.serial))
    await page.getByRole('button', { name: site.first.go.sent }).click()
    await page.getByRole('heading', { name: knownWords[tongue].known.title }).waitFor()
    await inspect(page, `activated-${tongue}`)
  })

  it('is told what to do about a wrong password, twice, and never what was wrong of the two', async () => {
    await page.goto(`${country.origins.bank}/`)
    await page.getByRole('link', { name: bankWords[tongue].login }).click()
    await typeUserId(page, people[tongue], tongue)
    await page.getByRole('button', { name: words.way }).click()
    await page.getByRole('heading', { name: words.password.title }).waitFor()
    await inspect(page, `box-password-${tongue}`)
    await typePassword('')
    await fault().getByText(words.fault.empty).waitFor()
    await typePassword('en anden cykel')
    await fault().getByText(words.fault.wrong).waitFor()
    await country.advance(10)
    await typePassword('en tredje cykel')
    await page.getByText(words.tips.forgotten).waitFor()
    await inspect(page, `box-password-wrong-${tongue}`)
    await country.advance(20)
  })

  it('logs on with password and code; a wrong code is told with the tries that are left', async () => {
    await page.getByLabel(words.password.show).check()
    await typePassword(password)
    await page.getByRole('heading', { name: words.code.title[kinds[tongue]] }).waitFor()
    await inspect(page, `box-code-${tongue}`)
    await typeCode('12', 'log_on')
    await fault().getByText(words.fault['code-empty']).waitFor()
    await typeCode('000000', 'log_on')
    await fault().getByText(words.fault['code-wrong'](2)).waitFor()
    await inspect(page, `box-code-wrong-${tongue}`)
    await typeCode(await country.nextCode(device.serial), 'log_on')
    await page.getByRole('heading', { name: bankWords[tongue].transfer }).waitFor()
  })

  it('approves the transfer, with the whole text above the code', async () => {
    await page.getByRole('button', { name: bankWords[tongue].approve }).click()
    await page.getByRole('heading', { name: words.password.title }).waitFor()
    await typePassword(password)
    await page.getByRole('heading', { name: words.question.approve }).waitFor()
    await page.getByText(sentences[tongue]).waitFor()
    await inspect(page, `box-code-approval-${tongue}`)
    await page.getByRole('link', { name: tongue === 'da' ? 'English' : 'Dansk' }).click()
    const other = tongue === 'da' ? 'en' : 'da'
    await page.getByRole('heading', { name: deviceWords[other].question.approve }).waitFor()
    await page.getByRole('link', { name: tongue === 'da' ? 'Dansk' : 'English' }).click()
    await page.getByRole('heading', { name: words.question.approve }).waitFor()
    await typeCode(await country.nextCode(device.serial), 'approve')
    await page.getByRole('heading', { name: bankWords[tongue].done }).waitFor()
    await inspect(page, `bank-done-by-code-${tongue}`)
  })

  it('on a new browser where passwords are refused, goes on by what came to their own channel', async () => {
    const { offer, sent, page: opened, on } = ownerWords[tongue]
    const elsewhere = await (tongue === 'da' ? phone : computer)(browser, {
      locale: localeOf[tongue],
      dark: tongue === 'en',
    })
    page = await elsewhere.newPage()
    await page.goto(`${country.origins.bank}/`)
    await page.getByRole('link', { name: bankWords[tongue].login }).click()
    await typeUserId(page, people[tongue], tongue)
    await page.getByRole('button', { name: words.way }).click()
    await typePassword('en anden cykel')
    await fault().getByText(words.fault.wrong).waitFor()
    await typePassword('en anden cykel')
    await page.getByRole('heading', { name: offer.title }).waitFor()
    await inspect(page, `box-owner-offer-wait-${tongue}`)
    await page.getByRole('button', { name: offer.ask }).click()
    await page.getByRole('heading', { name: sent.title }).waitFor()
    await inspect(page, `box-owner-sent-${tongue}`)
    await page.getByRole('button', { name: sent.send, exact: true }).click()
    await fault().getByText(sent.empty).waitFor()
    await page.getByLabel(sent.code).fill('K7QM4XPD')
    await page.keyboard.press('Enter')
    await fault().getByText(sent.wrong).waitFor()
    await inspect(page, `box-owner-wrong-${tongue}`)
    const { text } = await country.message(reaches[tongue], /\/link#/u)
    const [link = '', secret = ''] = /http\S+\/link#([\w-]+)/u.exec(text) ?? []
    const [, code = ''] = /\b(\w{4}-\w{4})\b/u.exec(text) ?? []
    const stranger = await browser.newContext({ locale: localeOf[tongue] })
    const other = await stranger.newPage()
    await other.goto(link)
    await other.getByRole('heading', { name: opened.elsewhere.title }).waitFor()
    await inspect(other, `owner-link-elsewhere-${tongue}`)
    await stranger.close()
    if (tongue === 'en') {
      await page.getByLabel(sent.code).fill(code)
      await page.keyboard.press('Enter')
      await page.getByText(on).waitFor()
      await inspect(page, `box-owner-on-${tongue}`)
    } else {
      const tab = await elsewhere.newPage()
      await tab.goto(link)
      await tab.getByRole('heading', { name: opened['let-on'].title }).waitFor()
      expect(tab.url()).not.toContain(secret)
      await inspect(tab, `owner-link-let-on-${tongue}`)
      await tab.goto(link)
      await tab.getByRole('heading', { name: opened.unknown.title }).waitFor()
      await inspect(tab, `owner-link-unknown-${tongue}`)
      await tab.close()
      await page.getByRole('link', { name: sent.opened }).click()
    }
    await typePassword(password)
    await page.getByRole('heading', { name: words.code.title[kinds[tongue]] }).waitFor()
    await typeCode(await country.nextCode(device.serial), 'log_on')
    await page.getByRole('heading', { name: bankWords[tongue].transfer }).waitFor()
    await elsewhere.close()
    page = await desk.newPage()
  })

  it('a page that is loaded anew asks for the password again', async () => {
    await page.goto(`${country.origins.bank}/`)
    await page.getByRole('link', { name: bankWords[tongue].login }).click()
    await page.getByRole('button', { name: stepWords[tongue].userId.send }).waitFor()
    await typeUserId(page, people[tongue], tongue)
    await typePassword(password)
    await page.getByRole('heading', { name: words.code.title[kinds[tongue]] }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: words.password.title }).waitFor()
    expect(await page.getByLabel(words.code.label, { exact: true }).count()).toBe(0)
  })
})
