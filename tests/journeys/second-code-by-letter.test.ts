/** Somebody with neither phone number nor e-mail: the second code of their app comes by post. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { activationWords } from '../../apps/phone/src/words/activation-words.ts'
import { commonWords } from '../../apps/phone/src/words/common-words.ts'
import { homeWords } from '../../apps/phone/src/words/home-words.ts'
import { inspect, openBrowser, phone } from './browser.ts'
import { openCountry, type TestCountry } from './country.ts'
import { codeIn, localeOf, sixDigits, type Tongue } from './person.ts'

let country: TestCountry
let browser: Browser
beforeAll(async () => {
  ;[country, browser] = await Promise.all([openCountry(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await country.stop()
})

const names = { da: 'Wilhelmina Brevvang', en: 'Otto Lettergaard' } as const
const pin = '274936'
const day = 24 * 60 * 60

describe.each(['en', 'da'] as const)('with letters alone, in %s', (tongue: Tongue) => {
  const words = activationWords[tongue]
  const userId = `only letters ${tongue}`
  let pocket: BrowserContext
  let app: Page
  beforeAll(async () => {
    const file = join(country.data, `${tongue}.json`)
    const person = {
      user_id: userId,
      name: names[tongue],
      birth_date: '1941-05-02',
      address: 'Postvej 3, 4000 Roskilde',
      language: tongue,
    }
    await writeFile(file, JSON.stringify([person]))
    await country.country.mitid('create-person', '--file', file)
    pocket = await phone(browser, { locale: localeOf[tongue], dark: tongue === 'da' })
    app = await pocket.newPage()
  })
  afterAll(() => pocket.close())

  const goOn = (page: Page) =>
    page.getByRole('button', { name: commonWords[tongue].goOn, exact: true }).click()
  const typeCode = async (page: Page, code: string) => {
    await page.getByLabel(words.secondLabel).fill(code)
    await goOn(page)
  }

  it('the app tells that the code comes by post, until when it waits, and not where to', async () => {
    const issued = await country.country.mitid(
      'issue-activation-code',
      '--user-id',
      userId,
      '--channel',
      'centre',
    )
    await app.goto((issued as { link: string }).link)
    await app.getByRole('button', { name: words.understood }).click()
    await app.getByRole('heading', { name: words.codeTitle }).waitFor()
    await goOn(app)
    await app.getByLabel(words.nameLabel).fill('Otto')
    await goOn(app)
    await app.getByRole('heading', { name: words.letterTitle }).waitFor()
    await app.getByText(words.letter).waitFor()
    expect(await app.getByText('Roskilde').count()).toBe(0)
    expect(await app.getByRole('button', { name: words.sendAgain }).count()).toBe(0)
    await inspect(app, `app-second-code-letter-${tongue}`)
  })

  it('days later the app is where it was, counts a wrong code, and takes the one of the letter', async () => {
    const letter = await country.message(names[tongue], sixDigits)
    expect(letter.kind).toBe('letter')
    await app.close()
    await country.advance(4 * day)
    app = await pocket.newPage()
    await app.goto(country.origins.app)
    await app.getByRole('heading', { name: words.letterTitle }).waitFor()
    const code = codeIn(letter.text)
    await typeCode(app, code === '111222' ? '111223' : '111222')
    await app.getByText(words.triesLeft.other('2')).waitFor()
    await inspect(app, `app-second-code-letter-wrong-${tongue}`)
    await typeCode(app, code)
    await app.getByLabel(words.pinLabel).fill(pin)
    await goOn(app)
    await app.getByLabel(words.pinAgainLabel).fill(pin)
    await goOn(app)
    await app.getByRole('heading', { name: words.activatedTitle }).waitFor()
    await app.getByRole('button', { name: words.start }).click()
    await app.getByRole('heading', { name: homeWords[tongue].nothing }).waitFor()
  })

  it('two letters are one way: the first code does not come by letter too', async () => {
    const issuing = country.country.mitid(
      'issue-activation-code',
      '--user-id',
      userId,
      '--channel',
      'letter',
    )
    await expect(issuing).rejects.toThrow()
  })
})
