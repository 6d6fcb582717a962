/** Somebody with a passport: lays it on the phone, shows their face, and goes on to a MitID. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { activationWords } from '../../apps/phone/src/words/activation-words.ts'
import { commonWords } from '../../apps/phone/src/words/common-words.ts'
import { deviceWords } from '../../apps/phone/src/words/device-words.ts'
import { enrolWords } from '../../apps/phone/src/words/enrol-words.ts'
import { faceWords } from '../../apps/phone/src/words/face-words.ts'
import { homeWords } from '../../apps/phone/src/words/home-words.ts'
import { passportCameraWords } from '../../apps/phone/src/words/passport-camera-words.ts'
import { passportJourneyWords } from '../../apps/phone/src/words/passport-journey-words.ts'
import { inspect } from './browser.ts'
import { see } from './camera.ts'
import type { TestCountry } from './country.ts'
import { codeIn, sixDigits, type Tongue } from './person.ts'

/** A phone with the app, and what is held before its camera. */
export type Scene = {
  readonly country: TestCountry
  readonly app: Page
  /** Where a passport's page and its holder's face are shown. */
  readonly shown: Page
  readonly tongue: Tongue
  /** The browser's own camera has a film of the passport's page. */
  readonly filmed?: true
  /** A film wants to show what the camera sees: until this is called, nothing is read in it. */
  readonly letRead?: (() => void) | undefined
}

export const press = ({ app }: Pick<Scene, 'app'>, name: string) =>
  app.getByRole('button', { name, exact: true }).click()
export const heading = ({ app }: Pick<Scene, 'app'>, name: string | RegExp) =>
  app.getByRole('heading', { name, level: 1 }).waitFor()

export async function lay({ country }: Pick<Scene, 'country'>, key: string): Promise<void> {
  await order(country, `passport/${key}/lay`)
}

export async function takeAway({ country }: Pick<Scene, 'country'>): Promise<void> {
  await order(country, 'take-away')
}

async function order(country: TestCountry, path: string): Promise<void> {
  const done = await fetch(`${country.origins.passport}/${path}`, {
    method: 'POST',
    headers: { 'x-requested-by': 'journey' },
  })
  expect(done.status).toBe(204)
}

type Printed = {
  readonly documentNumber: string
  readonly birthDate: string
  readonly expiryDate: string
}
export async function printedOf(
  { country }: Pick<Scene, 'country'>,
  key: string,
): Promise<Printed> {
  const printed = await fetch(`${country.origins.passport}/passport/${key}/printed`)
  return (await printed.json()) as Printed
}

/** From the welcome to the camera that looks for the zone. */
export async function begin(scene: Scene): Promise<void> {
  const { app, tongue } = scene
  await heading(scene, activationWords[tongue].welcome('MitID'))
  await inspect(app, `passport-welcome-${tongue}`)
  await press(scene, activationWords[tongue].byPassport)
  await app.getByText(passportJourneyWords[tongue].sandboxTitle).waitFor()
  await inspect(app, `passport-before-${tongue}`)
  await press(scene, commonWords[tongue].goOn)
  await heading(scene, passportCameraWords[tongue].zoneTitle)
}

/** The page before the camera, the passport on the phone, and its chip is read. */
export async function scanAndRead(scene: Scene, key: string): Promise<void> {
  const { country, app, shown, tongue } = scene
  const words = passportJourneyWords[tongue]
  await lay(scene, key)
  await shown.setViewportSize({ width: 1280, height: 720 })
  await shown.goto(`${country.origins.passport}/passport/${key}/page`)
  if (!scene.filmed) await see(app, await shown.screenshot())
  if (scene.letRead) {
    await inspect(app, `passport-zone-seen-${tongue}`)
    scene.letRead()
  }
  await heading(scene, words.chipTitle)
  await inspect(app, `passport-chip-${tongue}`)
  await press(scene, words.read)
}

/** As is asked, or in one pose whatever is asked. */
export async function showFace(scene: Scene, key: string, always?: string): Promise<void> {
  const { country, app, shown, tongue } = scene
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
    await press(scene, words.take)
  }
}

