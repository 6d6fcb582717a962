/**
 * Draws the icons that a home screen needs from `asset/mark.svg`, with Chromium (path in `CHROMIUM`):
 * `node packages/ui/command/draw-icons.ts`. The pictures are committed; run it when the mark changes.
 */
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright-core'

type Drawing = {
  file: string
  side: number
  /** The mark's share of the side; a maskable icon keeps within the inner 80 % (W3C manifest). */
  share: number
  /** To the edge, for systems that cut the shape themselves. */
  bleeds: boolean
}

const drawings: readonly Drawing[] = [
  { file: 'icon-192.png', side: 192, share: 1, bleeds: false },
  { file: 'icon-512.png', side: 512, share: 1, bleeds: false },
  { file: 'maskable-192.png', side: 192, share: 0.84, bleeds: true },
  { file: 'maskable-512.png', side: 512, share: 0.84, bleeds: true },
  { file: 'touch-icon-180.png', side: 180, share: 0.92, bleeds: true },
]

const asset = new URL('../asset/', import.meta.url)
const mark = readFileSync(new URL('mark.svg', asset)).toString('base64')
const ground = '#0b4a6f'

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
const page = await browser.newPage()
for (const drawing of drawings) await draw(page, drawing)
await browser.close()

async function draw(page: Page, { file, side, share, bleeds }: Drawing): Promise<void> {
  await page.setViewportSize({ width: side, height: side })
  await page.setContent(`<style>
    body { margin: 0; height: 100vh; display: grid; place-items: center }
    body { background: ${bleeds ? ground : 'transparent'} }
    img { width: ${side * share}px; display: block }
  </style><img src="data:image/svg+xml;base64,${mark}">`)
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode())
  await page.screenshot({ path: fileURLToPath(new URL(file, asset)), omitBackground: true })
}
