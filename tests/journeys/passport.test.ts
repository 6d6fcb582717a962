/** A passport, a camera and a face: from the front page of the app to a MitID that logs on. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { activationWords } from '../../apps/phone/src/words/activation-words.ts'
import { approvalWords } from '../../apps/phone/src/words/approval-words.ts'
import { commonWords } from '../../apps/phone/src/words/common-words.ts'
import { enrolWords } from '../../apps/phone/src/words/enrol-words.ts'
import { faceWords } from '../../apps/phone/src/words/face-words.ts'
import { homeWords } from '../../apps/phone/src/words/home-words.ts'
import { passportCameraWords } from '../../apps/phone/src/words/passport-camera-words.ts'
import { passportJourneyWords } from '../../apps/phone/src/words/passport-journey-words.ts'
import { passportWords } from '../../apps/phone/src/words/passport-words.ts'
import { words as borgerWords } from '../../surroundings/borger/src/words.ts'
import { computer, inspect, openBrowser, phone } from './browser.ts'
import { becomeCamera, see } from './camera.ts'
import { openCountry, type TestCountry } from './country.ts'
import {
  approve,
  askForCode,
  codeIn,
  sitsAtIt,
  sixDigits,
  typeCode,
  type Tongue,
} from './person.ts'

let country: TestCountry
let browser: Browser
/** Where a passport's page and its holder's face are held before the camera. */
let desk: BrowserContext
let shown: Page
beforeAll(async () => {
  ;[country, browser] = await Promise.all([openCountry(), openBrowser()])
  desk = await computer(browser)
  shown = await desk.newPage()
})
afterAll(async () => {
  await browser.close()
  await country.stop()
})

let pocket: BrowserContext
let app: Page
async function openApp(tongue: Tongue, dark: boolean): Promise<void> {
  pocket = await phone(browser, { locale: tongue === 'da' ? 'da-DK' : 'en-GB', dark })
  app = await pocket.newPage()
  await app.addInitScript(becomeCamera)
  await app.goto(country.origins.app)
}
afterEach(() => pocket.close())

const press = (name: string) => app.getByRole('button', { name, exact: true }).click()
const heading = (name: string) => app.getByRole('heading', { name, level: 1 }).waitFor()

async function lay(key: string): Promise<void> {
  const laid = await fetch(`${country.origins.passport}/passport/${key}/lay`, {
    method: 'POST',
    headers: { 'x-requested-by': 'journey' },
  })
  expect(laid.status).toBe(204)
}

async function takeAway(): Promise<void> {
  const taken = await fetch(`${country.origins.passport}/take-away`, {
    method: 'POST',
    headers: { 'x-requested-by': 'journey' },
  })
  expect(taken.status).toBe(204)
}

type Printed = {
  readonly documentNumber: string
  readonly birthDate: string
  readonly expiryDate: string
}
async function printedOf(key: string): Promise<Printed> {
  const printed = await fetch(`${country.origins.passport}/passport/${key}/printed`)
  return (await printed.json()) as Printed
}

/** From the welcome to the camera that looks for the zone. */
async function begin(tongue: Tongue): Promise<void> {
  const words = passportJourneyWords[tongue]
  await inspect(app, `passport-welcome-${tongue}`)
  await press(activationWords[tongue].byPassport)
  await app.getByText(words.sandboxTitle).waitFor()
  await inspect(app, `passport-before-${tongue}`)
  await press(commonWords[tongue].goOn)
  await heading(passportCameraWords[tongue].zoneTitle)
}

/** As is asked, or in one pose whatever is asked. */
async function showFace(key: string, tongue: Tongue, always?: string): Promise<void> {
  const words = faceWords[tongue]
  for (let picture = 1; picture <= 4; picture += 1) {
    await app.getByText(words.title(String(picture), '4')).waitFor()
    const asked = await app.getByRole('heading', { level: 1 }).textContent()
    const [pose] = Object.entries(words.gestures).find(([, text]) => text === asked) ?? []
    await shown.goto(
      `${country.origins.passport}/passport/${key}/face?pose=${always ?? pose ?? ''}`,
    )
    await see(app, await shown.locator('img').first().screenshot())
    await inspect(app, `passport-face-${String(picture)}-${tongue}`)
    await press(words.take)
  }
}