/** By the keyboard alone, from the number on. */
export async function typeZone(
  { app }: Pick<Scene, 'app'>,
  { documentNumber, birthDate, expiryDate }: Printed,
): Promise<void> {
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

/** From the page that says what is needed to the name of the holder, typed instead of scanned. */
export async function prove(scene: Scene, key: string): Promise<void> {
  const { app, tongue } = scene
  const words = passportJourneyWords[tongue]
  await app.getByText(words.sandboxTitle).waitFor()
  await press(scene, commonWords[tongue].goOn)
  await press(scene, passportCameraWords[tongue].type)
  await lay(scene, key)
  await typeZone(scene, await printedOf(scene, key))
  await heading(scene, words.chipTitle)
  await press(scene, words.read)
  await press(scene, faceWords[tongue].start)
  await showFace(scene, key)
}

/** From the terms to a user ID that is chosen; answers it. */
export async function answerForMitId(scene: Scene, address: string): Promise<string> {
  const { country, app, tongue } = scene
  const words = enrolWords[tongue]
  const { goOn } = commonWords[tongue]
  await app.getByLabel(words.accept).waitFor()
  await inspect(app, `passport-terms-${tongue}`)
  await press(scene, goOn)
  await app.getByText(words.acceptMissing).waitFor()
  await app.getByLabel(words.accept).check()
  await press(scene, goOn)
  await heading(scene, words.contactsTitle)
  await inspect(app, `passport-contacts-${tongue}`)
  await press(scene, words.contact.email.send)
  await app.getByText(words.contact.email.wrong).waitFor()
  await app.getByLabel(words.contact.email.label).fill(address)
  await press(scene, words.contact.email.send)
  await heading(scene, words.codeTitle)
  await inspect(app, `passport-contact-code-${tongue}`)
  const sent = await country.message(address, sixDigits)
  await app.getByLabel(words.code).fill(codeIn(sent.text))
  await press(scene, goOn)
  await app.getByText(words.contact.email.checked(address)).waitFor()
  await inspect(app, `passport-contacts-checked-${tongue}`)
  await press(scene, goOn)
  await heading(scene, words.userIdTitle)
  const suggested = app.getByRole('group', { name: words.suggestions }).getByRole('button').first()
  const userId = (await suggested.textContent()) ?? ''
  await inspect(app, `passport-user-id-${tongue}`)
  await suggested.click()
  await press(scene, goOn)
  return userId
}

type Choice = {
  readonly first: 'app' | 'code-display' | 'audio-reader'
  readonly spare: 'code-display' | 'audio-reader' | 'none'
  /** By mail, or the municipality whose centre it is picked up at. */
  readonly to?: 'home' | { readonly municipality: string }
}

/** What to approve with and where it goes, with what is left out said at each; then the last yes. */
export async function chooseAndFinish(scene: Scene, { first, spare, to }: Choice): Promise<void> {
  const { app, tongue } = scene
  const words = deviceWords[tongue]
  const { goOn } = commonWords[tongue]
  await heading(scene, words.title)
  await press(scene, goOn)
  await app.getByText(words.firstMissing).waitFor()
  await inspect(app, `passport-authenticators-missing-${tongue}`)
  await app.getByLabel(words.first[first].label, { exact: true }).check()
  await app.getByLabel(words.spare[spare], { exact: true }).check()
  await inspect(app, `passport-authenticators-${tongue}`)
  await press(scene, goOn)
  if (to !== undefined) {
    await heading(scene, words.deliveryTitle)
    await press(scene, goOn)
    await app.getByText(words.toMissing).waitFor()
    if (to === 'home') await app.getByLabel(words.home, { exact: true }).check()
    else {
      await app.getByLabel(words.centre, { exact: true }).check()
      await press(scene, goOn)
      await app.getByText(words.centreMissing).waitFor()
      const options = app.getByLabel(words.which).locator('option')
      const label = await options.filter({ hasText: to.municipality }).first().textContent()
      await app.getByLabel(words.which).selectOption({ label: label ?? '' })
    }
    await inspect(app, `passport-delivery-${first}-${tongue}`)
    await press(scene, goOn)
  }
  await heading(scene, enrolWords[tongue].finishTitle)
  await inspect(app, `passport-finish-${first}-${tongue}`)
  await press(scene, enrolWords[tongue].finish)
}

/** The proof that was just given stands for both codes: after the name comes the PIN. */
export async function choosePin(scene: Scene, name: string, pin: string): Promise<void> {
  const { app, tongue } = scene
  const words = activationWords[tongue]
  const { goOn } = commonWords[tongue]
  await app.getByLabel(words.nameLabel).fill(name)
  await press(scene, goOn)
  await app.getByLabel(words.pinLabel).fill(pin)
  await inspect(app, `passport-pin-${tongue}`)
  await press(scene, goOn)
  await app.getByLabel(words.pinAgainLabel).fill(pin)
  await press(scene, goOn)
  await heading(scene, words.activatedTitle)
  await inspect(app, `passport-activated-${tongue}`)
  await press(scene, words.start)
  await heading(scene, homeWords[tongue].nothing)
}
