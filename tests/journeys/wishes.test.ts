/** A person says in the app how they want to be told of things, and is told of that. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commonWords } from '../../apps/phone/src/words/common-words.ts'
import { historyWords } from '../../apps/phone/src/words/history-words.ts'
import { homeWords } from '../../apps/phone/src/words/home-words.ts'
import { wishesWords } from '../../apps/phone/src/words/wishes-words.ts'
import { inspect, openBrowser, phone } from './browser.ts'
import { openCountry, type TestCountry } from './country.ts'
import { pressOn, tabTo, typeInto } from './keyboard.ts'
import { activate, anna, codeIn, sixDigits, type Tongue } from './person.ts'
import { screenlessPhone } from './screenless-phone.ts'

let country: TestCountry
let browser: Browser
let pocket: BrowserContext
let app: Page
beforeAll(async () => {
  ;[country, browser] = await Promise.all([openCountry(), openBrowser()])
  // What the server is asked must not be answered by the service worker: one answer is made up.
  pocket = await phone(browser, { locale: 'da-DK', serviceWorkers: 'block' })
  app = await pocket.newPage()
  // The smallest phone there is: what comes next must be seen on it without scrolling.
  await app.setViewportSize({ width: 360, height: 640 })
  await activate(app, country, anna, 'da')
})
afterAll(async () => {
  await pocket.close()
  await browser.close()
  await country.stop()
})

const button = (name: string) => app.getByRole('button', { name, exact: true })

async function open(tongue: Tongue): Promise<void> {
  const words = wishesWords[tongue]
  await pressOn(app, button(homeWords[tongue].menu))
  await pressOn(app, button(homeWords[tongue].wishes))
  await app.getByText(words.pinText).waitFor()
  await inspect(app, `app-wishes-pin-${tongue}`)
  await givePin(tongue)
}

async function givePin(tongue: Tongue): Promise<void> {
  await typeInto(app, app.getByLabel(commonWords[tongue].pin), anna.pin)
  await app.keyboard.press('Enter')
  await app.getByLabel(wishesWords[tongue].everyUse).waitFor()
}

/** Every message is looked for after those that there were. */
async function told(matching: RegExp, act: () => Promise<void>): Promise<string> {
  const before = await country.newest(anna.reach)
  await act()
  return (await country.message(anna.reach, matching, before)).text
}

describe('messages and letters', () => {
  it('are set in Danish by the keyboard alone, and the person is told in the language they chose', async () => {
    const words = wishesWords.da
    await open('da')
    await inspect(app, 'app-wishes-da')
    const place = await button(words.save).boundingBox()
    expect((place?.y ?? 640) + (place?.height ?? 0)).toBeLessThanOrEqual(640)

    await pressOn(app, button(words.save))
    await app.getByText(words.unchanged).first().waitFor()
    await tabTo(app, app.getByLabel(words.everyUse))
    await app.keyboard.press('Space')
    await tabTo(app, app.getByLabel(words.languages.da, { exact: true }))
    await app.keyboard.press('ArrowDown')
    expect(await app.getByLabel(words.languages.en, { exact: true }).isChecked()).toBe(true)
    const notice = await told(/You will be told each time/u, async () => {
      await pressOn(app, button(words.save))
      await app.getByText(words.saved).first().waitFor()
    })
    // Whoever changed it need not be the person: they are told in the words that they read.
    expect(notice).toMatch(/De kommer nu på engelsk\..*They now come in English\./su)
    await inspect(app, 'app-wishes-saved-da')

    await app.goBack()
    await app.getByRole('button', { name: homeWords.da.menu }).click()
    await app.getByRole('button', { name: homeWords.da.history }).click()
    await app.getByLabel(commonWords.da.pin).fill(anna.pin)
    await app.getByRole('button', { name: historyWords.da.open }).click()
    await app.getByText(historyWords.da.event['wishes-changed']).first().waitFor()
    await app.getByText(historyWords.da.whole).waitFor()
    await app.goBack()
  })

  it('stand in English as they were left, and a choice outlives the minutes after the PIN', async () => {
    const words = wishesWords.en
    await app.getByRole('button', { name: homeWords.da.menu }).click()
    await app.getByRole('button', { name: commonWords.da.otherLanguage }).click()
    await app.keyboard.press('Escape')
    await open('en')
    await inspect(app, 'app-wishes-en')
    expect(await app.getByLabel(words.everyUse).isChecked()).toBe(true)
    expect(await app.getByLabel(words.languages.en, { exact: true }).isChecked()).toBe(true)
    expect(await app.getByLabel(words.largePrint).isChecked()).toBe(false)

    await app.getByLabel(words.largePrint).check()
    await app.getByLabel(words.everyUse).uncheck()
    await app.route(
      '**/api/wishes/change',
      (route) => route.fulfill({ status: 403, contentType: 'application/problem+json', body }),
      { times: 1 },
    )
    await button(words.save).click()
    await app.getByText(words.pinAgain).waitFor()
    await inspect(app, 'app-wishes-pin-again-en')
    await givePin('en')
    expect(await app.getByLabel(words.largePrint).isChecked()).toBe(true)
    await told(/You will not be told each time/u, async () => {
      await button(words.save).click()
      await app.getByText(words.saved).first().waitFor()
    })
  })

  it('are read and changed by a phone without a screen, which says what it does not understand', async () => {
    const phone = (...args: readonly string[]) => screenlessPhone(country, 'second', ...args)
    const { mitid } = country.country
    const before = await country.newest(anna.reach)
    const { code } = (await mitid('issue-activation-code', '--user-id', anna.userId)) as {
      code: string
    }
    await phone('activate', '--code', code)
    const second = codeIn((await country.message(anna.reach, sixDigits, before)).text)
    await phone('activate', '--second', second, '--pin', anna.pin)

    const wishes = {
      notify_every_use: false,
      large_print: true,
      letters_in_both: false,
      language: 'en',
    }
    expect(await phone('wishes', '--pin', anna.pin)).toEqual(wishes)
    const on = ['--every-use', 'on', '--large-print', 'off']
    await told(/You will be told each time/u, async () => {
      expect(await phone('wishes', '--pin', anna.pin, ...on)).toEqual({
        ...wishes,
        notify_every_use: true,
        large_print: false,
      })
    })
    const off = ['--every-use', 'off', '--large-print', 'on']
    expect(await phone('wishes', '--pin', anna.pin, ...off)).toEqual(wishes)
    for (const wrong of [[], ['--pin', anna.pin, '--every-use', 'maybe']])
      await expect(phone('wishes', ...wrong)).rejects.toMatchObject({ code: 2 })
    await expect(phone('wishes', '--pin', '930517', '--language', 'da')).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining('pin-mistyped') as string,
    })
  })

  it('are changed by support from what the person has chosen, and told of in the new language', async () => {
    await told(/Du får ikke besked, hver gang/u, async () => {
      const { mitid } = country.country
      expect(
        await mitid('change-wishes', '--user-id', anna.userId, '--language', 'da'),
      ).toMatchObject({
        every_use: false,
        large_print: true,
        both_languages: false,
        language: 'da',
      })
    })
  })
})

/** What the server answers when the minutes are over. */
const body = JSON.stringify({
  type: 'about:blank',
  title: 'pin-needed',
  status: 403,
  kind: 'pin-needed',
})
