/** The ways of a request into the app, and what a person does with their profile, on the real server. */
import { readFile } from 'node:fs/promises'
import { EvidenceKeys, EvidencePack, verifyEs256, verifyEvidence } from '@open-mitid/protocol'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { activationWords } from '../../apps/phone/src/words/activation-words.ts'
import { approvalWords } from '../../apps/phone/src/words/approval-words.ts'
import { commonWords } from '../../apps/phone/src/words/common-words.ts'
import { historyWords } from '../../apps/phone/src/words/history-words.ts'
import { homeWords } from '../../apps/phone/src/words/home-words.ts'
import { scanWords } from '../../apps/phone/src/words/scan-words.ts'
import { upkeepWords } from '../../apps/phone/src/words/upkeep-words.ts'
import { stepWords } from '../../apps/server/src/edge/sign-in/words/step-words.ts'
import { words as bankWords } from '../../surroundings/bank/src/words.ts'
import { computer, inspect, openBrowser, phone } from './browser.ts'
import { openCountry, type TestCountry } from './country.ts'
import {
  activate,
  anna,
  approve,
  askForCode,
  sitsAtIt,
  typeCode,
  typeUserId,
  type Someone,
} from './person.ts'

const tongue = 'en'
const home = homeWords[tongue]
const nextPin = '830214'
const oda: Someone = {
  userId: 'oda vestergård',
  reach: '+4520100003',
  pin: '615243',
  name: 'Oda',
}
const james: Someone = { userId: 'james.holm', reach: '+4520100002', pin: '615243', name: 'James' }

let country: TestCountry
let browser: Browser
let pocket: BrowserContext
let app: Page
beforeAll(async () => {
  ;[country, browser] = await Promise.all([openCountry(), openBrowser()])
  pocket = await phone(browser)
  app = await pocket.newPage()
  await app.addInitScript(becomeCamera)
  await activate(app, country, anna, tongue)
})
afterAll(async () => {
  await browser.close()
  await country.stop()
})

describe('A request comes into the app', () => {
  it('by the camera, from the rotating QR code of another screen', async () => {
    const desk = await computer(browser)
    const box = await atTheBox(desk)
    await box.getByRole('heading', { name: stepWords[tongue].qr.title }).waitFor()
    await app.getByRole('button', { name: home.scan }).click()
    await app.getByText(scanWords[tongue].looking).waitFor()
    await inspect(app, 'app-scan-en')
    const warned = app.getByRole('heading', { name: approvalWords[tongue].unseen })
    await holdBefore(box, warned)
    await sitsAtIt(app, tongue)
    await approve(app, anna.pin, tongue)
    await app.getByRole('heading', { name: approvalWords[tongue].loggedOn }).waitFor()
    await box.getByRole('heading', { name: bankWords[tongue].transfer }).waitFor()
    await desk.close()
  })

  it('by the button on the same device, and goes back to the browser with the answer', async () => {
    const tab = await atTheBox(pocket)
    await tab.getByRole('button', { name: stepWords[tongue].same.open }).click()
    await tab.getByRole('heading', { name: /\?$/u }).waitFor()
    expect(new URL(tab.url()).hash).toBe('')
    await inspect(tab, 'app-same-device-en')
    await approve(tab, anna.pin, tongue)
    await tab.getByRole('heading', { name: approvalWords[tongue].approved }).waitFor()
    await tab.getByRole('button', { name: approvalWords[tongue].toBrowser }).click()
    await tab.getByRole('heading', { name: bankWords[tongue].transfer }).waitFor()
    await tab.close()
  })

  it('never by a wrong code, and the person is told what to look at', async () => {
    await app.goto(country.origins.app)
    await typeCode(app, 'ZZZZZZZZ', tongue)
    await app.getByText(scanWords[tongue].claimCode).waitFor()
    await inspect(app, 'app-wrong-code-en')
  })

  it('without a camera it says so and leads to the typed code', async () => {
    const blind = await phone(browser)
    const page = await blind.newPage()
    await page.addInitScript(refuseCamera)
    await activate(page, country, james, tongue)
    await page.getByRole('button', { name: home.scan }).click()
    await page.getByText(scanWords[tongue].refused.camera).waitFor()
    await inspect(page, 'app-camera-refused-en')
    await page.getByRole('button', { name: scanWords[tongue].type }).click()
    await page.getByRole('heading', { name: scanWords[tongue].typeTitle }).waitFor()
    await blind.close()
  })
})