describe('A passport', () => {
  beforeEach(() => openApp('en', false))

  it('is scanned, read and compared with a face, and its person is told by name', async () => {
    const words = passportJourneyWords.en
    await begin('en')
    await inspect(app, 'passport-zone-en')
    await lay('alma')
    await shown.setViewportSize({ width: 1280, height: 720 })
    await shown.goto(`${country.origins.passport}/passport/alma/page`)
    await see(app, await shown.screenshot())
    await heading(words.chipTitle)
    await inspect(app, 'passport-chip-en')
    await press(words.read)
    await heading(faceWords.en.beforeTitle)
    await inspect(app, 'passport-face-before-en')
    await press(faceWords.en.start)
    await showFace('alma', 'en')
    await app.getByRole('heading', { name: /^You are / }).waitFor()
    await inspect(app, 'passport-person-en')
    await press(commonWords.en.goOn)
    const userId = await becomeMember('alma@post.example', 'en')
    await choosePin('274936', 'en')
    await logOn(userId, '274936', 'en')
  })
})

describe('A passport that is typed by the keyboard', () => {
  beforeEach(() => openApp('da', true))

  it('goes on where it can: a wrong number, no passport, a movement that was missed', async () => {
    const words = passportJourneyWords.da
    const printed = await printedOf('bertil')
    await begin('da')
    await press(passportCameraWords.da.type)
    await lay('bertil')
    await typeZone({ ...printed, documentNumber: 'X00000000' })
    await heading(words.chipTitle)
    await press(words.read)
    await heading(words.typedTitle)
    await app.getByText(passportWords.da.told['wrong-password']).waitFor()
    await inspect(app, 'passport-typed-refused-da')
    await app.getByLabel(words.number).fill(printed.documentNumber)
    await app.keyboard.press('Enter')
    await heading(words.chipTitle)
    await takeAway()
    await press(words.read)
    await app.getByText(passportWords.da.told['no-chip']).waitFor()
    await inspect(app, 'passport-no-chip-da')
    await lay('bertil')
    await press(words.readOn)
    await heading(faceWords.da.beforeTitle)
    await app.getByLabel(faceWords.da.other).check()
    await inspect(app, 'passport-face-before-da')
    await press(faceWords.da.start)
    await showFace('bertil', 'da', 'straight')
    await app.getByText(faceWords.da.reasons['gesture-missed']).waitFor()
    await inspect(app, 'passport-face-missed-da')
    await showFace('bertil', 'da')
    await app.getByRole('heading', { name: /^Du er / }).waitFor()
    await press(commonWords.da.goOn)
    await app.getByLabel(enrolWords.da.accept).waitFor()
    await inspect(app, 'passport-terms-da')
  })
})

describe('A phone that reaches no chip', () => {
  beforeEach(() => openApp('en', false))

  it('says so before anything is asked, and what else can be done', async () => {
    await app.route('**/config.json', async (route) => {
      const answer = await route.fetch()
      const { chip_origin: _, ...settings } = (await answer.json()) as Record<string, unknown>
      await route.fulfill({ response: answer, json: settings })
    })
    await press(activationWords.en.byPassport)
    await heading(passportJourneyWords.en.cannotTitle)
    await app.getByText(passportJourneyWords.en.otherWays.centre.text).waitFor()
    await inspect(app, 'passport-cannot-en')
  })
})

