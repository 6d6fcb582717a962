/** Help on the way through a passport: said aloud, counted down, other movements; and a native shell. */
import type { Route } from 'playwright-core'
import { afterEach, expect, it } from 'vitest'
import { activationWords } from '../../apps/phone/src/words/activation-words.ts'
import { commonWords } from '../../apps/phone/src/words/common-words.ts'
import { faceWords } from '../../apps/phone/src/words/face-words.ts'
import { passportCameraWords } from '../../apps/phone/src/words/passport-camera-words.ts'
import { passportJourneyWords } from '../../apps/phone/src/words/passport-journey-words.ts'
import { inspect } from './browser.ts'
import { country, newPhone, passportDesk } from './passport-desk.ts'
import {
  heading,
  lay,
  press,
  printedOf,
  takeAway,
  typeZone,
  type Scene,
} from './passport-holder.ts'
import { localeOf, type Tongue } from './person.ts'

passportDesk()

let scene: Scene
async function openApp(tongue: Tongue): Promise<void> {
  scene = await newPhone(tongue, { serviceWorkers: 'block' })
}
afterEach(() => scene.app.context().close())

type Said = { readonly text: string; readonly lang: string }

/** The machine of the test has no voice: what it would say is written down. */
function hasVoice(): void {
  const said: Said[] = []
  Object.assign(globalThis, { said })
  speechSynthesis.speak = ({ text, lang }) => {
    said.push({ text, lang })
  }
}

it.each(['da', 'en'] as const)(
  'what to do is said aloud, pictures are taken by a count, and the movements are the other ones: %s',
  async (tongue) => {
    await openApp(tongue)
    const { app } = scene
    await app.addInitScript(hasVoice)
    const said = () => app.evaluate(() => (globalThis as unknown as { said: Said[] }).said)
    const camera = passportCameraWords[tongue]
    const words = passportJourneyWords[tongue]
    const face = faceWords[tongue]
    await app.goto(country.origins.app)
    await press(scene, activationWords[tongue].byPassport)
    await app.getByLabel(face.spoken).check()
    await inspect(app, `passport-before-spoken-${tongue}`)
    await press(scene, commonWords[tongue].goOn)
    await heading(scene, camera.zoneTitle)
    await press(scene, camera.type)
    await typeZone(scene, await printedOf(scene, 'alma'))
    await heading(scene, words.chipTitle)
    await lay(scene, 'alma')
    await press(scene, words.read)
    await heading(scene, face.beforeTitle)
    expect(await app.getByLabel(face.spoken).isChecked()).toBe(true)
    await app.getByLabel(face.counted).check()
    await app.getByLabel(face.other).check()
    await press(scene, face.start)

    // Nothing is pressed: the app counts, takes the picture, and asks for the next.
    const others = [face.gestures['tilt-left'], face.gestures['tilt-right'], face.gestures.straight]
    const asked: string[] = []
    for (const picture of ['1', '2', '3']) {
      await app.getByText(face.title(picture, '4')).waitFor()
      await app.getByText(new RegExp(face.countdown('[1-5]'), 'u')).waitFor()
      asked.push((await app.getByRole('heading', { level: 1 }).textContent()) ?? '')
    }
    await takeAway(scene)
    for (const gesture of asked) expect(others).toContain(gesture)
    const lang = localeOf[tongue]
    const heard = await said()
    expect(heard.map((each) => each.lang)).toEqual(heard.map(() => lang))
    const texts = heard.map(({ text }) => text)
    expect(texts.slice(0, 2)).toEqual([camera.zoneText, words.chipText])
    expect(texts).toContain(words.judging)
    expect(texts.slice(-3)).toEqual(asked)
  },
)

