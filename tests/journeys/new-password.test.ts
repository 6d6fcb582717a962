/**
 * Somebody without a smartphone who has forgotten their password, or whose device is closed: from
 * what the box says to NemID, a code by SMS or letter, and the next log-on.
 */
import { openQueries, type Queries } from '@open-mitid/postgres/testing'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { activateWords } from '../../apps/server/src/edge/citizen/device/device-words.ts'
import { endedWords } from '../../apps/server/src/edge/citizen/enrolment/words/ended-words.ts'
import { knownWords as wayWords } from '../../apps/server/src/edge/citizen/enrolment/words/known-words.ts'
import { proofWords } from '../../apps/server/src/edge/citizen/enrolment/words/proof-words.ts'
import { ownWords } from '../../apps/server/src/edge/citizen/words/own-words.ts'
import { deviceWords } from '../../apps/server/src/edge/sign-in/words/device-words.ts'
import { knownWords } from '../../apps/server/src/edge/sign-in/words/known-words.ts'
import { words as bankWords } from '../../surroundings/bank/src/words.ts'
import { computer, inspect, openBrowser, phone } from './browser.ts'
import { activateByLetter, codeInLetter, inLetter } from './code-device-holder.ts'
import { openCountry, type TestCountry } from './country.ts'
import { pressOn, typeInto } from './keyboard.ts'
import { proveWithCard } from './nemid-holder.ts'
import { codeIn, localeOf, sixDigits, typeUserId, type Tongue } from './person.ts'

let country: TestCountry
let browser: Browser
let queries: Queries
beforeAll(async () => {
  ;[country, browser] = await Promise.all([openCountry(), openBrowser()])
  queries = openQueries(country.databaseUrl)
})
afterAll(async () => {
  await queries.close()
  await browser.close()
  await country.stop()
})

const first = 'blå cykel 47'
const next = 'grøn måne 58'
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const heading = (page: Page, name: string) => page.getByRole('heading', { name }).waitFor()

/** Svend Aage has a phone number and an e-mail address, Grethe gets letters alone. */
const people = {
  en: {
    userId: 'svend aage m',
    eid: { key: 'svend', userId: 'svend-aage', password: 'fiskekutter9' },
    reach: '+4520100733',
    kind: 'code-display',
  },
  da: {
    userId: 'grethe højland',
    eid: { key: 'grethe', userId: 'grethe1935', password: 'kaffekande3' },
    reach: undefined,
    kind: 'audio-reader',
  },
} as const

type Holder = {
  readonly id: string
  readonly name: string
  readonly desk: BrowserContext
  readonly page: Page
  readonly serial: string
}
const holders = new Map<Tongue, Holder>()
afterAll(async () => {
  for (const { desk } of holders.values()) await desk.close()
})

it.each(['en', 'da'] as const)('a code device is activated, in %s', async (tongue) => {
  const { eid, reach, kind, userId } = people[tongue]
  const { mitid, people: known } = country.country
  const person = known.newcomers.find(({ key }) => key === eid.key)
  if (!person) throw new Error('nobody has that NemID')
  const { name, cpr, birth_date: born, address = '' } = person
  const { id } = (await mitid(
    ...['create-person', '--user-id', userId, '--name', name, '--cpr', cpr],
    ...['--birth-date', born, '--address', address, '--language', tongue],
    ...(reach === undefined ? [] : ['--phone', reach]),
  )) as { id: string }
  await mitid('order-device', '--user-id', userId, '--kind', kind)
  const desk = await (tongue === 'da' ? phone : computer)(browser, {
    locale: localeOf[tongue],
    dark: tongue === 'da',
  })
  const site = await desk.newPage()
  await site.goto(`${country.origins.citizen}/activate`)
  const holder = { country, desk, tongue, kind, userId } as const
  const { page, serial, reader } = await activateByLetter(holder, name, first, site)
  await reader.close()
  holders.set(tongue, { id, name, desk, page, serial })
})

