/** The films of the way by passport: that they show the app as it is, and that they play. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { passportWay } from '../../apps/phone/src/screen/passport/step-number.ts'
import { activationWords } from '../../apps/phone/src/words/activation-words.ts'
import { deviceWords } from '../../apps/phone/src/words/device-words.ts'
import { enrolWords } from '../../apps/phone/src/words/enrol-words.ts'
import { faceWords } from '../../apps/phone/src/words/face-words.ts'
import { passportCameraWords } from '../../apps/phone/src/words/passport-camera-words.ts'
import { passportJourneyWords } from '../../apps/phone/src/words/passport-journey-words.ts'
import { pathOf } from '../../apps/server/src/edge/citizen/address.ts'
import { filmFile, filmFiles } from '../../apps/server/src/edge/citizen/film/film-files.ts'
import {
  captionsOf,
  filmNames,
  films,
  filmWords,
  secondsEach,
} from '../../apps/server/src/edge/citizen/film/films.ts'
import {
  openCitizens,
  type Citizens,
} from '../../apps/server/src/edge/citizen/testing/open-citizen.ts'
import { build } from '../../tools/build.ts'
import { computer, inspect, openBrowser, phone } from './browser.ts'
import { localeOf, type Tongue } from './person.ts'

type Still = (typeof films)[keyof typeof films][number]
const stills: readonly Still[] = filmNames.flatMap((name) => films[name])
const recorded = join(import.meta.dirname, '../../apps/server/film/seen.json')
const seen = JSON.parse(readFileSync(recorded, 'utf8')) as Record<Tongue, Record<Still, string>>

/** What each picture is headed in the app of today. */
function headings(tongue: Tongue): Record<Still, readonly string[] | RegExp> {
  const gestures = Object.values(faceWords[tongue].gestures)
  return {
    welcome: [activationWords[tongue].welcome('MitID')],
    'zone-seen': [passportCameraWords[tongue].zoneTitle],
    chip: [passportJourneyWords[tongue].chipTitle],
    'face-before': [faceWords[tongue].beforeTitle],
    'face-1': gestures,
    'face-2': gestures,
    'face-4': gestures,
    person: tongue === 'da' ? /^Du er / : /^You are /,
    terms: [enrolWords[tongue].termsTitle],
    contacts: [enrolWords[tongue].contactsTitle],
    'contact-code': [enrolWords[tongue].codeTitle],
    'user-id': [enrolWords[tongue].userIdTitle],
    authenticators: [deviceWords[tongue].title],
    'finish-app': [enrolWords[tongue].finishTitle],
    pin: [activationWords[tongue].pinTitle],
    activated: [activationWords[tongue].activatedTitle],
  }
}

describe.each(['da', 'en'] as const)('What is filmed and said (%s)', (tongue) => {
  it('has every step that the app counts, in its order', () => {
    const places = passportWay.map((step) =>
      stills.findIndex((still) => still === step || still.startsWith(`${step}-`)),
    )
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it.each(stills)('%s was filmed in the app as it is now', (still) => {
    const expected = headings(tongue)[still]
    if (expected instanceof RegExp) expect(seen[tongue][still]).toMatch(expected)
    else expect(expected).toContain(seen[tongue][still])
  })

  it.each(filmNames)('%s is small: film, picture and captions', (name) => {
    const files = filmFiles({ scheme: 'MitID' })
    const bytes = (part: 'webm' | 'webp' | 'vtt') =>
      files.get(filmFile(name, tongue, part))?.bytes.length ?? Infinity
    expect(bytes('webm')).toBeLessThan(300_000)
    expect(bytes('webp')).toBeLessThan(40_000)
    expect(bytes('vtt')).toBeLessThan(2_000)
  })
})

const port = 4031
let browser: Browser
let edge: Citizens
beforeAll(async () => {
  await build({ only: ['apps/server'] })
  const clientFolder = resolve(import.meta.dirname, '../../apps/server/dist/citizen')
  edge = await openCitizens({ port, clientFolder })
  await edge.app.listen({ host: '127.0.0.1', port })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await edge.close()
})

describe.each([
  { tongue: 'da', open: phone },
  { tongue: 'en', open: computer },
] as const)('The page that shows the films ($tongue)', ({ tongue, open }) => {
  it('loads none before it is played, by the keyboard, and captions it throughout', async () => {
    const context = await open(browser, { locale: localeOf[tongue] })
    const page = await context.newPage()
    const [loaded, refused]: [string[], string[]] = [[], []]
    page.on('request', (request) => loaded.push(request.url()))
    page.on('console', (message) => message.type() === 'error' && refused.push(message.text()))
    await page.goto(`http://localhost:${port}${pathOf('passport', tongue)}`)
    await inspect(page, `citizen-films-${tongue}`)
    expect(loaded.filter((url) => url.includes('.webm'))).toEqual([])
    for (const [at, name] of filmNames.entries()) {
      const { title } = filmWords[tongue][name]
      const captions = captionsOf(name, filmWords[tongue])
      const video = page.getByLabel(title).and(page.locator('video'))
      await video.focus()
      await page.keyboard.press('Space')
      await expect.poll(() => timeOf(page, at)).toMatchObject({ cues: captions })
      const { duration, times, mode } = await timeOf(page, at)
      expect(mode).toBe('showing')
      expect(duration).toBeCloseTo(captions.length * secondsEach, 1)
      expect(times).toEqual(times.toSorted((a, b) => a - b))
      expect(times.at(-1)).toBeLessThanOrEqual(duration + 0.1)
      for (const [place, caption] of captions.entries())
        expect(await captionAt(page, at, (place + 0.5) * secondsEach)).toBe(caption)
      const items = page.getByRole('region', { name: title }).getByRole('listitem')
      expect(await items.allTextContents()).toEqual(captions)
    }
    expect(refused).toEqual([])
    await context.close()
  })
})

function timeOf(page: Page, at: number) {
  return page
    .locator('video')
    .nth(at)
    .evaluate((video: HTMLVideoElement) => {
      const track = video.textTracks[0]
      const cues = [...(track?.cues ?? [])] as VTTCue[]
      return {
        duration: video.duration,
        mode: track?.mode,
        cues: cues.map(({ text }) => text),
        times: cues.flatMap(({ startTime, endTime }) => [startTime, endTime]),
      }
    })
}

/** What is shown over the film at that second. */
function captionAt(page: Page, at: number, second: number): Promise<string | undefined> {
  return page
    .locator('video')
    .nth(at)
    .evaluate(async (video: HTMLVideoElement, to) => {
      video.pause()
      const there = new Promise((resolve) => {
        video.addEventListener('seeked', resolve, { once: true })
      })
      video.currentTime = to
      await there
      const [cue] = [...(video.textTracks[0]?.activeCues ?? [])] as VTTCue[]
      return cue?.text
    }, second)
}