describe('A passport that cannot be used', () => {
  beforeEach(() => openApp('da', true))

  it('is told as expired, after its details were typed by the keyboard alone', async () => {
    const words = passportJourneyWords.da
    await begin('da')
    await inspect(app, 'passport-zone-da')
    await press(passportCameraWords.da.type)
    await heading(words.typedTitle)
    await inspect(app, 'passport-typed-da')
    await app.getByLabel(words.number).focus()
    await app.keyboard.press('Enter')
    await app.getByText(words.numberWrong).waitFor()
    await inspect(app, 'passport-typed-wrong-da')
    await lay('svend')
    await typeZone(await printedOf('svend'))
    await heading(words.chipTitle)
    await press(words.read)
    await heading(words.refusedTitle)
    await app.getByText(passportWords.da.told.expired).waitFor()
    await inspect(app, 'passport-refused-da')
  })
})

/** From the terms to the app's own activation; answers the user ID. */
async function becomeMember(address: string, tongue: Tongue): Promise<string> {
  const words = enrolWords[tongue]
  const { goOn } = commonWords[tongue]
  await app.getByLabel(words.accept).waitFor()
  await inspect(app, `passport-terms-${tongue}`)
  await press(goOn)
  await app.getByText(words.acceptMissing).waitFor()
  await app.getByLabel(words.accept).check()
  await press(goOn)
  await heading(words.contactsTitle)
  await inspect(app, `passport-contacts-${tongue}`)
  await press(words.contact.email.send)
  await app.getByText(words.contact.email.wrong).waitFor()
  await app.getByLabel(words.contact.email.label).fill(address)
  await press(words.contact.email.send)
  await heading(words.codeTitle)
  await inspect(app, `passport-contact-code-${tongue}`)
  const sent = await country.message(address, sixDigits)
  await app.getByLabel(words.code).fill(codeIn(sent.text))
  await press(goOn)
  await app.getByText(words.contact.email.checked(address)).waitFor()
  await inspect(app, `passport-contacts-checked-${tongue}`)
  await press(goOn)
  await heading(words.userIdTitle)
  const suggested = app.getByRole('group', { name: words.suggestions }).getByRole('button').first()
  const userId = (await suggested.textContent()) ?? ''
  await inspect(app, `passport-user-id-${tongue}`)
  await suggested.click()
  await press(goOn)
  await heading(words.finishTitle)
  await inspect(app, `passport-finish-${tongue}`)
  await press(words.finish)
  return userId
}

/** The proof that was just given stands for both codes: after the name comes the PIN. */
async function choosePin(pin: string, tongue: Tongue): Promise<void> {
  const words = activationWords[tongue]
  const { goOn } = commonWords[tongue]
  await app.getByLabel(words.nameLabel).fill('Alma')
  await press(goOn)
  await app.getByLabel(words.pinLabel).fill(pin)
  await press(goOn)
  await app.getByLabel(words.pinAgainLabel).fill(pin)
  await press(goOn)
  await heading(words.activatedTitle)
  await press(words.start)
  await heading(homeWords[tongue].nothing)
}

async function logOn(userId: string, pin: string, tongue: Tongue): Promise<void> {
  const box = await desk.newPage()
  await box.goto(`${country.origins.borger}/`)
  await box.getByRole('link', { name: borgerWords[tongue].login }).first().click()
  await typeCode(app, await askForCode(box, userId, tongue), tongue)
  await sitsAtIt(app, tongue)
  await approve(app, pin, tongue)
  await app.getByRole('heading', { name: approvalWords[tongue].loggedOn }).waitFor()
  await box.getByRole('heading', { name: borgerWords[tongue].told }).waitFor()
}

/** By the keyboard alone, from the number on. */
async function typeZone({ documentNumber, birthDate, expiryDate }: Printed): Promise<void> {
  const { keyboard } = app
  await app.locator('#number').focus()
  await keyboard.type(documentNumber)
  for (const date of [birthDate, expiryDate]) {
    const year = Number(date.slice(0, 2))
    const century = date === expiryDate || year < 27 ? 2000 : 1900
    for (const part of [date.slice(4, 6), date.slice(2, 4), String(century + year)]) {
      await keyboard.press('Tab')
      await keyboard.type(part)
    }
  }
  await keyboard.press('Enter')
}
