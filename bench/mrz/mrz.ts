/** How often the zone of a passport is read at the first picture, and what a picture costs. */
import { repairAccessFields, mrzInformation } from '@open-mitid/icao9303'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { openChance } from '../../apps/phone/mrz-model/chance.ts'
import { unpackModel } from '../../apps/phone/src/mrz/model.ts'
import { readZone } from '../../apps/phone/src/mrz/read-zone.ts'
import { provideChromium } from '../../tools/chromium.ts'
import type { Findings } from '../measure/report.ts'
import { median } from '../measure/statistics.ts'
import { drawDataPages } from './data-page.ts'
import { grades, photograph, type Spoiling } from './photograph.ts'
import { drawZone } from './zone.ts'

const phone = resolve(import.meta.dirname, '../../apps/phone')
const pagesEach = 60

export async function measureMrz(): Promise<Findings> {
  const found = await countRead(pagesEach, 20_261)
  return {
    figures: [
      ...found.grades
        .map(({ grade, read, letters }) => [
          { name: `${grade}: read at once`, value: 100 * read, unit: '%', ...targetOf(grade) },
          { name: `${grade}: letters right`, value: 100 * letters, unit: '%' },
        ])
        .flat(),
      {
        name: 'a picture, median',
        value: found.milliseconds,
        unit: 'ms',
        target: { atMost: 1500 },
      },
    ],
    conditions: {
      pages: `${String(pagesEach)} a grade, drawn by a browser, 1280 x 720`,
      'read at once': 'document number, birth date and expiry date, mended by their check digits',
    },
  }
}

/** A good photo is one of the first five grades. */
function targetOf(grade: string) {
  return grade === 'all at once' ? {} : { target: { atLeast: 95 } }
}

export async function countRead(pages: number, seed: number) {
  const chromium = await provideChromium()
  if (!('path' in chromium)) throw new Error(chromium.advice)
  const network = unpackModel(readFileSync(resolve(phone, 'src/mrz/model.bin')).buffer)
  const chance = openChance(seed)
  const zones = Array.from({ length: pages }, () => drawZone(chance))
  const drawn = await drawDataPages(chromium.path, resolve(phone, 'mrz-model/ocr-b.woff2'), zones)
  const times: number[] = []
  const counted = Object.entries<Spoiling>(grades).map(([grade, spoiling]) => {
    let [read, right, letters] = [0, 0, 0]
    for (const { zone, picture } of drawn) {
      const photo = photograph(picture, spoiling, chance)
      const startedAt = performance.now()
      const reading = readZone(photo, network)
      times.push(performance.now() - startedAt)
      const wanted = informationOf(zone)
      if (
        reading &&
        repairAccessFields(reading.lines).some((fields) => mrzInformation(fields) === wanted)
      )
        read += 1
      const text = zone.join('')
      const got = reading?.lines.join('') ?? ''
      letters += text.length
      right += Array.from(text).filter((letter, at) => got[at] === letter).length
    }
    return { grade, read: read / drawn.length, letters: right / letters }
  })
  return { grades: counted, milliseconds: median(times) }
}

const informationOf = ([, second]: readonly [string, string]) =>
  second.slice(0, 10) + second.slice(13, 20) + second.slice(21, 28)
