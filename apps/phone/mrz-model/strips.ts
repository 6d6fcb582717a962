/** Lines of letters in OCR-B as a printer would set them, drawn by a browser. */
import { readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { greyOf, type Grey } from '../src/mrz/grey.ts'

export type Strip = {
  readonly text: string
  readonly picture: Grey
  /** Pixels from a letter to the next; the first letter's centre; the middle of the capitals. */
  readonly pitch: number
  readonly firstCentre: number
  readonly middle: number
}

export type Wanted = {
  readonly text: string
  /** A CSS font family: one of `fonts`, or one that the browser has. */
  readonly family: string
  /** Pixels that the strokes are made wider by, or thinner where less than nought. */
  readonly wider: number
}

/** Draws each wanted line with `pitch` 32; `fonts`: family -> file. */
export async function drawStrips(
  browserPath: string,
  fonts: Readonly<Record<string, string>>,
  wanted: readonly Wanted[],
): Promise<Strip[]> {
  const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    const sources = Object.entries(fonts).map(([family, file]) => ({
      family,
      base64: readFileSync(file).toString('base64'),
    }))
    const drawn = await page.evaluate(draw, { sources, wanted, pitch: 32, emOfPitch: 1.4 })
    return drawn.map(({ text, width, height, base64, firstCentre, middle }) => ({
      text,
      picture: greyOf(new Uint8ClampedArray(Buffer.from(base64, 'base64')), width, height),
      pitch: 32,
      firstCentre,
      middle,
    }))
  } finally {
    await browser.close()
  }
}

type Drawing = {
  readonly sources: readonly { readonly family: string; readonly base64: string }[]
  readonly wanted: readonly Wanted[]
  readonly pitch: number
  /** A letter of OCR-B is 1 / 1.4 em wide. */
  readonly emOfPitch: number
}

/** Runs in the browser. */
async function draw({ sources, wanted, pitch, emOfPitch }: Drawing) {
  for (const { family, base64 } of sources)
    document.fonts.add(await new FontFace(family, `url(data:font/otf;base64,${base64})`).load())
  const height = 96
  return wanted.map(({ text, family, wider }) => {
    const width = (text.length + 4) * pitch
    const canvas = new OffscreenCanvas(width, height)
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (context === null) throw new Error('No canvas here')
    context.fillStyle = 'white'
    context.fillRect(0, 0, width, height)
    context.font = `${String(pitch * emOfPitch)}px ${family}`
    context.textAlign = 'center'
    const capital = context.measureText('H').actualBoundingBoxAscent
    const baseline = height / 2 + capital / 2
    const firstCentre = 2.5 * pitch
    context.lineWidth = Math.abs(wider)
    context.lineJoin = 'round'
    context.strokeStyle = wider < 0 ? 'white' : 'black'
    context.fillStyle = 'black'
    Array.from(text).forEach((letter, at) => {
      context.fillText(letter, firstCentre + at * pitch, baseline)
      if (wider !== 0) context.strokeText(letter, firstCentre + at * pitch, baseline)
    })
    const { data } = context.getImageData(0, 0, width, height)
    let binary = ''
    for (let at = 0; at < data.length; at += 8192)
      binary += String.fromCharCode(...data.subarray(at, at + 8192))
    return { text, width, height, base64: btoa(binary), firstCentre, middle: height / 2 }
  })
}
