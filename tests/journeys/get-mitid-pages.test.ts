/** Every page and state of getting a MitID, in both languages and themes, on small and large screens. */
import { resolve } from 'node:path'
import { postgresContactCodes } from '@open-mitid/postgres'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { choiceWords } from '../../apps/server/src/edge/citizen/enrolment/words/choice-words.ts'
import { completedWords } from '../../apps/server/src/edge/citizen/enrolment/words/completed-words.ts'
import { confirmWords } from '../../apps/server/src/edge/citizen/enrolment/words/confirm-words.ts'
import { contactWords } from '../../apps/server/src/edge/citizen/enrolment/words/contact-words.ts'
import { deliveryWords } from '../../apps/server/src/edge/citizen/enrolment/words/delivery-words.ts'
import { endedWords } from '../../apps/server/src/edge/citizen/enrolment/words/ended-words.ts'
import { journeyWords } from '../../apps/server/src/edge/citizen/enrolment/words/journey-words.ts'
import { proofWords } from '../../apps/server/src/edge/citizen/enrolment/words/proof-words.ts'
import { termsWords } from '../../apps/server/src/edge/citizen/enrolment/words/terms-words.ts'
import { userIdWords } from '../../apps/server/src/edge/user-id-words.ts'
import {
  openCitizens,
  type Citizens,
} from '../../apps/server/src/edge/citizen/testing/open-citizen.ts'
import { rightKey } from '../../apps/server/src/edge/citizen/testing/outside.ts'
import { nemidWords } from '../../apps/server/src/edge/citizen/words/nemid-words.ts'
import { build } from '../../tools/build.ts'
import { inspect, openBrowser } from './browser.ts'
import { freePorts } from './free-ports.ts'

const longest =
  'Wilhelmine Charlotte Amalie Frederikke Østergaard-Schjønning von Rosenkrantz-Hvidtfeldt'
const views = [
  { language: 'da', colorScheme: 'light', width: 1280, height: 800, name: 'Asta Østergård' },
  { language: 'en', colorScheme: 'dark', width: 390, height: 844, name: 'Asta Østergård' },
  { language: 'da', colorScheme: 'light', width: 360, height: 640, name: longest },
] as const

let citizens: Citizens
let browser: Browser
beforeAll(async () => {
  await build({ only: ['apps/server'] })
  const port = await freePorts()
  citizens = await openCitizens({
    port,
    clientFolder: resolve(import.meta.dirname, '../../apps/server/dist/citizen'),
  })
  await citizens.app.listen({ host: '127.0.0.1', port })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await citizens.queries.close()
  await citizens.close()
})

async function lastCode(): Promise<string> {
  const [row] = await citizens.queries.query<{ id: string }>('select id from mitid.contact_code')
  const codes = postgresContactCodes(citizens.db, citizens.vault)
  const found = row && (await codes.find(row.id as never))
  if (!row || !found) throw new Error('no code is on its way')
  await codes.remove(row.id as never)
  return found.code
}

