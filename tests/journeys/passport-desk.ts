/** One country for all journeys of a file, and a window in which passports and faces are shown to a camera. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { computer, openBrowser, phone, type View } from './browser.ts'
import { becomeCamera, filmOf } from './camera.ts'
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

/**
 * A phone whose camera is the browser's own, with a film of a passport's page. A film is made before
 * it is seen, and the movements of a face are drawn by the server when the camera is on already: from
 * the face on (`becomeCamera`), what is seen is drawn as it is asked for.
 */
export async function newFilmedPhone(tongue: Tongue, key: string, view: View = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'mitid-film-'))
  const film = join(folder, 'page.y4m')
  await shown.setViewportSize({ width: 1280, height: 720 })
  await shown.goto(`${country.origins.passport}/passport/${key}/page`)
  const picture = await shown.screenshot()
  await shown.goto('about:blank')
  await filmOf(shown, picture, film)
  const filming = await openBrowser(film)
  const pocket = await phone(filming, { locale: localeOf[tongue], ...view })
  const scene: Scene = { country, app: await pocket.newPage(), shown, tongue, filmed: true }
  const close = async () => {
    await filming.close()
    await rm(folder, { recursive: true })
  }
  return { scene, close }
}
