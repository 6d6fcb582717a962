import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessFaults } from '../src/testing/index.ts'
import { openGallery, type Gallery } from './testing/open-gallery.ts'
import { screens } from './screens.tsx'

const patience = 60_000
const names = ['components', ...Object.keys(screens)]
const pressed =
  'button, select, summary, [role=slider], .button, nav a, .choice label, input:not(.choice *)'

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
}, patience)
afterAll(() => gallery.close())

/** A tablet and a computer, where the app is a sheet with room around it. */
const large = [
  [820, 1180],
  [1280, 800],
] as const

test.each(large)(
  'an app screen that fits %i by %i pixels does not scroll',
  async (width, height) => {
    const page = await gallery.show('?screen=home&language=da', { viewport: { width, height } })
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height)
    await page.context().close()
  },
  patience, // the first page waits until Vite has compiled the gallery
)

test(
  'the PIN under a long text takes the focus and leaves the text where it is being read',
  async () => {
    const viewport = { width: 390, height: 700 }
    const page = await gallery.show('?screen=approve-long&language=da', { viewport })
    await page.locator('.pin input').focus()
    await page.keyboard.type('12')
    expect(await page.evaluate(() => scrollY)).toBe(0)
    await page.context().close()
  },
  patience,
)

describe.each(names)('On %s', (name) => {
  let page: Page
  beforeAll(async () => {
    page = await gallery.show(`?screen=${name}&language=da`, {
      viewport: { width: 320, height: 568 },
      reducedMotion: 'reduce',
    })
  }, patience)
  afterAll(() => page.context().close())

  test.each(['light', 'dark'] as const)(
    'axe finds nothing at WCAG 2.2 AA in the %s theme',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme })
      expect(await accessFaults(page)).toEqual([])
    },
    patience,
  )

  test('WCAG 2.2 §1.4.10: nothing scrolls sideways at 320 pixels', async () => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  })

  test('WCAG 2.2 §1.4.4: nor with letters twice as large', async () => {
    const settings = await page.context().newCDPSession(page)
    await settings.send('Page.enable')
    const sized = (standard: number) =>
      settings.send('Page.setFontSizes', { fontSizes: { standard } })
    await sized(32)
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(
      '32px',
    )
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    await sized(16)
  })

  test('WCAG 2.2 §2.5.5: what can be pressed is 44 pixels high', async () => {
    const small = await page
      .locator(pressed)
      .filter({ visible: true })
      .evaluateAll((found) =>
        found
          .filter((element) => element.getBoundingClientRect().height < 44)
          .map((element) => element.outerHTML),
      )
    expect(small).toEqual([])
  })
})
