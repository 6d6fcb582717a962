/** Somebody with NemID: looks up a key on their card, and goes through the journey by its words. */
import type { AuthenticatorKind } from '@open-mitid/identity/enrolment'
import type { Page } from 'playwright-core'
import { choiceWords } from '../../apps/server/src/edge/citizen/enrolment/words/choice-words.ts'
import { confirmWords } from '../../apps/server/src/edge/citizen/enrolment/words/confirm-words.ts'
import { contactWords } from '../../apps/server/src/edge/citizen/enrolment/words/contact-words.ts'
import { proofWords } from '../../apps/server/src/edge/citizen/enrolment/words/proof-words.ts'
import { termsWords } from '../../apps/server/src/edge/citizen/enrolment/words/terms-words.ts'
import { userIdWords } from '../../apps/server/src/edge/user-id-words.ts'
import { findWords } from '../../apps/server/src/edge/citizen/words/find-words.ts'
import { frontWords } from '../../apps/server/src/edge/citizen/words/front-words.ts'
import { getWords } from '../../apps/server/src/edge/citizen/words/get-words.ts'
import { nemidWords } from '../../apps/server/src/edge/citizen/words/nemid-words.ts'
import type { TestCountry } from './country.ts'
import { codeIn, sixDigits, type Look, type Tongue } from './person.ts'

export type NemIdHolder = {
  readonly key: string
  readonly userId: string
  readonly password: string
}

const pass: Look = () => Promise.resolve()

/** From the front page through the guide to the first step. */
export async function findTheWay(page: Page, country: TestCountry, tongue: Tongue): Promise<void> {
  await page.goto(`${country.origins.citizen}/${tongue}`)
  await page.getByRole('link', { name: frontWords[tongue].get, exact: true }).first().click()
  await page.getByRole('link', { name: getWords[tongue].find, exact: true }).first().click()
  const words = findWords[tongue]
  for (const [question, answer] of [
    ['age', 'yes'],
    ['mitid', 'no'],
    ['nemid', 'yes'],
  ] as const) {
    await page.getByRole('heading', { name: words.questions[question].legend }).waitFor()
    await page.getByLabel(words[answer], { exact: true }).check()
    await page.getByRole('button', { name: words.goOn }).click()
  }
  await page.getByRole('link', { name: words.ways.nemid.onward }).click()
  await page.getByRole('button', { name: nemidWords[tongue].begin }).click()
}

/** User ID, password, and the key that stands beside the number. */
export async function proveWithCard(
  page: Page,
  country: TestCountry,
  holder: NemIdHolder,
  tongue: Tongue,
): Promise<void> {
  const words = proofWords[tongue]
  await page.getByLabel(words.userId).fill(holder.userId)
  await page.getByLabel(words.password).fill(holder.password)
  await page.getByRole('button', { name: words.send }).click()
  await page.getByRole('heading', { name: words.keyTitle }).waitFor()
  const number = await page.locator('.key-number b').innerText()
  await page.getByLabel(words.key, { exact: true }).fill(await keyBeside(country, holder, number))
  await page.getByRole('button', { name: words.goOn }).click()
}

/** Approves what waits in the code app, with the reference that the page shows. */
export async function proveWithApp(
  page: Page,
  country: TestCountry,
  holder: NemIdHolder,
  tongue: Tongue,
): Promise<void> {
  const words = proofWords[tongue]
  await page.getByRole('link', { name: words.way.app }).click()
  await page.getByLabel(words.userId).fill(holder.userId)
  await page.getByLabel(words.password).fill(holder.password)
  await page.getByRole('button', { name: words.send }).click()
  await page.getByRole('heading', { name: words.appTitle }).waitFor()
  const shown = await page.locator('.key-number b').innerText()
  const at = `${country.origins.nemid}/app/${holder.key}`
  const { prompt } = (await (await fetch(at)).json()) as {
    prompt: { id: string; reference: string }
  }
  if (prompt.reference !== shown) throw new Error('the code app shows another reference')
  await fetch(at, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: country.origins.nemid },
    body: JSON.stringify({ prompt: prompt.id, decision: 'approve' }),
  })
}

export async function keyBeside(
  country: TestCountry,
  holder: NemIdHolder,
  number: string,
): Promise<string> {
  const answer = await fetch(`${country.origins.nemid}/holder/${holder.key}`)
  const { cards } = (await answer.json()) as { cards: { keys: Record<string, string> }[] }
  const key = cards.map(({ keys }) => keys[number]).find((each) => each !== undefined)
  if (key === undefined) throw new Error('no card has that number')
  return key
}

type Choices = {
  readonly first: AuthenticatorKind
  readonly spare: AuthenticatorKind | 'none'
  readonly sms?: string
  readonly email?: string
  readonly userId?: string
}

/** From the choice of authenticators to the page that asks whether everything is right. */
export async function answerSteps(
  page: Page,
  country: TestCountry,
  { first, spare, sms, email, userId }: Choices,
  tongue: Tongue,
  look: Look = pass,
): Promise<void> {
  const choice = choiceWords[tongue]
  await page.getByLabel(choice.kinds[first].label, { exact: true }).check()
  await page.getByLabel(choice.spare[spare], { exact: true }).check()
  await look(page, `enrol-authenticators-${tongue}`)
  await page.getByRole('button', { name: choice.goOn }).click()
  const terms = termsWords[tongue]
  await page.getByLabel(terms.accept).check()
  await look(page, `enrol-terms-${tongue}`)
  await page.getByRole('button', { name: terms.goOn }).click()
  const contact = contactWords[tongue]
  for (const [channel, to] of [
    ['sms', sms],
    ['email', email],
  ] as const) {
    if (to === undefined) continue
    await page.getByLabel(contact.label[channel]).fill(to)
    await page.getByRole('button', { name: contact.send[channel] }).click()
    await page.getByRole('heading', { name: contact.codeTitle }).waitFor()
    const { text } = await country.message(to, sixDigits)
    await page.getByLabel(contact.code, { exact: true }).fill(codeIn(text))
    await page.getByRole('button', { name: contact.goOn, exact: true }).click()
    await page.getByText(contact.isChecked).first().waitFor()
  }
  await page.getByRole('link', { name: contact.goOn, exact: true }).click()
  const ids = userIdWords[tongue]
  await page.getByRole('heading', { name: ids.title }).waitFor()
  if (userId === undefined) await page.locator('button[name=suggested]').first().click()
  else {
    await page.getByLabel(ids.own).fill(userId)
    await page.getByRole('button', { name: ids.goOn }).click()
  }
}

/** "Is everything right?": yes. */
export async function confirm(page: Page, tongue: Tongue, look: Look = pass): Promise<void> {
  const words = confirmWords[tongue]
  await page.getByRole('heading', { name: words.title }).waitFor()
  await look(page, `enrol-confirm-${tongue}`)
  await page.getByRole('button', { name: words.send }).click()
}
