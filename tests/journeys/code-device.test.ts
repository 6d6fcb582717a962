/** The audio code reader for somebody who cannot see: keyboard and accessibility tree, nothing else. */
import type { FastifyInstance } from 'fastify'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeByClock, serialText, type Device } from '../../surroundings/code-device/src/device.ts'
import { makeDevices } from '../../surroundings/code-device/src/factory/make-devices.ts'
import { openShelf } from '../../surroundings/code-device/src/shelf.ts'
import { deviceWeb } from '../../surroundings/code-device/src/web.ts'
import { build } from '../../tools/build.ts'
import { computer, inspect, openBrowser, phone } from './browser.ts'
import { root } from './country.ts'

const now = 1_767_225_601
let folder: string
let web: FastifyInstance
let browser: Browser
let origin: string
let display: Device
let reader: Device
beforeAll(async () => {
  await build({ only: ['surroundings/code-device'] })
  folder = await mkdtemp(join(tmpdir(), 'mitid-reader-'))
  const counts = { 'code-display': 1, 'audio-reader': 1 }
  const shelf = openShelf(folder, () => makeDevices({ first: 1, counts }))
  ;[display, reader] = shelf.devices as [Device, Device]
  const port = await freePort()
  origin = `http://localhost:${String(port)}`
  const assetFolder = join(root, 'surroundings/code-device/dist/client')
  web = deviceWeb({ origin, shelf, assetFolder, now: () => now })
  await web.listen({ port, host: '127.0.0.1' })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await web.close()
  await rm(folder, { recursive: true })
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof address !== 'object' || !address) throw new Error('no port')
  return address.port
}

/** What the loudspeaker was given, in order: the length of each sound tells which it was. */
type Heard = { readonly seconds: number; readonly volume: number }

/** The machine of the test has neither voices nor ears: sounds end at once, and are written down. */
async function withEars(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard: Heard[] = []
    Object.assign(window, { heard })
    window.speechSynthesis.getVoices = () => []
    const gains = new WeakMap<AudioNode, GainNode>()
    const connect = Reflect.get(AudioNode.prototype, 'connect') as (to: AudioNode) => AudioNode
    AudioNode.prototype.connect = function (this: AudioNode, to: AudioNode) {
      if (to instanceof GainNode) gains.set(this, to)
      return Reflect.apply(connect, this, [to])
    } as AudioNode['connect']
    AudioBufferSourceNode.prototype.start = function () {
      heard.push({
        seconds: this.buffer?.duration ?? 0,
        volume: gains.get(this)?.gain.value ?? 0,
      })
      this.dispatchEvent(new Event('ended'))
    }
    AudioContext.prototype.resume = () => Promise.resolve()
  })
}

async function soundsOf(page: Page, language: 'da' | 'en', names: readonly string[]) {
  const seconds: number[] = []
  for (const name of names) {
    const answer = await page.request.get(`${origin}/client/sound/${language}/${name}.wav`)
    expect(answer.headers()['content-type']).toBe('audio/wav')
    seconds.push(((await answer.body()).length - 44) / 11_025)
  }
  return seconds
}

async function hears(page: Page, language: 'da' | 'en', names: readonly string[]): Promise<void> {
  const wanted = await soundsOf(page, language, names)
  const heard = () => page.evaluate(() => (window as unknown as { heard: Heard[] }).heard.splice(0))
  const all: Heard[] = []
  await expect
    .poll(async () => all.push(...(await heard())), { timeout: 20_000 })
    .toBeGreaterThanOrEqual(wanted.length)
  expect(all.map(({ seconds }) => seconds.toFixed(2))).toEqual(
    wanted.map((seconds) => seconds.toFixed(2)),
  )
  loudness = all.at(-1)?.volume ?? 0
}
let loudness = 0

const status = (page: Page) => page.getByRole('status').textContent()

