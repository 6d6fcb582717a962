/** The app in a real browser on the real server: what it keeps, what it loads, and who can use it. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { activationWords } from '../../apps/phone/src/words/activation-words.ts'
import { approvalWords } from '../../apps/phone/src/words/approval-words.ts'
import { commonWords } from '../../apps/phone/src/words/common-words.ts'
import { helpWords } from '../../apps/phone/src/words/help-words.ts'
import { homeWords } from '../../apps/phone/src/words/home-words.ts'
import { scanWords } from '../../apps/phone/src/words/scan-words.ts'
import { words as bankWords } from '../../surroundings/bank/src/words.ts'
import { computer, inspect, phoneKeptIn, openBrowser, phone } from './browser.ts'
import { openCountry, type TestCountry } from './country.ts'
import { activate, anna, askForCode, type Someone } from './person.ts'

const tongue = 'en'
const home = homeWords[tongue]
/** A name and a PIN that stand nowhere by chance. */
const someone: Someone = { ...anna, name: 'Wilhelmina Ærøskøbing', pin: '830274' }

let country: TestCountry
let browser: Browser
beforeAll(async () => {
  ;[country, browser] = await Promise.all([openCountry(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await country.stop()
})

describe('An app that holds a profile', () => {
  let folder: string
  let pocket: BrowserContext
  let app: Page
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mitid-browser-'))
    pocket = await phoneKeptIn(folder)
    app = pocket.pages()[0] ?? (await pocket.newPage())
    await activate(app, country, someone, tongue)
  })
  afterAll(async () => {
    await pocket.close()
    await rm(folder, { recursive: true })
  })

  it('Invariant 1: holds a secret, a name, a binding and a nonce, and nothing that a PIN can be tried on', async () => {
    const { records, extractable } = await app.evaluate(readStorage)
    expect(extractable).toEqual([])
    expect(records).toHaveLength(1)
    // A call that is on its way stands there too, until its answer is written.
    const settled = async () => {
      const kept = (await app.evaluate(readStorage)).records
      const names = namesIn(JSON.parse(kept[0] ?? '{}'))
      return [...new Set(names.map((name) => name.replace(/^keys\..*/u, 'keys, as published')))]
    }
    await expect
      .poll(settled)
      .toEqual([
        'binding',
        'checked.head',
        'checked.n',
        'keys, as published',
        'nickname',
        'profile',
        'rn',
        'seen.head',
        'seen.n',
        'slot.epoch',
        'slot.s',
        'stage',
      ])
  })

  it('is operated by the keyboard alone, from the front page to the approval', async () => {
    const desk = await computer(browser, { locale: 'en-GB' })
    const box = await desk.newPage()
    await box.goto(`${country.origins.bank}/`)
    await box.getByRole('link', { name: bankWords[tongue].login }).click()
    const code = await askForCode(box, someone.userId, tongue)
    const { keyboard } = app
    await tabTo(app, home.type)
    await keyboard.press('Enter')
    await app.getByRole('heading', { name: scanWords[tongue].typeTitle }).waitFor()
    await tabTo(app, scanWords[tongue].typeLabel)
    await keyboard.type(code)
    await keyboard.press('Enter')
    await app.getByRole('heading', { name: approvalWords[tongue].unseen }).waitFor()
    await tabTo(app, approvalWords[tongue].goOn)
    await keyboard.press('Enter')
    await tabTo(app, commonWords[tongue].pin)
    await keyboard.type(someone.pin)
    await keyboard.press('Tab')
    for (let step = 0; step < 10; step += 1) await keyboard.press('ArrowRight')
    await app.getByRole('heading', { name: approvalWords[tongue].loggedOn }).waitFor()
    await tabTo(app, commonWords[tongue].done)
    await keyboard.press('Enter')
    await app.getByRole('heading', { name: home.nothing }).waitFor()
    await desk.close()
  })

  it('WCAG 2.2 §2.4.11: what has the focus is not covered by the choices at the foot', async () => {
    const stood = app.viewportSize()
    await app.setViewportSize({ width: 390, height: 700 })
    await app.getByRole('button', { name: home.menu }).click()
    await app.getByRole('button', { name: home.help }).click()
    await app.getByRole('heading', { name: home.help }).waitFor()
    const covered = () =>
      app.evaluate(() => {
        const focused = document.activeElement ?? document.body
        const { left, top, width, height } = focused.getBoundingClientRect()
        const seen = document.elementFromPoint(left + width / 2, top + height / 2)
        return focused.contains(seen) ? undefined : focused.textContent
      })
    for (const { title } of Object.values(helpWords[tongue].questions)) {
      await tabTo(app, title)
      expect(await covered()).toBeUndefined()
    }
    if (stood) await app.setViewportSize(stood)
    await app.goBack()
    await app.getByRole('heading', { name: home.nothing }).waitFor()
  })

  it('opens without a network, says so, and is back when the network is', async () => {
    await app.evaluate(() => navigator.serviceWorker.ready.then(() => true))
    await pocket.setOffline(true)
    await app.reload()
    await app.getByText(home.offlineTitle).waitFor()
    await inspect(app, 'app-offline-en')
    await pocket.setOffline(false)
    await app.getByText(home.offlineTitle).waitFor({ state: 'hidden' })
    const kept = await app.evaluate(keptAddresses)
    expect(kept.filter((address) => address.includes('/api'))).toEqual([])
    expect(kept).toContain('/')
  })

  it('tells of a link that is over, and leaves nothing of it in the address bar', async () => {
    const letters = 'A'.repeat(22)
    await app.goto(`${country.origins.app}/s#1.${letters}.${'A'.repeat(43)}`)
    await app.getByRole('heading', { name: scanWords[tongue].claimTitle }).waitFor()
    expect(app.url()).toBe(`${country.origins.app}/`)
    await inspect(app, 'app-link-over-en')
  })

  it('Invariant 14: nothing readable of a profile lies on the phone in clear', async () => {
    await pocket.close()
    const stored = await filesBelow(folder)
    expect(stored.some(({ path }) => path.includes('IndexedDB'))).toBe(true)
    const secrets = [someone.name, 'Wilhelmina', someone.userId, 'Sommer', 'aut_', 'Sundby']
    for (const { path, bytes } of stored)
      for (const secret of secrets)
        for (const encoding of ['utf8', 'utf16le', 'latin1'] as const)
          expect(bytes.includes(Buffer.from(secret, encoding)), `${secret} in ${path}`).toBe(false)
    for (const { path, bytes } of stored.filter(({ path }) =>
      /IndexedDB|Local Storage/u.test(path),
    ))
      expect(bytes.includes(someone.pin), path).toBe(false)
  })
})

describe('An app that holds none', () => {
  it('paints first with less than 250 KB, and without what only a PIN or a camera needs', async () => {
    const pocket = await phone(browser)
    const app = await pocket.newPage()
    await app.goto(country.origins.app)
    await app.getByRole('heading').first().waitFor()
    const loaded = await app.evaluate(loadedBeforePaint)
    const size = loaded.reduce((sum, { bytes }) => sum + bytes, 0)
    expect(size).toBeGreaterThan(20_000)
    expect(size).toBeLessThan(250 * 1024)
    expect(loaded.filter(({ name }) => /esm-|decode-worker/u.test(name))).toEqual([])
    await pocket.close()
  })

  it('says so where a link asks for one, and leads to the typed code', async () => {
    const pocket = await phone(browser)
    const app = await pocket.newPage()
    const letters = 'A'.repeat(22)
    await app.goto(`${country.origins.app}/q#1.${letters}.1.${letters}`)
    await app.getByRole('heading', { name: activationWords[tongue].noProfileTitle }).waitFor()
    expect(app.url()).toBe(`${country.origins.app}/`)
    await inspect(app, 'app-no-profile-en')
    await pocket.close()
  })
})

/** Moves the focus on until what is named has it. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 20; step += 1) {
    await page.keyboard.press('Tab')
    const here = await page.evaluate(() => {
      const focused = document.activeElement
      const label = focused instanceof HTMLInputElement ? focused.labels?.[0] : focused
      return (label?.textContent ?? '').trim()
    })
    if (here === name) return
  }
  throw new Error(`the keyboard does not reach "${name}"`)
}

/** In the page: every record, its memory unsealed, and the keys that could be read out. */
async function readStorage() {
  const opened = indexedDB.open('mitid-phone')
  const database = await new Promise<IDBDatabase>((resolve) => {
    opened.onsuccess = () => {
      resolve(opened.result)
    }
  })
  const all = database.transaction('profiles').objectStore('profiles').getAll()
  type Stored = {
    deviceKey: CryptoKeyPair
    sealKey: CryptoKey
    memory: { iv: BufferSource; sealed: BufferSource }
  }
  const stored = await new Promise<Stored[]>((resolve) => {
    all.onsuccess = () => {
      resolve(all.result as Stored[])
    }
  })
  const keys = stored.flatMap(({ deviceKey, sealKey }) => [deviceKey.privateKey, sealKey])
  const records = await Promise.all(
    stored.map(async ({ sealKey, memory: { iv, sealed } }) =>
      new TextDecoder().decode(
        await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, sealKey, sealed),
      ),
    ),
  )
  database.close()
  return {
    records,
    extractable: keys.filter((key) => key.extractable).map((key) => key.algorithm.name),
  }
}

