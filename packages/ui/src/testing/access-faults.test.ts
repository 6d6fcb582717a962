import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessFaults, chromiumHere } from './index.ts'

const document = (body: string) =>
  `<!doctype html><html lang="en"><title>A page</title><main><h1>A page</h1>${body}</main></html>`
const unnamed = '<img src="data:,">'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await chromium.launch(chromiumHere())
  page = await (await browser.newContext()).newPage()
}, 60_000)
afterAll(() => browser.close())

test('WCAG 2.2 §1.1.1: a picture without words is told with its element', async () => {
  await page.setContent(document(unnamed))
  expect(await accessFaults(page)).toEqual([`image-alt: ${unnamed}`])
})

test('a document is looked at anew when its state has changed', async () => {
  await page.setContent(document(''))
  expect(await accessFaults(page)).toEqual([])
  await page
    .locator('main')
    .evaluate((main, html) => main.insertAdjacentHTML('beforeend', html), unnamed)
  expect(await accessFaults(page)).toEqual([`image-alt: ${unnamed}`])
  await page.locator('img').evaluate((image) => image.setAttribute('alt', 'A tree'))
  expect(await accessFaults(page)).toEqual([])
})

test('what stands in a frame of the page counts', async () => {
  const framed = document(unnamed).replaceAll('"', '&quot;')
  await page.setContent(document(`<iframe title="A frame" srcdoc="${framed}"></iframe>`))
  await page.frameLocator('iframe').locator('h1').waitFor()
  expect((await accessFaults(page)).join()).toContain('image-alt')
})

test('a page is looked at in its clothes, however late they come', async () => {
  const late = Promise.withResolvers<undefined>()
  const origin = 'http://page.example/'
  const pale = '<p style="color: #ccc">Pale without it</p><link rel="stylesheet" href="/late.css">'
  await page.route(origin, (route) =>
    route.fulfill({ contentType: 'text/html', body: document(pale) }),
  )
  await page.route(`${origin}late.css`, async (route) => {
    await late.promise
    await route.fulfill({ contentType: 'text/css', body: 'p { color: black !important }' })
  })
  await page.goto(origin, { waitUntil: 'commit' })
  await page.getByText('Pale').waitFor({ state: 'attached' })
  const faults = accessFaults(page)
  await page.locator('p').evaluate(() => 'whoever does not wait has begun')
  late.resolve(undefined)
  expect(await faults).toEqual([])
})
