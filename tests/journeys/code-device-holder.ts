/** Somebody with a code display or reader: from its letter to codes in the box, by the keys alone. */
import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { activateWords } from '../../apps/server/src/edge/citizen/device/device-words.ts'
import { deviceWords } from '../../apps/server/src/edge/sign-in/words/device-words.ts'
import { knownWords } from '../../apps/server/src/edge/sign-in/words/known-words.ts'
import { stepWords } from '../../apps/server/src/edge/sign-in/words/step-words.ts'
import { words as bankWords } from '../../surroundings/bank/src/words.ts'
import { serialText } from '../../surroundings/code-device/src/device.ts'
import { words as readerWords } from '../../surroundings/code-device/src/words.ts'
import type { TestCountry } from './country.ts'
import { pressOn, typeInto } from './keyboard.ts'
import type { Tongue } from './person.ts'

type DeviceHolder = {
  readonly country: TestCountry
  readonly desk: BrowserContext
  readonly tongue: Tongue
  readonly kind: 'audio-reader' | 'code-display'
  readonly userId: string
}
/** The page that is activated on becomes the one that is known; the device has a page of its own. */
type HeldDevice = { readonly serial: string; readonly page: Page; readonly reader: Page }

const sentences = {
  da: 'Overførsel af 2.300 kr. til konto 9978 000123456',
  en: 'Transfer of DKK 2,300 to account number 9978 000123456',
} as const
export const inLetter = /\b(\d{4}) (\d{4})\b/u

/** The code of a letter, which is grouped as the serial number is. */
export function codeInLetter(text: string, serial: string): string {
  const [, first = '', last = ''] = inLetter.exec(text.replace(serialText(serial), '')) ?? []
  return first + last
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const heading = (page: Page, name: string) => page.getByRole('heading', { name }).waitFor()

/** The letter comes, the device is unpacked; `site` is where the person has been led to. */
export async function activateByLetter(
  holder: DeviceHolder,
  name: string,
  password: string,
  site: Page,
): Promise<HeldDevice> {
  const { country, desk, tongue, userId } = holder
  const letter = await country.message(name, inLetter)
  const [device] = (await country.country.mitid('show-devices', '--user-id', userId)) as {
    serial: string
  }[]
  const serial = device?.serial ?? ''
  const reader = await desk.newPage()
  const words = activateWords[tongue]
  await typeInto(site, site.getByLabel(words.serial), serial)
  await typeInto(
    site,
    site.getByLabel(words.code, { exact: true }),
    codeInLetter(letter.text, serial),
  )
  await site.keyboard.press('Enter')
  return activateWith(holder, { serial, page: site, reader }, password)
}

/** On the page that a letter, or a code in its place, has opened. */
export async function activateWith(
  holder: DeviceHolder,
  held: HeldDevice,
  password: string,
): Promise<HeldDevice> {
  const { page: site } = held
  const words = activateWords[holder.tongue]
  await heading(site, words.choose.title)
  await typeInto(site, site.getByLabel(words.choose.label), password)
  await pressOn(site, button(site, words.choose.go))
  await heading(site, words.first.title.sent)
  const firstCode = await nextCode(holder, held)
  await typeInto(site, site.getByLabel(words.first.label, { exact: true }), firstCode)
  await site.keyboard.press('Enter')
  await heading(site, knownWords[holder.tongue].known.title)
  return held
}

/** Logs on at the bank and approves a transfer, with a password and a code each. */
export async function approveByCodes(
  holder: DeviceHolder,
  held: HeldDevice,
  password: string,
): Promise<void> {
  const { country, tongue, userId } = holder
  const { page } = held
  const words = deviceWords[tongue]
  const bank = bankWords[tongue]
  await page.goto(`${country.origins.bank}/`)
  await pressOn(page, page.getByRole('link', { name: bank.login }))
  await page.waitForLoadState()
  const box = stepWords[tongue].userId
  await typeInto(page, page.getByLabel(box.label, { exact: true }), userId)
  await page.keyboard.press('Enter')
  const passwordField = page.getByLabel(words.password.label, { exact: true })
  const wayButton = button(page, words.way)
  await passwordField.or(wayButton).first().waitFor()
  if (await wayButton.isVisible()) await pressOn(page, wayButton)
  for (const kindOfCode of ['log_on', 'approve'] as const) {
    await typeInto(page, passwordField, password)
    await page.keyboard.press('Enter')
    const field = page.getByLabel(words.code.label, { exact: true })
    await field.waitFor()
    if (kindOfCode === 'approve') await page.getByText(sentences[tongue]).waitFor()
    await typeInto(page, field, await nextCode(holder, held))
    await page.keyboard.press('Enter')
    if (kindOfCode === 'log_on') await pressOn(page, button(page, bank.approve))
  }
  await heading(page, bank.done)
  await page.getByText(sentences[tongue]).waitFor()
}

/** By its keys: what it shows stands, or is said, in a status line. A code counts once. */
async function nextCode(
  { country, kind, tongue }: DeviceHolder,
  { serial, page, reader }: HeldDevice,
): Promise<string> {
  await reader.bringToFront()
  if (!reader.url().includes(serial))
    await reader.goto(`${country.origins.codeDevice}/?serial=${serial}&lang=${tongue}`)
  const words = readerWords[tongue]
  const name = kind === 'audio-reader' ? words.reader.code : words.display.press
  const press = reader.getByRole('button', { name })
  await country.advance(30)
  const reading = reader.waitForResponse((response) => response.url().endsWith('/press'))
  await pressOn(reader, press)
  const { code } = (await (await reading).json()) as { code: string }
  const shown = reader.getByRole('status').filter({ hasText: /\d/u }).first()
  const read = async () => (await shown.innerText()).replace(/\D/gu, '').slice(0, 6)
  await expect.poll(read, { timeout: 30_000 }).toBe(code)
  await page.bringToFront()
  return code
}
