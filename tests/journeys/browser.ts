/** A real Chromium with a computer's window and a phone's, each with its own storage. */
import { AxeBuilder } from '@axe-core/playwright'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { expect } from 'vitest'

export type View = {
  readonly locale?: 'da-DK' | 'en-GB'
  readonly dark?: boolean
  /** Else what a page asks its server may be answered by its service worker, unseen by the test. */
  readonly serviceWorkers?: 'allow' | 'block'
}

/** `film`: a Y4M file that its camera sees, round and round, through the browser's own getUserMedia. */
export async function openBrowser(film?: string): Promise<Browser> {
  const { args, executablePath } = installed()
  if (film === undefined) return chromium.launch({ executablePath, args })
  const camera = ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`]
  return chromium.launch({ executablePath, args: [...args, ...camera] })
}

/** A phone whose browser keeps everything in that folder. */
export function phoneKeptIn(folder: string, view: View = {}): Promise<BrowserContext> {
  const { args, executablePath } = installed()
  const viewport = { width: 390, height: 844 }
  return chromium.launchPersistentContext(folder, {
    executablePath,
    args,
    viewport,
    ...settings(view),
  })
}

function installed() {
  const executablePath = process.env['CHROMIUM']
  if (executablePath === undefined) throw new Error('CHROMIUM is not set: no browser was found')
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return {
    executablePath,
    args: [
      ...asRoot,
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-audio-output', // a machine without a sound card keeps a page waiting for one
    ],
  }
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
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(page.frames().length === 1) // else it opens a page of its own to join frames in
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((one) => one.html).join(' ')}`)
  expect(told, name).toEqual([])
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
