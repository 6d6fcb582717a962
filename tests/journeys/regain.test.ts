/** Who has a MitID and lost the way to it gets there again by passport and face (product §C). */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { activationWords } from '../../apps/phone/src/words/activation-words.ts'
import { approvalWords } from '../../apps/phone/src/words/approval-words.ts'
import { commonWords } from '../../apps/phone/src/words/common-words.ts'
import { enrolWords } from '../../apps/phone/src/words/enrol-words.ts'
import { homeWords } from '../../apps/phone/src/words/home-words.ts'
import { leftWords } from '../../apps/phone/src/words/left-words.ts'
import { regainWords } from '../../apps/phone/src/words/regain-words.ts'
import { upkeepWords } from '../../apps/phone/src/words/upkeep-words.ts'
import { words as borgerWords } from '../../surroundings/borger/src/words.ts'
import { computer, inspect } from './browser.ts'
import { becomeCamera } from './camera.ts'
import { browser, country, newPhone, passportDesk } from './passport-desk.ts'
import { heading, press, prove, type Scene } from './passport-holder.ts'
import {
  activate,
  anna,
  approve,
  askForCode,
  codeIn,
  localeOf,
  sitsAtIt,
  sixDigits,
  typeCode,
  type Tongue,
} from './person.ts'

passportDesk()

async function openApp(tongue: Tongue, dark: boolean): Promise<Scene> {
  const scene = await newPhone(tongue, { dark })
  await scene.app.goto(country.origins.app)
  return scene
}

async function logOn(app: Page, pin: string, tongue: Tongue): Promise<void> {
  const context = await computer(browser, { locale: localeOf[tongue] })
  const box = await context.newPage()
  await box.goto(`${country.origins.borger}/`)
  await box.getByRole('link', { name: borgerWords[tongue].login }).first().click()
  await typeCode(app, await askForCode(box, anna.userId, tongue), tongue)
  await sitsAtIt(app, tongue)
  await approve(app, pin, tongue)
  await app.getByRole('heading', { name: approvalWords[tongue].loggedOn }).waitFor()
  await context.close()
}

describe('A phone that was lost', () => {
  it('is closed from the new one, which passport, face and a code to an old number make theirs', async () => {
    const { app: lost } = await openApp('en', false)
    await activate(lost, country, anna, 'en')
    const scene = await openApp('en', false)
    const { app } = scene
    const words = regainWords.en
    await press(scene, words.enter)
    await heading(scene, words.title)
    await app.getByText(words.other).waitFor()
    await inspect(app, 'regain-before-en')
    await prove(scene, 'anna')
    await heading(scene, /^You are Anna/)
    await inspect(app, 'regain-person-en')
    await country.message(anna.reach, /Somebody has shown|Nogen har vist/u)
    await app.reload()
    await heading(scene, leftWords.en.againTitle)
    await inspect(app, 'regain-left-en')
    await press(scene, commonWords.en.goOn)
    await heading(scene, /^You are Anna/)
    await press(scene, commonWords.en.goOn)
    await heading(scene, words.accessTitle)
    await app.getByText(/^App 1, activated/).waitFor()
    await inspect(app, 'regain-access-en')

    await press(scene, words.showUserId)
    await app.getByText(anna.userId, { exact: true }).waitFor()
    await inspect(app, 'regain-user-id-en')
    await country.message(anna.reach, /user ID|bruger-ID/iu)

    await press(scene, words.close('1'))
    await app.getByRole('heading', { name: words.closeTitle('1') }).waitFor()
    await inspect(app, 'regain-close-en')
    await press(scene, words.closeYes)
    await app.getByText(words.noApps).waitFor()
    await inspect(app, 'regain-closed-en')
    await lost.reload()
    await lost.getByText(upkeepWords.en.ended.revoked).waitFor()

    const before = await country.message(anna.reach, /closed|lukket/iu)
    await press(scene, words.phone)
    await app.getByLabel(activationWords.en.nameLabel).fill('Anna')
    await press(scene, commonWords.en.goOn)
    await heading(scene, activationWords.en.secondTitle)
    const sent = await country.message(anna.reach, sixDigits, before.id)
    await app.getByLabel(activationWords.en.secondLabel).fill(codeIn(sent.text))
    await press(scene, commonWords.en.goOn)
    await app.getByLabel(activationWords.en.pinLabel).fill('581604')
    await press(scene, commonWords.en.goOn)
    await app.getByLabel(activationWords.en.pinAgainLabel).fill('581604')
    await press(scene, commonWords.en.goOn)
    await heading(scene, activationWords.en.activatedTitle)
    await press(scene, activationWords.en.start)
    await heading(scene, homeWords.en.nothing)
    await logOn(app, '581604', 'en')
    await lost.context().close()
    await app.context().close()
  })
})

