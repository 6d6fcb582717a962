/** A passport, a camera and a face: from the front page of the app to a MitID that logs on. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { activationWords } from '../../apps/phone/src/words/activation-words.ts'
import { approvalWords } from '../../apps/phone/src/words/approval-words.ts'
import { commonWords } from '../../apps/phone/src/words/common-words.ts'
import { deviceWords } from '../../apps/phone/src/words/device-words.ts'
import { enrolWords } from '../../apps/phone/src/words/enrol-words.ts'
import { faceWords } from '../../apps/phone/src/words/face-words.ts'
import { passportCameraWords } from '../../apps/phone/src/words/passport-camera-words.ts'
import { passportJourneyWords } from '../../apps/phone/src/words/passport-journey-words.ts'
import { passportWords } from '../../apps/phone/src/words/passport-words.ts'
import { words as borgerWords } from '../../surroundings/borger/src/words.ts'
import { computer, filmFolder, inspect, type View } from './browser.ts'
import { becomeCamera } from './camera.ts'
import { activateByLetter, approveByCodes } from './code-device-holder.ts'
import { browser, country, newFilmedPhone, newPhone, passportDesk } from './passport-desk.ts'
import {
  answerForMitId,
  begin,
  chooseAndFinish,
  choosePin,
  heading,
  lay,
  press,
  printedOf,
  scanAndRead,
  showFace,
  takeAway,
  typeZone,
  type Scene,
} from './passport-holder.ts'
import { approve, askForCode, localeOf, sitsAtIt, typeCode, type Tongue } from './person.ts'

passportDesk()

let app: Page
let scene: Scene
async function openApp(tongue: Tongue, dark: boolean, view: View = {}): Promise<void> {
  const opened = await newPhone(tongue, { dark, ...view })
  ;({ app } = opened)
  const letRead = filmFolder === undefined ? undefined : await beFilmed(app.context())
  await app.goto(country.origins.app)
  scene = { ...opened, letRead }
}
afterEach(() => app.context().close())

/** As a phone is, whose browser shows no other window; the zone is not read before this is called. */
async function beFilmed(phone: BrowserContext): Promise<() => void> {
  await phone.addInitScript(() => {
    Reflect.deleteProperty(MediaDevices.prototype, 'getDisplayMedia')
  })
  const { promise, resolve } = Promise.withResolvers<undefined>()
  await phone.route(/zone-worker/u, async (route) => {
    await promise
    await route.continue()
  })
  return () => resolve(undefined)
}

const holders = {
  en: { key: 'alma', name: 'Alma' },
  da: { key: 'bertil', name: 'Bertil' },
} as const
/** What its service worker asked for could not be held back or changed. */
const unseen = { serviceWorkers: 'block' } as const
/** Films are in both languages. */
const tongues = filmFolder === undefined ? (['en'] as const) : (['en', 'da'] as const)

describe.each(tongues)('A passport (%s)', (tongue) => {
  const { key, name } = holders[tongue]
  let close: () => Promise<void>
  beforeEach(async () => {
    const opened = await newFilmedPhone(tongue, key, filmFolder === undefined ? {} : unseen)
    ;({ close } = opened)
    ;({ app } = opened.scene)
    const letRead = filmFolder === undefined ? undefined : await beFilmed(app.context())
    await app.goto(country.origins.app)
    scene = { ...opened.scene, letRead }
  })
  afterEach(() => close())

  it('is scanned, read and compared with a face; its person gets the app, and a spare to pick up', async () => {
    await begin(scene)
    await inspect(app, `passport-zone-${tongue}`)
    await scanAndRead(scene, key)
    await heading(scene, faceWords[tongue].beforeTitle)
    await inspect(app, `passport-face-before-${tongue}`)
    await app.evaluate(becomeCamera)
    await press(scene, faceWords[tongue].start)
    await showFace(scene, key)
    await app.getByRole('heading', { name: /^(?:You are|Du er) /u }).waitFor()
    await inspect(app, `passport-person-${tongue}`)
    await press(scene, commonWords[tongue].goOn)
    const userId = await answerForMitId(scene, `${key}@post.example`)
    const to = { municipality: 'Aarhus' }
    await chooseAndFinish(scene, { first: 'app', spare: 'code-display', to })
    await heading(scene, deviceWords[tongue].orderedTitle['code-display'])
    await app.getByText(/Borgerservice Aarhus Midt, Rosenpladsen 1/u).waitFor()
    await inspect(app, `passport-ordered-app-${tongue}`)
    await press(scene, deviceWords[tongue].toPin)
    await choosePin(scene, name, '274936')
    await logOn(userId, '274936', tongue)
    const devices = await country.country.mitid('show-devices', '--user-id', userId)
    expect(devices).toMatchObject([{ kind: 'code-display', state: 'sent' }])
  })
})

