/** At a computer with a reader: the passport is read on it, and the MitID comes onto that computer. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { commonWords } from '../../apps/phone/src/words/common-words.ts'
import { activationWords } from '../../apps/phone/src/words/activation-words.ts'
import { faceWords } from '../../apps/phone/src/words/face-words.ts'
import { homeWords } from '../../apps/phone/src/words/home-words.ts'
import { passportCameraWords } from '../../apps/phone/src/words/passport-camera-words.ts'
import { passportJourneyWords } from '../../apps/phone/src/words/passport-journey-words.ts'
import { passportWords } from '../../apps/phone/src/words/passport-words.ts'
import { readerWords } from '../../apps/phone/src/words/reader-words.ts'
import { readerPlace } from '../../apps/sandbox/src/country.ts'
import { hasPcSc, openCardService, type CardService } from '../surroundings/pc-sc.ts'
import { openReaderProgram, type ReaderProgram } from '../surroundings/reader-program.ts'
import { becomeCamera } from './camera.ts'
import { computer, inspect } from './browser.ts'
import { freePorts } from './free-ports.ts'
import { browser, country, newPhone, passportDesk } from './passport-desk.ts'
import {
  answerForMitId,
  chooseAndFinish,
  choosePin,
  heading,
  lay,
  press,
  printedOf,
  showFace,
  takeAway,
  typeZone,
  type Scene,
} from './passport-holder.ts'

describe.skipIf(!hasPcSc())('A computer with a passport reader', () => {
  let cards: CardService
  let program: ReaderProgram | undefined
  passportDesk(async () => {
    cards = await openCardService((await freePorts()) + 40)
    return { VPCD_PORT: String(cards.port) }
  })
  afterAll(async () => {
    await program?.stop()
    await cards.stop()
  })

  function startProgram(): Promise<ReaderProgram> {
    const port = Number(new URL(country.origins.start).port) + readerPlace
    return openReaderProgram({ app: country.origins.app, port }, cards.env)
  }

  async function openAtComputer(): Promise<Scene> {
    const { shown } = await newPhone('en')
    const desk = await computer(browser, { locale: 'en-GB' })
    const app = await desk.newPage()
    await app.addInitScript(becomeCamera)
    await app.goto(country.origins.app)
    return { country, app, shown, tongue: 'en' }
  }

  it('reads the passport when its code was typed, says what is in the way, and ends in a MitID', async () => {
    const words = readerWords.en
    const scene = await openAtComputer()
    const { app } = scene
    await press(scene, activationWords.en.byPassport)
    await press(scene, words.entry)
    await heading(scene, words.title)
    await inspect(app, 'passport-reader-en')

    await press(scene, words.connect)
    await app.getByText(words.codeMissing).waitFor()
    await app.getByLabel(words.code).fill('K7M2-9QXD')
    await press(scene, words.connect)
    await app.getByText(words.noProgram).waitFor()
    await inspect(app, 'passport-reader-none-en')
    program = await startProgram()
    await press(scene, words.connect)
    await app.getByText(words.codeWrong).waitFor()
    await inspect(app, 'passport-reader-wrong-en')
    const first = await program.code()
    await app.getByLabel(words.code).fill(first)
    await press(scene, words.connect)
    await app.getByText(words.connected).waitFor()
    await inspect(app, 'passport-before-reader-en')

    await press(scene, commonWords.en.goOn)
    await press(scene, passportCameraWords.en.type)
    await typeZone(scene, await printedOf(scene, 'alma'))
    await heading(scene, words.chipTitle)
    await inspect(app, 'passport-chip-reader-en')
    await press(scene, passportJourneyWords.en.read)
    await app.getByText(passportWords.en.told['no-card']).waitFor()
    await inspect(app, 'passport-chip-no-card-en')
    program.enter()
    const second = await program.code(first)
    await press(scene, passportJourneyWords.en.readOn)
    await app.getByText(passportWords.en.told['reader-ended']).waitFor()
    await inspect(app, 'passport-chip-reader-ended-en')
    await press(scene, words.connectAgain)
    await app.getByLabel(words.code).fill(second)
    await press(scene, words.connect)

    await heading(scene, words.chipTitle)
    await lay(scene, 'alma')
    await cards.cards(1)
    await press(scene, passportJourneyWords.en.read)
    await heading(scene, faceWords.en.beforeTitle)
    await takeAway(scene)
    await press(scene, faceWords.en.start)
    await showFace(scene, 'alma')
    await app.getByRole('heading', { name: /^You are / }).waitFor()
    await press(scene, commonWords.en.goOn)
    await answerForMitId(scene, 'alma@post.example')
    await chooseAndFinish(scene, { first: 'app', spare: 'none' })
    await choosePin(scene, 'Alma', '274936')
    await heading(scene, homeWords.en.nothing)
    expect(program.said()).not.toContain((await printedOf(scene, 'alma')).documentNumber)
    await app.context().close()
  })

  it('another site that is open in the same browser reaches nothing, and uses up no code', async () => {
    const site = createServer((_request, response) => response.end('<h1>Elsewhere</h1>'))
    const elsewhere = await new Promise<AddressInfo>((listening) => {
      site.listen(0, '127.0.0.1', () => listening(site.address() as AddressInfo))
    })
    const { app } = await openAtComputer()
    await app.goto(`http://127.0.0.1:${String(elsewhere.port)}/`)
    program ??= await startProgram()
    const code = await program.code()
    const before = program.said()
    const read = await app.evaluate(
      async ({ origin, body }) => {
        const tries = [
          { mode: 'cors', headers: { 'content-type': 'application/json' } },
          { mode: 'cors', headers: { 'content-type': 'text/plain' } },
          { mode: 'no-cors' },
        ] as const
        const statuses = tries.map((way) =>
          fetch(`${origin}/pair`, { method: 'POST', body, ...way }).then(
            ({ status }) => status,
            () => 'nothing',
          ),
        )
        return Promise.all(statuses)
      },
      { origin: program.origin, body: JSON.stringify({ code }) },
    )
    // What was sent without leave came to a refusal, which the page cannot even see.
    expect(read).toEqual(['nothing', 'nothing', 'nothing'])
    expect(program.said()).toBe(before)
    await app.context().close()
    site.close()
  })
})