describe('A PIN that was forgotten', () => {
  it('is replaced on its own phone, after passport and face and not without', async () => {
    const scene = await openApp('da', true)
    const { app } = scene
    const words = regainWords.da
    await activate(app, country, anna, 'da')
    await press(scene, homeWords.da.menu)
    await press(scene, homeWords.da.changePin)
    await heading(scene, upkeepWords.da.oldPinTitle)
    await inspect(app, 'regain-pin-asked-da')
    await press(scene, words.forgotten)
    await heading(scene, words.forgottenTitle)
    await inspect(app, 'regain-forgotten-pin-da')
    await press(scene, words.byPassport)
    await heading(scene, words.titlePin)
    await inspect(app, 'regain-before-pin-da')
    await prove(scene, 'anna')
    await heading(scene, /^Du er Anna/)
    await press(scene, commonWords.da.goOn)
    for (const label of [activationWords.da.pinLabel, activationWords.da.pinAgainLabel]) {
      await app.getByLabel(label).fill('940267')
      await press(scene, commonWords.da.goOn)
    }
    await heading(scene, words.resetTitle)
    await inspect(app, 'regain-reset-da')
    await country.message(anna.reach, /glemt PIN-kode/u)
    await press(scene, commonWords.da.done)
    await logOn(app, '940267', 'da')
    expect(await app.getByText(upkeepWords.da.ended.revoked).count()).toBe(0)
    await app.context().close()
  })
})

describe('A way by passport that was left', () => {
  it('goes on at its step when the app is opened again, and is forgotten where it is stopped', async () => {
    const scene = await openApp('da', false)
    const { app } = scene
    const { goOn } = commonWords.da
    await press(scene, activationWords.da.byPassport)
    await prove(scene, 'maximilian')
    await heading(scene, /^Du er Maximilian/)
    await press(scene, goOn)
    await app.getByLabel(enrolWords.da.accept).check()
    await press(scene, goOn)
    await heading(scene, enrolWords.da.contactsTitle)
    await app.close()
    const again = await app.context().newPage()
    await again.addInitScript(becomeCamera)
    await again.goto(country.origins.app)
    const back = { ...scene, app: again }
    await heading(back, leftWords.da.title)
    await inspect(again, 'passport-left-da')
    await press(back, goOn)
    await heading(back, enrolWords.da.contactsTitle)
    const kept = await again.evaluate(async () => {
      const opened = indexedDB.open('mitid-way')
      await new Promise((done) => opened.addEventListener('success', done))
      const asked = opened.result.transaction('ways').objectStore('ways').getAll()
      await new Promise((done) => asked.addEventListener('success', done))
      const [way] = asked.result as { key: CryptoKey; sealed: Uint8Array }[]
      return way?.key.extractable
    })
    expect(kept).toBe(false)
    await again.reload()
    await press(back, leftWords.da.stop)
    await heading(back, activationWords.da.welcome('MitID'))
    await again.reload()
    await heading(back, activationWords.da.welcome('MitID'))
    await again.context().close()
  })
})