describe.each([
  { language: 'da', locale: 'da-DK', name: 'Kodeoplæser', code: 'Kode', again: 'Gentag' },
  { language: 'en', locale: 'en-GB', name: 'Audio code reader', code: 'Code', again: 'Repeat' },
] as const)('the audio code reader, $language', ({ language, locale, name, code, again }) => {
  it('four keys: a code, slowly again, louder, and its serial number, heard and in the tree', async () => {
    const context = await computer(browser, { locale })
    const page = await context.newPage()
    await withEars(page)
    await page.goto(`${origin}/?serial=${reader.serial}`)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(name)
    const digits = [...codeByClock(reader, now).code]

    await page.getByRole('button', { name: code }).focus()
    await page.keyboard.press('Enter')
    await hears(page, language, ['code', ...digits])
    expect(await status(page)).toContain(digits.join(' '))

    await page.keyboard.press('Tab')
    expect(await page.getByRole('button', { name: again }).evaluate(isFocused)).toBe(true)
    await page.keyboard.press('Space')
    await hears(page, language, ['again', ...digits])

    const before = loudness
    await page.keyboard.press('3')
    await hears(page, language, ['volume', '4'])
    expect(loudness).toBeGreaterThan(before)
    expect(await status(page)).toContain('4')

    await page.keyboard.press('4')
    await hears(page, language, ['serial', ...reader.serial])
    expect(await status(page)).toContain(reader.serial)
    await context.close()
  })

  it('before there is a code, it says which key gives one', async () => {
    const context = await computer(browser, { locale })
    const page = await context.newPage()
    await withEars(page)
    await page.goto(`${origin}/?serial=${reader.serial}`)
    await page.keyboard.press('2')
    await hears(page, language, ['press'])
    await context.close()
  })
})

describe('a voice', () => {
  type Speaker = { readonly localService: boolean; readonly begins: boolean }
  const speaking = (page: Page, speaker: Speaker) =>
    page.addInitScript(({ localService, begins }) => {
      const spoken: string[] = []
      Object.assign(window, { spoken })
      const voice = { lang: 'da-DK', localService, name: 'x', voiceURI: 'x', default: true }
      Object.assign(window, {
        SpeechSynthesisUtterance: class {
          text: string
          constructor(text: string) {
            this.text = text
          }
        },
      })
      Object.defineProperty(window, 'speechSynthesis', {
        value: {
          getVoices: () => [voice],
          cancel: () => undefined,
          speak: (utterance: { text: string; onend: () => void }) => {
            spoken.push(utterance.text)
            if (begins) utterance.onend()
          },
        },
      })
    }, speaker)
  const spokenIn = (page: Page) =>
    page.evaluate(() => (window as unknown as { spoken: string[] }).spoken)

  it('that the machine has itself is used', async () => {
    const context = await computer(browser)
    const page = await context.newPage()
    await speaking(page, { localService: true, begins: true })
    await page.goto(`${origin}/?serial=${reader.serial}&lang=da`)
    await page.keyboard.press('1')
    await expect.poll(() => spokenIn(page), { timeout: 20_000 }).toHaveLength(7)
    expect((await spokenIn(page))[0]).toBe('Koden er')
    await context.close()
  })

  it('that lives on somebody’s server is never told a code', async () => {
    const context = await computer(browser)
    const page = await context.newPage()
    await withEars(page)
    await speaking(page, { localService: false, begins: true })
    await page.goto(`${origin}/?serial=${reader.serial}&lang=da`)
    await page.keyboard.press('1')
    await hears(page, 'da', ['code', ...codeByClock(reader, now).code])
    expect(await spokenIn(page)).toEqual([])
    await context.close()
  })

  it('that is named and never begins is given up for the sounds', async () => {
    const context = await computer(browser)
    const page = await context.newPage()
    await withEars(page)
    await speaking(page, { localService: true, begins: false })
    await page.goto(`${origin}/?serial=${reader.serial}&lang=da`)
    await page.keyboard.press('1')
    await hears(page, 'da', ['code', ...codeByClock(reader, now).code])
    expect(await spokenIn(page)).toEqual(['Koden er'])
    await context.close()
  })
})

describe('every page', () => {
  it.each(['light', 'dark'])('%s: nothing keeps anybody out', async (theme) => {
    const context = await phone(browser, { dark: theme === 'dark' })
    const page = await context.newPage()
    const paths = {
      drawer: '/',
      wrong: '/?serial=123',
      display: `/?serial=${display.serial}`,
      reader: `/?serial=${reader.serial}`,
      missing: '/nothing',
    }
    for (const [name, path] of Object.entries(paths)) {
      await page.goto(origin + path)
      await inspect(page, `code-device-${name}-${theme}`)
    }
    await context.close()
  })

  it('the display: one button, and the code goes out when its time is over', async () => {
    const context = await phone(browser)
    const page = await context.newPage()
    await page.clock.install()
    await page.goto(`${origin}/?serial=${display.serial}&lang=en`)
    await page.getByRole('button', { name: 'Show a code' }).click()
    const { code, secondsLeft } = codeByClock(display, now)
    await expect.poll(() => status(page)).toContain([...code].join(' '))
    await page.clock.runFor((secondsLeft + 1) * 1000)
    await expect.poll(() => status(page)).toBe('The display is off')
    expect(await page.getByText(serialText(display.serial)).count()).toBe(1)
    await context.close()
  })
})

function isFocused(element: Element): boolean {
  return element === document.activeElement
}
