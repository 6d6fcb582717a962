/** Two phones and one passport: a helper's phone reads it, and its person goes on on their own. */
import { expect, it } from 'vitest'
import { activationWords } from '../../apps/phone/src/words/activation-words.ts'
import { commonWords } from '../../apps/phone/src/words/common-words.ts'
import { faceWords } from '../../apps/phone/src/words/face-words.ts'
import { helperWords } from '../../apps/phone/src/words/helper-words.ts'
import { homeWords } from '../../apps/phone/src/words/home-words.ts'
import { passportCameraWords } from '../../apps/phone/src/words/passport-camera-words.ts'
import { passportJourneyWords } from '../../apps/phone/src/words/passport-journey-words.ts'
import { passportWords } from '../../apps/phone/src/words/passport-words.ts'
import { inspect, type View } from './browser.ts'
import { see } from './camera.ts'
import { country, newPhone, passportDesk } from './passport-desk.ts'
import {
  answerForMitId,
  chooseAndFinish,
  choosePin,
  heading,
  lay,
  press,
  printedOf,
  scanAndRead,
  showFace,
  typeZone,
  type Scene,
} from './passport-holder.ts'
import { activate, anna, type Tongue } from './person.ts'

passportDesk()

/** As a browser outside a sandbox has it. */
async function openWithoutChip(tongue: Tongue, view: View = {}): Promise<Scene> {
  const scene = await newPhone(tongue, { ...view, serviceWorkers: 'block' })
  await scene.app.route('**/config.json', async (route) => {
    const answer = await route.fetch()
    const { chip_origin: _, ...settings } = (await answer.json()) as Record<string, unknown>
    await route.fulfill({ response: answer, json: settings })
  })
  return scene
}

/** From the welcome to the code that is shown. */
async function askForHelp(scene: Scene): Promise<void> {
  const { app, tongue } = scene
  await app.goto(country.origins.app)
  await press(scene, activationWords[tongue].byPassport)
  await heading(scene, passportJourneyWords[tongue].cannotTitle)
  await inspect(app, `helper-cannot-${tongue}`)
  await press(scene, helperWords[tongue].offer)
  await heading(scene, helperWords[tongue].title)
  await app.locator('.qr-code').waitFor()
}

async function scanCodeOf(own: Scene, helper: Scene): Promise<void> {
  await see(helper.app, await own.app.locator('.qr').screenshot())
  await heading(helper, helperWords[helper.tongue].beforeTitle)
}

/** All that the app keeps on a phone, in whatever store, as text; the installation's settings apart. */
function stored({ app }: Scene): Promise<string> {
  return app.evaluate(async () => {
    const asked = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(new Error('the storage cannot be read'))
      })
    const text = (value: unknown) =>
      JSON.stringify(value, (_, each: unknown) =>
        each instanceof CryptoKey
          ? 'key'
          : ArrayBuffer.isView(each)
            ? Array.from(each as Uint8Array).join()
            : each,
      )
    const all: string[] = [localStorage, sessionStorage].map((kept) => text(Object.entries(kept)))
    for (const { name } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name ?? ''))
      for (const table of database.objectStoreNames) {
        const records = await asked(database.transaction(table).objectStore(table).getAll())
        all.push(`${name ?? ''} ${table} ${text(records)}`)
      }
      database.close()
    }
    for (const name of await caches.keys()) {
      const cached = (await (await caches.open(name)).keys()).map(({ url }) => url)
      all.push(...cached.filter((url) => !url.endsWith('/config.json')))
    }
    return all.join('\n')
  })
}