it('a native shell’s way to the chip is taken where there is one, as the documents describe it', async () => {
  await openApp('en')
  const { app } = scene
  const words = passportJourneyWords.en
  let commands = 0
  await app.exposeFunction('nfcConnect', async () => {
    const opened = await chip('/connections', 'application/json', '{}')
    return ((await opened.json()) as { connection: string }).connection
  })
  await app.exposeFunction('nfcTransceive', async (connection: string, command: string) => {
    commands += 1
    const bytes = Uint8Array.from(Buffer.from(command, 'base64url'))
    const answer = await chip(`/connections/${connection}`, 'application/octet-stream', bytes)
    return Buffer.from(await answer.arrayBuffer()).toString('base64url')
  })
  await app.addInitScript(() => {
    type Shell = {
      readonly nfcConnect: () => Promise<string>
      readonly nfcTransceive: (connection: string, command: string) => Promise<string>
    }
    const shell = globalThis as unknown as Shell
    const said: string[] = []
    Object.assign(globalThis, { said })
    let connection = ''
    const { port1: ours, port2: theirs } = new MessageChannel()
    ours.onmessage = ({ data }: MessageEvent<string>) => {
      const [number = '', verb, first = '', second = ''] = data.split(' ')
      const answer = async () => {
        if (verb === 'transceive')
          return `response ${await shell.nfcTransceive(connection, second)}`
        if (verb === 'say') said.push(first)
        if (verb !== 'connect') return 'done'
        connection = await shell.nfcConnect()
        return 'connected 1 extended'
      }
      void answer().then((told) => ours.postMessage(`${number} ${told}`))
    }
    addEventListener('load', () => {
      const data = 'mitid-shell 1 chips voice'
      dispatchEvent(new MessageEvent('message', { data, ports: [theirs] }))
    })
  })
  await app.route('**/config.json', withoutChips)
  await app.goto(country.origins.app)
  await press(scene, activationWords.en.byPassport)
  await app.getByText(words.needs).waitFor()
  expect(await app.getByText(words.sandboxTitle).count()).toBe(0)
  await app.getByLabel(faceWords.en.spoken).check()
  await press(scene, commonWords.en.goOn)
  await press(scene, passportCameraWords.en.type)
  await lay(scene, 'alma')
  await typeZone(scene, await printedOf(scene, 'alma'))
  await heading(scene, words.chipTitle)
  await press(scene, words.read)
  await heading(scene, faceWords.en.beforeTitle)
  expect(commands).toBeGreaterThan(20)
  const said = await app.evaluate(() => (globalThis as unknown as { said: string[] }).said)
  expect(new Set(said)).toEqual(new Set(['en-GB']))
})

it('a page that opened the app, and the app’s own window, hand it no way to a chip', async () => {
  await openApp('en')
  const { app } = scene
  const context = app.context()
  const words = passportJourneyWords.en
  await context.route('**/config.json', withoutChips)
  await app.goto(country.origins.passport)
  const opening = context.waitForEvent('page')
  await app.evaluate((address) => {
    const opened = open(address)
    const greet = () => {
      opened?.postMessage('mitid-shell 1 chips', '*', [new MessageChannel().port1])
      requestAnimationFrame(greet)
    }
    greet()
  }, country.origins.app)
  const opened = await opening
  await opened.getByRole('button', { name: activationWords.en.byPassport }).waitFor()
  const told = await opened.evaluate(async () => {
    const heard = new Promise((resolve) => addEventListener('message', resolve, { once: true }))
    postMessage('mitid-shell 1 chips', '*', [new MessageChannel().port1])
    await heard
    return true
  })
  expect(told).toBe(true)
  await opened.getByRole('button', { name: activationWords.en.byPassport }).click()
  await opened.getByRole('heading', { name: words.cannotTitle }).waitFor()
})

/** As where no sandbox speaks for the chips. */
async function withoutChips(route: Route): Promise<void> {
  const answer = await route.fetch()
  const { chip_origin: _, ...settings } = (await answer.json()) as Record<string, unknown>
  await route.fulfill({ response: answer, json: settings })
}

/** What a shell would say to the antenna. */
async function chip(path: string, type: string, body: BodyInit): Promise<Response> {
  const answer = await fetch(`${country.origins.passport}${path}`, {
    method: 'POST',
    headers: { 'content-type': type, 'x-requested-by': 'shell' },
    body,
  })
  if (!answer.ok) throw new Error('no chip answers')
  return answer
}
