/** A real Chromium with a computer's window and a phone's, each with its own storage. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { accessFaults, chromiumHere } from '@open-mitid/ui/testing'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { expect } from 'vitest'

export type View = {
  readonly locale?: 'da-DK' | 'en-GB'
  readonly dark?: boolean
  /** Else what a page asks its server may be answered by its service worker, unseen by the test. */
  readonly serviceWorkers?: 'allow' | 'block'
}

const quiet = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-audio-output', // a machine without a sound card keeps a page waiting for one
]

/** `film`: a Y4M file that its camera sees, round and round, through the browser's own getUserMedia. */
export async function openBrowser(film?: string): Promise<Browser> {
  if (film === undefined) return chromium.launch(chromiumHere(quiet))
  const camera = ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`]
  return chromium.launch(chromiumHere([...quiet, ...camera], 'whole'))
}

/** A phone whose browser keeps everything in that folder. */
export function phoneKeptIn(folder: string, view: View = {}): Promise<BrowserContext> {
  const viewport = { width: 390, height: 844 }
  return chromium.launchPersistentContext(folder, {
    ...chromiumHere(quiet),
    viewport,
    ...settings(view),
  })
}

export function computer(browser: Browser, view: View = {}): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width: 1280, height: 800 }, ...settings(view) })
}

export function phone(browser: Browser, view: View = {}): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    userAgent:
      'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36',
    ...settings(view),
  })
}

function settings({ locale = 'en-GB', dark = false, serviceWorkers = 'allow' }: View) {
  return {
    serviceWorkers,
    locale,
    colorScheme: dark ? ('dark' as const) : ('light' as const),
    reducedMotion: 'reduce' as const,
    permissions: ['camera'],
  }
}

/** Where the films of `npm run films` are recorded, when they are. */
export const filmFolder = process.env['FILMS']

/** WCAG 2.2 AA, on every page and state that a journey stands on; pictures where they are asked for. */
export async function inspect(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES']
  if (folder !== undefined) await picture(page, folder, name)
  if (filmFolder !== undefined) await keepForFilm(page, filmFolder, name)
  expect(await accessFaults(page), name).toEqual([])
}

/** What the person sees, and what it is headed. */
async function keepForFilm(page: Page, folder: string, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(folder, `${name}.png`) })
  await writeFile(join(folder, `${name}.txt`), (await page.locator('h1').textContent()) ?? '')
}

const SIZES = {
  phone: { width: 390, height: 844 },
  tablet: { width: 820, height: 1180 },
  computer: { width: 1280, height: 800 },
}

/** The page in every size, light and dark; afterwards it stands as it stood. */
async function picture(page: Page, folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const stood = page.viewportSize()
  await page.mouse.move(0, 0) // nothing looks as if it were pointed at
  const wasDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport)
      const path = join(folder, `${name}.${size}.${colorScheme}.png`)
      await page.screenshot({ path, fullPage: true })
    }
  }
  await page.emulateMedia({ colorScheme: wasDark ? 'dark' : 'light' })
  if (stood !== null) await page.setViewportSize(stood)
}