function namesIn(value: unknown, before = ''): string[] {
  if (typeof value !== 'object' || value === null) return [before]
  return Object.entries(value)
    .flatMap(([name, member]) => namesIn(member, before === '' ? name : `${before}.${name}`))
    .sort()
}

/** In the page: what the service worker keeps. */
async function keptAddresses(): Promise<string[]> {
  const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)))
  const requests = await Promise.all(caches_.map((cache) => cache.keys()))
  return requests.flat().map(({ url }) => new URL(url).pathname)
}

/** In the page: everything that had been asked for when the first text was painted. */
async function loadedBeforePaint() {
  const painted = await new Promise<number>((resolve) => {
    new PerformanceObserver((list) => {
      const first = list.getEntriesByName('first-contentful-paint')[0]
      if (first) resolve(first.startTime)
    }).observe({ type: 'paint', buffered: true })
  })
  const entries = [
    ...performance.getEntriesByType('navigation'),
    ...performance.getEntriesByType('resource'),
  ] as PerformanceResourceTiming[]
  return entries
    .filter(({ startTime }) => startTime <= painted)
    .map(({ name, encodedBodySize }) => ({ name, bytes: encodedBodySize }))
}

async function filesBelow(folder: string): Promise<{ path: string; bytes: Buffer }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return Promise.all(paths.map(async (path) => ({ path, bytes: await readFile(path) })))
}