describe('A passport, and no app wanted', () => {
  beforeEach(() => openApp('da', true))

  it('ends in a reader by mail, which is activated by its letter and approves a transfer', async () => {
    await begin(scene)
    await scanAndRead(scene, 'gudrun')
    await heading(scene, faceWords.da.beforeTitle)
    await press(scene, faceWords.da.start)
    await showFace(scene, 'gudrun')
    await app.getByRole('heading', { name: /^Du er / }).waitFor()
    await press(scene, commonWords.da.goOn)
    const userId = await answerForMitId(scene, 'gudrun@post.example')
    await chooseAndFinish(scene, { first: 'audio-reader', spare: 'none', to: 'home' })
    await heading(scene, deviceWords.da.orderedTitle['audio-reader'])
    await app.getByText(/Strandgade 3/u).waitFor()
    await app.getByText(userId).waitFor()
    await inspect(app, 'passport-ordered-da')
    expect(await app.getByRole('button', { name: deviceWords.da.toPin }).count()).toBe(0)
    const link = app.getByRole('link', { name: deviceWords.da.activateAt })
    const home = await computer(browser, { locale: 'da-DK' })
    const site = await home.newPage()
    await site.goto((await link.getAttribute('href')) ?? '')
    await press(scene, deviceWords.da.close)
    await heading(scene, activationWords.da.welcome('MitID'))
    const own = { country, desk: home, tongue: 'da', kind: 'audio-reader', userId } as const
    const device = await activateByLetter(own, 'Guðrún Þórsdóttir', 'blå cykel 47', site)
    await approveByCodes(own, device, 'blå cykel 47')
    await home.close()
  })
})

describe('A passport that is typed by the keyboard', () => {
  beforeEach(() => openApp('da', true))

  it('goes on where it can: a wrong number, no passport, a movement that was missed', async () => {
    const words = passportJourneyWords.da
    const printed = await printedOf(scene, 'bertil')
    await begin(scene)
    await press(scene, passportCameraWords.da.type)
    await lay(scene, 'bertil')
    await typeZone(scene, { ...printed, documentNumber: 'X00000000' })
    await heading(scene, words.chipTitle)
    await press(scene, words.read)
    await heading(scene, words.typedTitle)
    await app.getByText(passportWords.da.told['wrong-password']).waitFor()
    await inspect(app, 'passport-typed-refused-da')
    await app.getByLabel(words.number).fill(printed.documentNumber)
    await app.keyboard.press('Enter')
    await heading(scene, words.chipTitle)
    await takeAway(scene)
    await press(scene, words.read)
    await app.getByText(passportWords.da.told['no-chip']).waitFor()
    await inspect(app, 'passport-no-chip-da')
    await lay(scene, 'bertil')
    await press(scene, words.readOn)
    await heading(scene, faceWords.da.beforeTitle)
    await app.getByLabel(faceWords.da.other).check()
    await inspect(app, 'passport-face-before-da')
    await press(scene, faceWords.da.start)
    await showFace(scene, 'bertil', 'straight')
    await app.getByText(faceWords.da.reasons['gesture-missed']).waitFor()
    await inspect(app, 'passport-face-missed-da')
    await showFace(scene, 'bertil')
    await app.getByRole('heading', { name: /^Du er / }).waitFor()
    await press(scene, commonWords.da.goOn)
    await app.getByLabel(enrolWords.da.accept).waitFor()
    await inspect(app, 'passport-terms-da')
  })
})

describe('A phone that reaches no chip', () => {
  beforeEach(() => openApp('en', false, unseen))

  it('says so before anything is asked, and what else can be done', async () => {
    await app.route('**/config.json', async (route) => {
      const answer = await route.fetch()
      const { chip_origin: _, ...settings } = (await answer.json()) as Record<string, unknown>
      await route.fulfill({ response: answer, json: settings })
    })
    await press(scene, activationWords.en.byPassport)
    await heading(scene, passportJourneyWords.en.cannotTitle)
    await app.getByText(passportJourneyWords.en.otherWays.centre.text).waitFor()
    await inspect(app, 'passport-cannot-en')
  })
})

describe('A passport that cannot be used', () => {
  beforeEach(() => openApp('da', true))

  it('is told as expired, after its details were typed by the keyboard alone', async () => {
    const words = passportJourneyWords.da
    await begin(scene)
    await inspect(app, 'passport-zone-da')
    await press(scene, passportCameraWords.da.type)
    await heading(scene, words.typedTitle)
    await inspect(app, 'passport-typed-da')
    await app.getByLabel(words.number).focus()
    await app.keyboard.press('Enter')
    await app.getByText(words.numberWrong).waitFor()
    await inspect(app, 'passport-typed-wrong-da')
    await lay(scene, 'svend')
    await typeZone(scene, await printedOf(scene, 'svend'))
    await heading(scene, words.chipTitle)
    await press(scene, words.read)
    await heading(scene, words.refusedTitle)
    await app.getByText(passportWords.da.told.expired).waitFor()
    await inspect(app, 'passport-refused-da')
  })
})

async function logOn(userId: string, pin: string, tongue: Tongue): Promise<void> {
  const at = await computer(browser, { locale: localeOf[tongue] })
  const box = await at.newPage()
  await box.goto(`${country.origins.borger}/`)
  await box.getByRole('link', { name: borgerWords[tongue].login }).first().click()
  await typeCode(app, await askForCode(box, userId, tongue), tongue)
  await sitsAtIt(app, tongue)
  await approve(app, pin, tongue)
  await app.getByRole('heading', { name: approvalWords[tongue].loggedOn }).waitFor()
  await box.getByRole('heading', { name: borgerWords[tongue].told }).waitFor()
  await at.close()
}