const call = (path: string, body: object) =>
  fetch(`${country.origins.app}/api/passport/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

it(
  'the helper’s phone keeps nothing and can do nothing more; the MitID is on the other',
  { timeout: 300_000 },
  async () => {
    const helper = await newPhone('da', { dark: true })
    await activate(helper.app, country, anna, 'da')
    const own = await openWithoutChip('en')
    await askForHelp(own)
    await inspect(own.app, 'helper-code-en')

    await helper.app.getByRole('button', { name: homeWords.da.menu }).click()
    await press(helper, helperWords.da.entry)
    await heading(helper, helperWords.da.scanTitle)
    await inspect(helper.app, 'helper-scan-da')
    const before = await stored(helper)
    const taking = helper.app.waitForResponse('**/api/passport/help/take')
    await scanCodeOf(own, helper)
    const taken = await taking
    const { code } = taken.request().postDataJSON() as { code: string }
    const { reader } = (await taken.json()) as { reader: string }
    await inspect(helper.app, 'helper-before-da')
    await heading(own, helperWords.en.takenTitle)
    await inspect(own.app, 'helper-taken-en')

    // The code that was shown works no second time, and the right that it gave reads and no more.
    expect((await call('help/take', { code })).status).toBe(404)
    const pictures = [reader]
    for (const [path, body] of [
      ['gestures', { proof: reader, set: 'usual' }],
      ['face', { proof: reader, pictures, photo_key: reader }],
      ['help/standing', { proof: reader }],
      ['help/offer', { proof: reader }],
      ['enrol', { proof: reader }],
      ['user-ids', { proof: reader }],
      ['complete', { proof: reader, language: 'da' }],
      ['chip', { proof: reader, dg14: reader }],
    ] as const)
      expect([path, (await call(path, body)).status]).toEqual([path, 404])

    await press(helper, commonWords.da.goOn)
    await heading(helper, passportCameraWords.da.zoneTitle)
    await inspect(helper.app, 'helper-zone-da')
    await scanAndRead(helper, 'maximilian')
    await heading(helper, helperWords.da.doneTitle)
    await inspect(helper.app, 'helper-done-da')
    expect(await stored(helper)).toBe(before)
    expect(
      await helper.app.evaluate(() => location.href + JSON.stringify(history.state)),
    ).not.toMatch(code)
    expect((await call('help/chip', { reader, dg14: reader })).status).toBe(409)

    // On their own phone the person goes on by themselves, without a touch of the helper's.
    await heading(own, faceWords.en.beforeTitle)
    await inspect(own.app, 'helper-face-before-en')
    await press(own, faceWords.en.start)
    await showFace(own, 'maximilian')
    await own.app.getByRole('heading', { name: /^You are / }).waitFor()
    await inspect(own.app, 'helper-person-en')
    await press(own, commonWords.en.goOn)
    await answerForMitId(own, 'max@post.example')
    await chooseAndFinish(own, { first: 'app', spare: 'none' })
    await choosePin(own, 'Max', '274936')
    await press(helper, commonWords.da.done)
    await heading(helper, homeWords.da.nothing)
  },
)

it('a code that somebody else took is given up; a passport that is no good is told to both', async () => {
  const helper = await newPhone('en', { serviceWorkers: 'block' })
  const own = await openWithoutChip('da', { dark: true })
  await askForHelp(own)
  await inspect(own.app, 'helper-code-da')

  // A stranger was quicker: the helper is told so, and the person shows another code.
  await helper.app.goto(country.origins.app)
  await press(helper, activationWords.en.byPassport)
  await press(helper, helperWords.en.entry)
  await heading(helper, helperWords.en.scanTitle)
  const scanned = helper.app.waitForRequest('**/api/passport/help/take')
  await helper.app.route('**/api/passport/help/take', async (route) => {
    await route.fetch()
    await route.continue()
  })
  await scanCodeOf(own, helper)
  const { code: stolen } = (await scanned).postDataJSON() as { code: string }
  await helper.app.getByText(passportWords.en.told['help-gone']).waitFor()
  await inspect(helper.app, 'helper-gone-en')
  await helper.app.unroute('**/api/passport/help/take')
  await heading(own, helperWords.da.takenTitle)
  await press(own, helperWords.da.notOurs)
  await heading(own, helperWords.da.title)
  expect((await call('help/take', { code: stolen })).status).toBe(404)
  await see(helper.app, await own.app.locator('.qr').screenshot())
  await press(helper, helperWords.en.scanAgain)
  await heading(helper, helperWords.en.beforeTitle)
  await press(helper, commonWords.en.goOn)

  await press(helper, passportCameraWords.en.type)
  await lay(helper, 'svend')
  await typeZone(helper, await printedOf(helper, 'svend'))
  await heading(helper, passportJourneyWords.en.chipTitle)
  await press(helper, passportJourneyWords.en.read)
  await helper.app.getByText(passportWords.en.told.expired).waitFor()
  await helper.app.getByText(helperWords.en.refusedText).waitFor()
  await inspect(helper.app, 'helper-refused-en')
  await heading(own, passportJourneyWords.da.refusedTitle)
  await own.app.getByText(passportWords.da.told.expired).waitFor()
})

it('a helper’s phone that reaches no chip says so, and leaves the code to one that does', async () => {
  const helper = await openWithoutChip('en')
  const asked: string[] = []
  helper.app.on('request', (request) => asked.push(request.url()))
  await helper.app.goto(`${country.origins.app}/h#1.${'A'.repeat(43)}.${'A'.repeat(43)}`)
  await heading(helper, helperWords.en.cannotTitle)
  await inspect(helper.app, 'helper-phone-cannot-en')
  expect(helper.app.url()).toBe(`${country.origins.app}/`)
  expect(asked.filter((url) => url.includes('/help/'))).toEqual([])
})
