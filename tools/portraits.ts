/**
 * Draws the portraits of the passports: pictures of nobody, in the pose that ICAO 9303-3 §3.9 wants.
 * Run it with `node tools/portraits.ts`; it needs Chromium.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { chromium } from 'playwright-core'
import { drawFace, pictureSize } from '../surroundings/passport/src/face/draw-face.ts'
import { men, women } from '../surroundings/passport/src/face/faces.ts'
import { findChromium } from './chromium.ts'

const { width, height } = pictureSize
const executablePath = findChromium()
if (executablePath === undefined) throw new Error('Chromium is needed to draw')
const folder = join(import.meta.dirname, '../surroundings/passport/public/portrait')
mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
const page = await browser.newPage({ viewport: { width, height } })
for (const [name, faces] of Object.entries({ f: women, m: men }))
  for (const [at, face] of faces.entries()) {
    await page.setContent(`<style>body{margin:0}</style>${drawFace(face)}`)
    const image = await page.screenshot({ type: 'jpeg', quality: 82 })
    writeFileSync(join(folder, `${name}${String(at + 1)}.jpg`), image)
    process.stdout.write(`${name}${String(at + 1)}.jpg ${String(image.length)} bytes\n`)
  }
await browser.close()