describe.each(['en', 'da'] as const)('a forgotten password, in %s', (tongue: Tongue) => {
  const { eid, reach, kind, userId } = people[tongue]
  const words = deviceWords[tongue]
  const site = activateWords[tongue]
  const way = wayWords[tongue]
  let held: Holder
  let page: Page
  beforeAll(() => {
    const holder = holders.get(tongue)
    if (!holder) throw new Error('nobody has a device')
    held = holder
    page = holder.page
  })

  /** As far as the box goes with that password. */
  async function logOn(password: string) {
    await page.goto(`${country.origins.bank}/`)
    await page.getByRole('link', { name: bankWords[tongue].login }).click()
    await page.waitForLoadState()
    await typeUserId(page, userId, tongue)
    const field = page.getByLabel(words.password.label, { exact: true })
    const asked = page.getByRole('button', { name: words.way })
    await field.or(asked).first().waitFor()
    if (await asked.isVisible()) await asked.click()
    await field.fill(password)
    await button(page, words.password.send).click()
  }

  /** From the website's page of passwords to the one that sends a code. */
  async function proveAnew() {
    await page.goto(`${country.origins.citizen}/${tongue}/password`)
    await inspect(page, `new-password-start-${tongue}`)
    await pressOn(page, button(page, ownWords[tongue].password.nemidGo))
    await heading(page, proofWords[tongue].title)
    await inspect(page, `new-password-proof-${tongue}`)
    await proveWithCard(page, country, eid, tongue)
    await heading(page, way.title)
  }

  /** A password, and a code of the device, on the page that the code has opened. */
  async function choose(password: string) {
    await heading(page, site.anew.title)
    await inspect(page, `new-password-choose-${tongue}`)
    await typeInto(page, page.getByLabel(site.choose.label), password)
    await pressOn(page, button(page, site.choose.go))
    await heading(page, site.first.title.active)
    const field = page.getByLabel(site.first.label, { exact: true })
    await typeInto(page, field, '000000')
    await page.keyboard.press('Enter')
    await page.getByText(site.first.wrong(2)).waitFor()
    await inspect(page, `new-password-code-${tongue}`)
    await field.fill('')
    await typeInto(page, field, await country.nextCode(held.serial))
    await page.keyboard.press('Enter')
    await heading(page, knownWords[tongue].known.title)
    await inspect(page, `new-password-done-${tongue}`)
  }

  /** The code that came in the newest letter. */
  async function newestCode(after: string | undefined) {
    const letter = await country.message(held.name, inLetter, after)
    return codeInLetter(letter.text, held.serial)
  }

  it('is replaced with NemID and a code that comes to the person', async () => {
    const before = await country.newest(reach ?? held.name)
    await proveAnew()
    await inspect(page, `new-password-way-${tongue}`)
    await pressOn(page, button(page, way.stop))
    await heading(page, endedWords[tongue].reasons.left.title)
    await proveAnew()
    if (reach === undefined) {
      await pressOn(page, button(page, way.sendLetterOnly))
      await heading(page, way.underWayTitle)
      await inspect(page, `new-password-letter-${tongue}`)
      expect(await page.getByRole('button', { name: way.sendLetterOnly }).count()).toBe(0)
      const code = await newestCode(before)
      await pressOn(page, page.getByRole('link', { name: way.activate }))
      await typeInto(page, page.getByLabel(site.serial), held.serial)
      await typeInto(page, page.getByLabel(site.code, { exact: true }), code)
      await page.keyboard.press('Enter')
    } else {
      await pressOn(page, button(page, way.send.sms))
      await heading(page, way.codeTitle)
      await inspect(page, `new-password-sent-${tongue}`)
      const field = page.getByLabel(way.code, { exact: true })
      await pressOn(page, button(page, way.goOn))
      await page.getByText(way.codeForm).first().waitFor()
      const { text } = await country.message(reach, sixDigits, before)
      const wrong = codeIn(text) === '111111' ? '222222' : '111111'
      await field.fill(wrong)
      await pressOn(page, button(page, way.goOn))
      await page.getByText(way.codeWrong('')).first().waitFor()
      await inspect(page, `new-password-wrong-${tongue}`)
      await field.fill(codeIn(text))
      await pressOn(page, button(page, way.goOn))
    }
    await choose(next)
    await page.goto(`${country.origins.citizen}/${tongue}/nemid`)
  })

  it('logs on with the new password, and not with the old one', async () => {
    await logOn(first)
    await page.locator('[data-errors]').getByText(words.fault.wrong).waitFor()
    await country.advance(10)
    await logOn(next)
    await heading(page, words.code.title[kind])
  })

  it('a closed device is told of with the way on, and opened again with the password', async () => {
    const { mitid } = country.country
    await mitid('suspend-device', '--serial', held.serial)
    await logOn(next)
    await heading(page, words.closed.suspended.title)
    await inspect(page, `box-suspended-${tongue}`)
    const before = await country.newest(reach ?? held.name)
    await pressOn(page, page.getByRole('link', { name: words.closed.suspended.go }))
    await heading(page, ownWords[tongue].password.title)
    if (reach === undefined) {
      // Support knows who calls: a letter goes out without NemID.
      await mitid('renew-device-code', '--serial', held.serial)
      await page.goto(`${country.origins.citizen}/activate`)
      await typeInto(page, page.getByLabel(site.serial), held.serial)
      await typeInto(page, page.getByLabel(site.code, { exact: true }), await newestCode(before))
      await page.keyboard.press('Enter')
    } else {
      await proveAnew()
      await page.getByText(way.state.suspended).waitFor()
      await inspect(page, `new-password-suspended-${tongue}`)
      await pressOn(page, button(page, way.send.sms))
      const { text } = await country.message(reach, sixDigits, before)
      await page.getByLabel(way.code, { exact: true }).fill(codeIn(text))
      await pressOn(page, button(page, way.goOn))
    }
    await heading(page, site.known.title)
    await inspect(page, `reopen-password-${tongue}`)
    await typeInto(page, page.getByLabel(site.known.label, { exact: true }), next)
    await page.keyboard.press('Enter')
    await heading(page, site.first.title.suspended)
    await inspect(page, `reopen-code-${tongue}`)
    const code = await country.nextCode(held.serial)
    await typeInto(page, page.getByLabel(site.first.label, { exact: true }), code)
    await pressOn(page, button(page, site.first.go.suspended))
    await heading(page, knownWords[tongue].known.title)
    await logOn(next)
    await heading(page, words.code.title[kind])
  })

  it('a blocked device is told of in the box and on the website, with what to do', async () => {
    await country.country.mitid('revoke-device', '--serial', held.serial)
    await logOn(next)
    await heading(page, words.closed['no-device'].title)
    await inspect(page, `box-no-device-${tongue}`)
    await pressOn(page, page.getByRole('link', { name: words.closed['no-device'].go }))
    await heading(page, site.title)
    await page.goto(`${country.origins.citizen}/${tongue}/password`)
    await pressOn(page, button(page, ownWords[tongue].password.nemidGo))
    await proveWithCard(page, country, eid, tongue)
    await heading(page, way.noDeviceTitle)
    await inspect(page, `new-password-no-device-${tongue}`)
  })

  it('a blocked MitID is told of in the box and on the website, with what to do', async () => {
    await queries.query(`update mitid.person set state = 'blocked' where id = $1`, [held.id])
    await logOn(next)
    await heading(page, words.closed.blocked.title)
    await inspect(page, `box-blocked-${tongue}`)
    await page.goto(`${country.origins.citizen}/${tongue}/password`)
    await pressOn(page, button(page, ownWords[tongue].password.nemidGo))
    await proveWithCard(page, country, eid, tongue)
    await heading(page, way.blockedTitle)
    await inspect(page, `new-password-blocked-${tongue}`)
  })
})