describe.each(views)('$language, $colorScheme, $width pixels wide', (view) => {
  const { language, colorScheme, width, height } = view
  const user = `${language}-${String(width)}`
  let context: BrowserContext
  let page: Page
  const look = async (name: string) => {
    await inspect(page, `get-${name}-${language}-${String(width)}-${colorScheme}`)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect([name, wide]).toEqual([name, width])
  }
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor()

  beforeAll(async () => {
    const street = 'Strandvejen 1234, 12. sal, lejlighed 1204'
    citizens.know(user, { name: view.name as never, address: [street, '2930 Klampenborg'] })
    context = await browser.newContext({
      viewport: { width, height },
      colorScheme,
      reducedMotion: 'reduce',
    })
    page = await context.newPage()
  })
  afterAll(() => context.close())

  it('the proof: both tabs, what is wrong, the card’s key, and a register that is away', async () => {
    const words = proofWords[language]
    await page.goto(`${citizens.origin}/${language}/nemid`)
    await press(nemidWords[language].begin)
    await heading(words.title)
    await look('proof-card')
    await page.getByRole('link', { name: words.way.app }).click()
    await page.getByText(words.lead.app).waitFor()
    await look('proof-app')
    await page.getByLabel(words.userId).fill(user)
    await page.getByLabel(words.password).fill('right')
    await press(words.send)
    await heading(words.appTitle)
    await look('proof-app-prompt')
    await press(words.otherWay)
    await heading(words.title)
    await page.getByLabel(words.userId).fill(user)
    await page.getByLabel(words.password).fill('wrong')
    await press(words.send)
    await page.getByRole('alert').waitFor()
    await look('proof-wrong')
    await page.getByLabel(words.password).fill('right')
    await press(words.send)
    await heading(words.keyTitle)
    await look('proof-key')
    citizens.world.register = 'down'
    await page.getByLabel(words.key, { exact: true }).fill(rightKey)
    await press(words.goOn)
    await heading(words.registerTitle)
    await look('proof-register-away')
    citizens.world.register = 'up'
    await press(words.tryAgain)
    await heading(choiceWords[language].title)
  })

  it('authenticators, terms and contacts, with what is wrong in each', async () => {
    const choice = choiceWords[language]
    await press(choice.goOn)
    await page.getByRole('alert').waitFor()
    await look('authenticators-wrong')
    await page.getByLabel(choice.kinds['code-display'].label, { exact: true }).check()
    await page.getByLabel(choice.spare.app, { exact: true }).check()
    await look('authenticators')
    await press(choice.goOn)
    const terms = termsWords[language]
    await heading(terms.title)
    // The page before answered a form: back asks for it, and does not offer to send the form again.
    await page.goBack()
    await heading(choice.title)
    await page.goForward()
    await heading(terms.title)
    await look('terms')
    await page.getByText(terms.readTerms, { exact: true }).click()
    await page.getByText(terms.readPrivacy, { exact: true }).click()
    await look('terms-open')
    await press(terms.goOn)
    await page.getByRole('alert').waitFor()
    await look('terms-wrong')
    await page.getByLabel(terms.accept).check()
    await press(terms.goOn)
    const contact = contactWords[language]
    await heading(contact.title)
    await look('contacts')
    await page.getByLabel(contact.label.sms).fill('12')
    await press(contact.send.sms)
    await page.getByRole('alert').waitFor()
    await look('contacts-wrong')
    await page.getByLabel(contact.label.sms).fill('+46 70 123 45 67')
    await press(contact.send.sms)
    await heading(contact.codeTitle)
    await look('contacts-code')
    await page.getByLabel(contact.code, { exact: true }).fill('1')
    await press(contact.goOn)
    await page.getByRole('alert').waitFor()
    await look('contacts-code-wrong')
    await page.getByLabel(contact.code, { exact: true }).fill(await lastCode())
    await press(contact.goOn)
    await heading(contact.goodTitle)
    await look('contacts-one')
    const long = `${'wilhelmine.charlotte.amalie.'.repeat(2)}x@oestergaard-schjoenning.post.example`
    await page.getByLabel(contact.label.email).fill(long)
    await press(contact.send.email)
    await heading(contact.codeTitle)
    await page.getByLabel(contact.code, { exact: true }).fill(await lastCode())
    await press(contact.goOn)
    await page.getByText(contact.both).waitFor()
    await look('contacts-both')
    await page.getByRole('link', { name: contact.goOn, exact: true }).click()
  })

  it('the user ID is judged while it is typed', async () => {
    const words = userIdWords[language]
    await heading(words.title)
    await look('user-id')
    const field = page.getByLabel(words.own)
    await field.fill('1234567890')
    await page.getByText(words.refused['user-id-digits']).waitFor()
    await look('user-id-told')
    await press(words.goOn)
    await page.getByRole('alert').waitFor()
    await look('user-id-wrong')
    await field.fill(`anna ${user} ${'æøå'.repeat(10)}`.slice(0, 48))
    await page.getByText(words.free).waitFor()
    await look('user-id-free')
    await press(words.goOn)
  })

  it('delivery, the last look, and what comes after', async () => {
    const delivery = deliveryWords[language]
    await heading(delivery.title)
    await press(delivery.goOn)
    await page.getByRole('alert').waitFor()
    await look('delivery-wrong')
    await page.getByLabel(delivery.home).check()
    await look('delivery')
    await press(delivery.goOn)
    const confirm = confirmWords[language]
    await heading(confirm.title)
    await look('confirm')
    await page.getByRole('link', { name: journeyWords[language].leave }).click()
    await heading(endedWords[language].leave.title)
    await look('leave')
    await page.getByRole('link', { name: endedWords[language].leave.no }).click()
    await press(confirm.send)
    const completed = completedWords[language]
    await heading(completed.title)
    await look('done')
    await page.context().clearCookies({ name: '__Host-mitid_first_code' })
    await page.reload()
    await page.getByRole('heading', { name: completed.codeGone }).waitFor()
    await look('done-code-gone')
    await press(completed.newCode)
    await page.getByText(completed.waiting).waitFor()
  })

  it('the page says by itself that the app is active, and how it is easily found', async () => {
    const [row] = await citizens.queries.query<{ person_id: string }>(
      'select person_id from mitid.enrolment where person_id is not null order by begun_at desc',
    )
    await citizens.queries.query(
      `insert into mitid.profile (id, person_id, state, dk, created_at, rn, last_jti,
        last_body_sha256, last_answer, pin_record)
       values ($1, $2, 'active', '{}', now(), '', '', '', '', '')`,
      [`aut_${user}`, row?.person_id],
    )
    citizens.activationSignals.tell(row?.person_id as never, 'active')
    await heading(completedWords[language].active)
    await look('done-active')
  })

  it('who has one already, and who is too young, is told kindly', async () => {
    citizens.know(`${user}-young`, { birthDate: '2020-01-01' as never })
    for (const [who, reason] of [
      [user, 'has-mitid'],
      [`${user}-young`, 'too-young'],
    ] as const) {
      const words = proofWords[language]
      await page.goto(`${citizens.origin}/${language}/nemid`)
      await press(nemidWords[language].begin)
      const again = page.getByRole('button', { name: endedWords[language].resume.anew })
      if (await again.isVisible()) {
        await look('resume')
        await again.click()
      }
      await page.getByLabel(words.userId).fill(who)
      await page.getByLabel(words.password).fill('right')
      await press(words.send)
      await page.getByLabel(words.key, { exact: true }).fill(rightKey)
      await press(words.goOn)
      await heading(endedWords[language].reasons[reason].title)
      await look(reason)
    }
    await page.goto(`${citizens.origin}/${language}/nemid/enr_${'0'.repeat(26)}`)
    await heading(endedWords[language].unknown.title)
    await look('unknown')
  })
})
