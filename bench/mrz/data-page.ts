/** Data pages of passports as a printer would make them, drawn by a browser (ICAO 9303-4 §3). */
import { readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { greyOf, type Grey } from '../../apps/phone/src/mrz/grey.ts'

/** A page is 125 by 88 mm; drawn at twelve pixels a millimetre. */
const pixelsPerMillimetre = 12
const [pageWidth, pageHeight] = [125, 88]

export type DataPage = { readonly zone: readonly [string, string]; readonly picture: Grey }

/** `font`: a file of OCR-B. */
export async function drawDataPages(
  browserPath: string,
  font: string,
  zones: readonly (readonly [string, string])[],
): Promise<DataPage[]> {
  const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    const drawn: DataPage[] = []
    const base64Font = readFileSync(font).toString('base64')
    const size = [pageWidth * pixelsPerMillimetre, pageHeight * pixelsPerMillimetre] as const
    for (const [at, zone] of zones.entries()) {
      const base64 = await page.evaluate(draw, {
        zone,
        size,
        base64Font,
        at,
        mm: pixelsPerMillimetre,
      })
      const pixels = new Uint8ClampedArray(Buffer.from(base64, 'base64'))
      drawn.push({ zone, picture: greyOf(pixels, ...size) })
    }
    return drawn
  } finally {
    await browser.close()
  }
}

type Drawing = {
  readonly zone: readonly [string, string]
  readonly size: readonly [number, number]
  readonly base64Font: string
  readonly at: number
  readonly mm: number
}

/** Runs in the browser. The zone stands where ICAO 9303-4 §4.2.3 has it, 2.54 mm a letter. */
async function draw({ zone, size: [width, height], base64Font, at, mm }: Drawing) {
  const face = new FontFace('OCRB', `url(data:font/woff2;base64,${base64Font})`)
  document.fonts.add(await face.load())
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('No canvas here')
  context.fillStyle = '#e9e4ee'
  context.fillRect(0, 0, width, height)
  context.lineWidth = 1.2
  for (let line = 0; line < 70; line += 1) {
    context.strokeStyle = `hsl(${String((line * 37 + at * 11) % 360)} 35% 72%)`
    context.beginPath()
    for (let x = 0; x <= width; x += 12)
      context.lineTo(x, line * 16 + 22 * Math.sin(x / (60 + (at % 5) * 20) + line / 3))
    context.stroke()
  }
  context.fillStyle = '#8a8a8a'
  context.fillRect(5 * mm, 16 * mm, 33 * mm, 42 * mm)
  context.fillStyle = '#555'
  context.beginPath()
  context.ellipse(21.5 * mm, 34 * mm, 8 * mm, 11 * mm, 0, 0, 7)
  context.fill()
  context.fillStyle = '#222'
  const fields = [
    'PASSPORT',
    zone[0].slice(5, 30).replaceAll('<', ' '),
    zone[1].slice(0, 9),
    zone[1].slice(13, 19),
    'KØBENHAVN',
    '01 JAN 2031',
  ]
  fields.forEach((field, row) => {
    context.font = `${2 * mm}px sans-serif`
    context.fillText(`Field ${String(row + 1)} / Champ`, 45 * mm, (12 + row * 8.5) * mm)
    context.font = `bold ${3 * mm}px sans-serif`
    context.fillText(field, 45 * mm, (15.6 + row * 8.5) * mm)
  })
  context.font = `${String(2.54 * 1.4 * mm)}px OCRB`
  context.textAlign = 'center'
  context.fillStyle = '#141414'
  zone.forEach((line, row) => {
    Array.from(line).forEach((letter, column) => {
      context.fillText(letter, (6.6 + column * 2.54) * mm, (72.3 + row * 6.35) * mm)
    })
  })
  const { data } = context.getImageData(0, 0, width, height)
  let binary = ''
  for (let from = 0; from < data.length; from += 8192)
    binary += String.fromCharCode(...data.subarray(from, from + 8192))
  return btoa(binary)
}
