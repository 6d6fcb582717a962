/** Somebody who cannot see: the device comes with a letter that nobody reads to them. Keyboard alone. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, it } from 'vitest'
import { activateWords } from '../../apps/server/src/edge/citizen/device/device-words.ts'
import { knownWords } from '../../apps/server/src/edge/citizen/enrolment/words/known-words.ts'
import { proofWords } from '../../apps/server/src/edge/citizen/enrolment/words/proof-words.ts'
import { computer, inspect, openBrowser, phone } from './browser.ts'
import { activateWith, approveByCodes } from './code-device-holder.ts'
import { openCountry, type TestCountry } from './country.ts'
import { pressOn, typeInto } from './keyboard.ts'
import { proveWithCard } from './nemid-holder.ts'
import { codeIn, localeOf, sixDigits } from './person.ts'

let country: TestCountry
let browser: Browser
beforeAll(async () => {
  ;[country, browser] = await Promise.all([openCountry(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await country.stop()
})

const people = {
  en: {
    userId: 'svend aage m',
    eid: { key: 'svend', userId: 'svend-aage', password: 'fiskekutter9' },
    reach: '+4520100733',
  },
  da: {
    userId: 'grethe højland',
    eid: { key: 'grethe', userId: 'grethe1935', password: 'kaffekande3' },
    reach: '+4520100734',
  },
} as const
const password = 'blå cykel 47'

it.each(['en', 'da'] as const)('from the device alone to a transfer, in %s', async (tongue) => {
  const { eid, reach, userId } = people[tongue]
  const { mitid, people: known } = country.country
  const person = known.newcomers.find(({ key }) => key === eid.key)
  if (!person) throw new Error('nobody has that NemID')
  const { name, cpr, birth_date: born, address = '' } = person
  await mitid(
    ...['create-person', '--user-id', userId, '--name', name, '--cpr', cpr, '--phone', reach],
    ...['--birth-date', born, '--address', address, '--language', tongue],
  )
  const [{ serial }] = (await orderedAndSent(userId, name)) as [{ serial: string }]
  const desk = await (tongue === 'da' ? phone : computer)(browser, { locale: localeOf[tongue] })
  const page = await desk.newPage()
  const way = knownWords[tongue]
  const button = (called: string) => page.getByRole('button', { name: called, exact: true })
  const heading = (called: string) => page.getByRole('heading', { name: called }).waitFor()

  await page.goto(`${country.origins.citizen}/activate`)
  await inspect(page, `activate-unread-${tongue}`)
  await pressOn(page, button(activateWords[tongue].unread.go))
  await heading(proofWords[tongue].title)
  await proveWithCard(page, country, eid, tongue)
  await heading(way.activateTitle)
  await page.getByText(way.state.sent).waitFor()
  await inspect(page, `activate-unread-way-${tongue}`)
  const before = await country.newest(reach)
  await pressOn(page, button(way.send.sms))
  await heading(way.codeTitle)
  const { text } = await country.message(reach, sixDigits, before)
  await typeInto(page, page.getByLabel(way.code, { exact: true }), codeIn(text))
  await page.keyboard.press('Enter')

  const holder = { country, desk, tongue, kind: 'audio-reader', userId } as const
  const held = await activateWith(holder, { serial, page, reader: await desk.newPage() }, password)
  await approveByCodes(holder, held, password)
  await desk.close()
})

/** The letter lies in the letter box; nobody opens it. */
async function orderedAndSent(userId: string, name: string): Promise<unknown> {
  const { mitid } = country.country
  await mitid('order-device', '--user-id', userId, '--kind', 'audio-reader')
  await country.message(name, /./u)
  return mitid('show-devices', '--user-id', userId)
}
