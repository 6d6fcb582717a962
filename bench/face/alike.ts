/**
 * How the comparison tells the drawn faces of the sandbox apart: it learned from photographs, and to
 * it most drawings are one another. Says nothing of how it tells people apart.
 */
import { mostDistance } from '@open-mitid/identity/enrolment'
import { chromium } from 'playwright-core'
import { measure } from '../../apps/server/src/outbound/face/measure.ts'
import { readJpeg, type Picture } from '../../apps/server/src/outbound/face/picture.ts'
import { drawFace, pictureSize } from '../../surroundings/passport/src/face/draw-face.ts'
import { men, women } from '../../surroundings/passport/src/face/faces.ts'
import { poses } from '../../surroundings/passport/src/face/poses.ts'
import { findChromium } from '../../tools/chromium.ts'
import type { Findings } from '../measure/report.ts'
import { median } from '../measure/statistics.ts'

type Drawn = { readonly straight: Picture; readonly posed: readonly Picture[] }

export async function measureAlike(): Promise<Findings> {
  const faces = await drawAll()
  const [own, other]: [number[], number[]] = [[], []]
  for (const [at, { straight, posed }] of faces.entries()) {
    const later = faces.slice(at + 1).map((face) => face.straight)
    const measured = await measure(straight, [...posed, ...later])
    const distances = measured?.map(({ distance }) => distance) ?? []
    own.push(...distances.slice(0, posed.length))
    other.push(...distances.slice(posed.length))
  }
  const within = (all: readonly number[]) => all.filter((one) => one <= mostDistance).length
  return {
    figures: [
      { name: 'a face in another pose and its photo, pairs', value: own.length, unit: '' },
      { name: '  that are taken for one', value: rate(within(own), own), unit: '%' },
      { name: '  median distance', value: median(own), unit: '' },
      { name: 'two faces, pairs', value: other.length, unit: '' },
      { name: '  that are taken for one', value: rate(within(other), other), unit: '%' },
      { name: '  median distance', value: median(other), unit: '' },
    ],
    conditions: {
      faces: `${String(faces.length)}, drawn`,
      'taken for one': `up to ${String(mostDistance)}`,
    },
  }
}

function rate(count: number, all: readonly number[]): number {
  return (100 * count) / all.length
}

async function drawAll(): Promise<readonly Drawn[]> {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('Chromium is needed to draw')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage({ viewport: pictureSize })
    const all: Drawn[] = []
    for (const face of [...women, ...men]) {
      const pictures: Picture[] = []
      for (const pose of Object.values(poses)) {
        await page.setContent(`<style>body{margin:0}</style>${drawFace(face, pose)}`)
        const taken = readJpeg(await page.screenshot({ type: 'jpeg', quality: 82 }))
        if (taken) pictures.push(taken)
      }
      const [straight, ...posed] = pictures
      if (straight) all.push({ straight, posed })
    }
    return all
  } finally {
    await browser.close()
  }
}
