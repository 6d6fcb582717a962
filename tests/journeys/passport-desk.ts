/** One country for all journeys of a file, and a window in which passports and faces are shown to a camera. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { computer, openBrowser, phone, type View } from './browser.ts'
import { becomeCamera } from './camera.ts'
import { openCountry, type TestCountry } from './country.ts'
import type { Scene } from './passport-holder.ts'
import { localeOf, type Tongue } from './person.ts'

export let country: TestCountry
export let browser: Browser
let shown: Page

type Env = Readonly<Record<string, string>>

/** `before` is done first, and answers what the programs of the country are told besides. */
export function passportDesk(before: () => Promise<Env> = () => Promise.resolve({})): void {
  beforeAll(async () => {
    const env = await before()
    ;[country, browser] = await Promise.all([openCountry(env), openBrowser()])
    const desk = await computer(browser)
    shown = await desk.newPage()
  })
  afterAll(async () => {
    await browser.close()
    await country.stop()
  })
}

/** A phone whose camera looks at that window; nothing is loaded in it yet. */
export async function newPhone(tongue: Tongue, view: View = {}): Promise<Scene> {
  const pocket = await phone(browser, { locale: localeOf[tongue], ...view })
  const app = await pocket.newPage()
  await app.addInitScript(becomeCamera)
  return { country, app, shown, tongue }
}
