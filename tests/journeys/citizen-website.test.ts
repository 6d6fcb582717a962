import { resolve } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pathOf, places } from '../../apps/server/src/edge/citizen/address.ts'
import {
  openCitizens,
  type Citizens,
} from '../../apps/server/src/edge/citizen/testing/open-citizen.ts'
import { build } from '../../tools/build.ts'
import { inspect, openBrowser } from './browser.ts'
import { freePorts } from './free-ports.ts'

const port = await freePorts()
const origin = `http://localhost:${String(port)}`
const pressed = 'button, .button, nav a, .more a, .ways-on a, .back a, input'
const languages = ['da', 'en'] as const
/** Every page, and of the matters of help, which are all made alike, two. */
const shown = places.filter(
  (place) => typeof place === 'string' || ['lost-phone', 'new-browser'].includes(place.topic),
)
const addresses = languages.flatMap((language) => [
  ...shown.map((place) => pathOf(place, language)),
  `${pathOf('help', language)}?q=pin`,
  `${pathOf('help', language)}?q=zzzz`,
  `/${language}/nowhere`,
])
const views = [
  { colorScheme: 'light', width: 1280, height: 800 },
  { colorScheme: 'dark', width: 390, height: 844 },
] as const

let browser: Browser
let edge: Citizens

beforeAll(async () => {
  await build({ only: ['apps/server'] })
  edge = await openCitizens({
    port,
    clientFolder: resolve(import.meta.dirname, '../../apps/server/dist/citizen'),
  })
  await edge.app.listen({ host: '127.0.0.1', port })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await edge.close()
})

describe.each(views)('in the $colorScheme theme, $width pixels wide', (view) => {
  const { colorScheme, width, height } = view
  let context: BrowserContext
  let page: Page
  beforeAll(async () => {
    context = await browser.newContext({ viewport: { width, height }, colorScheme })
    page = await context.newPage()
  })
  afterAll(() => context.close())

  it.each(addresses)('WCAG 2.2 AA: %s is accessible and fits', async (address) => {
    await page.goto(origin + address)
    await inspect(page, `citizen${address.replaceAll(/[/?=]/gu, '-')}-${width}-${colorScheme}`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  })
})

it('WCAG 2.2 §1.4.4, §1.4.10: with letters twice as large every page fits the smallest phone', async () => {
  const width = 320
  const page = await browser.newPage({ viewport: { width, height: 568 } })
  const settings = await page.context().newCDPSession(page)
  await settings.send('Page.enable')
  await settings.send('Page.setFontSizes', { fontSizes: { standard: 32 } })
  const wide: string[] = []
  for (const address of addresses) {
    await page.goto(origin + address)
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
      wide.push(address)
  }
  expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('34px')
  expect(wide).toEqual([])
  await page.close()
})

describe('for everybody', () => {
  let context: BrowserContext
  let page: Page
  beforeAll(async () => {
    context = await browser.newContext({
      viewport: { width: 320, height: 568 },
      javaScriptEnabled: false,
    })
    page = await context.newPage()
  })
  afterAll(() => context.close())

  it.each(addresses)('WCAG 2.2 §1.4.10, §2.5.5: %s at 320 pixels', async (address) => {
    await page.goto(origin + address)
    const widest = await page
      .locator('body *')
      .evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().right)))
    expect(widest).toBeLessThanOrEqual(320)
    const small = await page
      .locator(pressed)
      .filter({ visible: true })
      .evaluateAll((all) =>
        all
          .filter((one) => {
            // A label is a part of its field's target (WCAG 2.2 §2.5.5).
            const labels = one instanceof HTMLInputElement ? [...(one.labels ?? [])] : []
            return [one, ...labels].every((part) => part.getBoundingClientRect().height < 44)
          })
          .map((one) => one.outerHTML),
      )
    expect(small).toEqual([])
  })

  it('with the keyboard alone: past the menu, to help, to an answer', async () => {
    await page.goto(`${origin}/en`)
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).toBe('Skip to the content')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).toBe('Get MitID')
    await page.goto(`${origin}/en/help`)
    await page.locator('input[name=q]').focus()
    await page.keyboard.type('lost phone')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=lost/u)
    await page.getByRole('link', { name: 'I have lost my phone' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`${origin}/en/help/lost-phone`)
    expect(await page.locator('h1').textContent()).toBe('I have lost my phone')
  })

  it('on paper there is the text, and no menu, form or button', async () => {
    await page.goto(`${origin}/en/help/lost-phone`)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('nav').filter({ visible: true }).count()).toBe(0)
    expect(await page.getByText('Get a spare afterwards').isVisible()).toBe(true)
    await page.emulateMedia({ media: 'screen' })
  })
})