describe('A person with their profile', () => {
  it('refuses in one press, and hears what to do where they did not start it', async () => {
    const desk = await computer(browser)
    const box = await desk.newPage()
    await box.goto(`${country.origins.bank}/`)
    await box.getByRole('link', { name: bankWords[tongue].login }).click()
    const code = await askForCode(box, anna.userId, tongue)
    await app.goto(country.origins.app)
    await typeCode(app, code, tongue)
    await app.getByRole('button', { name: approvalWords[tongue].notMe }).click()
    await app.getByRole('heading', { name: approvalWords[tongue].reported }).waitFor()
    await inspect(app, 'app-not-me-en')
    await desk.close()
  })

  it('reads their history behind the PIN, and keeps evidence that verifies', async () => {
    await openMenu(home.history)
    await app.getByLabel(commonWords[tongue].pin).fill(anna.pin)
    await app.getByRole('button', { name: historyWords[tongue].open }).click()
    await app.getByRole('heading', { name: historyWords[tongue].events }).waitFor()
    await inspect(app, 'app-history-en')
    const download = app.waitForEvent('download')
    await app
      .getByRole('button', { name: /^Keep the evidence/u })
      .first()
      .click()
    const path = await (await download).path()
    const pack = EvidencePack.parse(JSON.parse(await readFile(path, 'utf8')))
    const published = await fetch(`${country.origins.signIn}/evidence-keys.json`)
    const keys = EvidenceKeys.parse(await published.json())
    if (!pack || !keys) throw new Error('what was kept cannot be read')
    const { checks } = verifyEvidence(pack, { keys, verify: verifyEs256 })
    expect(checks.filter(({ outcome }) => outcome === 'failed')).toEqual([])
  })

  it('changes the PIN: the old one is wrong from then on', async () => {
    await openMenu(home.changePin)
    await app.getByLabel(upkeepWords[tongue].oldPinLabel).fill(anna.pin)
    await goOn()
    await app.getByLabel(activationWords[tongue].pinLabel).fill(nextPin)
    // Whoever clicks twice on everything does not send the PIN that is asked for next.
    await app.getByRole('button', { name: commonWords[tongue].goOn, exact: true }).dblclick()
    await app.getByLabel(activationWords[tongue].pinAgainLabel).fill(nextPin)
    await goOn()
    await app.getByRole('heading', { name: upkeepWords[tongue].pinChanged }).waitFor()
    await inspect(app, 'app-pin-changed-en')
    await openMenu(home.history)
    await app.getByLabel(commonWords[tongue].pin).fill(anna.pin)
    await app.getByRole('button', { name: historyWords[tongue].open }).click()
    await app.getByText(/The PIN is wrong/u).waitFor()
    await inspect(app, 'app-pin-wrong-en')
  })

  it('shares the phone with another person, each with a profile of their own', async () => {
    await activate(app, country, oda, tongue)
    await app.goto(country.origins.app)
    await app.getByRole('heading', { name: home.chooseTitle }).waitFor()
    await inspect(app, 'app-chooser-en')
    await app.getByRole('button', { name: anna.name }).click()
    await app.getByRole('heading', { name: home.nothing }).waitFor()
  })

  it('is warned before the last way to use their MitID is removed', async () => {
    await app.getByRole('button', { name: home.menu }).click()
    await app.getByRole('button', { name: home.remove }).click()
    await app.getByText(upkeepWords[tongue].lastTitle).waitFor()
    await inspect(app, 'app-remove-en')
    await app.getByLabel(commonWords[tongue].pin).fill(nextPin)
    await app.getByRole('button', { name: upkeepWords[tongue].remove, exact: true }).click()
    await app.getByRole('heading', { name: home.nothing }).waitFor()
    await app.goto(country.origins.app)
    await app.getByText('Oda').waitFor()
  })
})

async function atTheBox(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${country.origins.bank}/`)
  await page.getByRole('link', { name: bankWords[tongue].login }).click()
  await typeUserId(page, anna.userId, tongue)
  return page
}

async function openMenu(item: string): Promise<void> {
  await app.goto(country.origins.app)
  await app.getByRole('button', { name: home.menu }).click()
  await app.getByRole('button', { name: item }).click()
}

async function goOn(): Promise<void> {
  await app.getByRole('button', { name: commonWords[tongue].goOn, exact: true }).click()
}

/** Holds the phone before the other screen until the app has seen the code there. */
async function holdBefore(box: Page, seen: Locator): Promise<void> {
  const until = performance.now() + 30_000
  while (!(await seen.isVisible())) {
    if (performance.now() > until) throw new Error('the camera saw the code, and the app did not')
    const url = `data:image/png;base64,${(await box.screenshot()).toString('base64')}`
    await app.evaluate((shown) => {
      dispatchEvent(new CustomEvent('camera-sees', { detail: shown }))
    }, url)
  }
}

/** In the page, before its own scripts: a camera that sees the pictures it is shown. */
function becomeCamera(): void {
  navigator.mediaDevices.getUserMedia = () => {
    const canvas = document.createElement('canvas')
    canvas.width = 1280
    canvas.height = 720
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.fillRect(0, 0, canvas.width, canvas.height)
    addEventListener('camera-sees', (event) => {
      const picture = new Image()
      picture.onload = () => {
        const scale = Math.min(1240 / picture.width, 700 / picture.height)
        context.fillStyle = '#777'
        context.fillRect(0, 0, canvas.width, canvas.height)
        context.setTransform(0.99, 0.06, -0.06, 0.99, 60, -20)
        context.drawImage(picture, 0, 0, picture.width * scale, picture.height * scale)
        context.resetTransform()
      }
      picture.src = String((event as CustomEvent).detail)
    })
    return Promise.resolve(canvas.captureStream(15))
  }
}

function refuseCamera(): void {
  navigator.mediaDevices.getUserMedia = () =>
    Promise.reject(new DOMException('no', 'NotAllowedError'))
}
