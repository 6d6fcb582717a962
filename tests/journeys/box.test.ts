import { SignInId } from '@open-mitid/identity/sign-in'
import { parseAppLink } from '@open-mitid/protocol'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { boxWords } from '../../apps/server/src/edge/sign-in/words/box-words.ts'
import { endingWords } from '../../apps/server/src/edge/sign-in/words/ending-words.ts'
import { helpWords } from '../../apps/server/src/edge/sign-in/words/help-words.ts'
import { stepWords } from '../../apps/server/src/edge/sign-in/words/step-words.ts'
import { build } from '../../tools/build.ts'
import { openForeignServices, push, redirect } from '../conformance/foreign-services.ts'
import { computer, inspect, openBrowser, phone } from './browser.ts'
import { localeOf } from './person.ts'

await build({ only: ['apps/server'] })
const { house, shop, person } = await openForeignServices()
const browser = await openBrowser()
afterAll(async () => {
  await browser.close()
  await house.close()
})

const typed = '#user_id'
const h2 = (page: Page, name: string) => page.getByRole('heading', { level: 2, name })

/** A service sends the window to the box. */
async function begin(context: BrowserContext, ui_locales: 'da' | 'en' = 'en'): Promise<Page> {
  const page = await context.newPage()
  const reference_text = { da: 'Godkend køb for 200 kr.', en: 'Approve DKK 200' }[ui_locales]
  await page.goto((await push(shop, { ui_locales, reference_text })).url.href)
  return page
}

function idOf(page: Page): SignInId {
  const id = SignInId.parse(/sgn_[0-9a-z]+/u.exec(page.url())?.[0])
  if (!id) throw new Error(`no sign-in at ${page.url()}`)
  return id
}

/** The person comes back to the window: the page reads its state at once. */
const look = (page: Page) =>
  page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
/** What the service is told in the end. Nobody listens there: what counts is what is sent. */
async function told(page: Page, act: () => Promise<void>): Promise<URLSearchParams> {
  const [request] = await Promise.all([
    page.waitForRequest((each) => each.url().startsWith(`${redirect}?`)),
    act(),
  ])
  return new URL(request.url()).searchParams
}

describe.each(['da', 'en'] as const)('the box in %s', (language) => {
  const words = stepWords[language]
  const view = { locale: localeOf[language], dark: language === 'da' } as const

  it('by keyboard alone: user ID, QR code, typed code, help and back', async () => {
    const context = await computer(browser, view)
    const page = await begin(context, language)
    await h2(page, words.userId.title).waitFor()
    await inspect(page, `box-user-id-${language}`)
    await page.locator(typed).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    await inspect(page, `box-user-id-empty-${language}`)
    await page.locator(typed).fill('aase80')
    await page.keyboard.press('Enter')
    const qr = page.locator('[data-drawn]')
    await qr.waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(words.qr.title)
    const link = (await qr.getAttribute('data-drawn')) ?? ''
    expect(parseAppLink(link, house.appOrigin)).toMatchObject({ ok: true, value: { kind: 'qr' } })
    await page.waitForFunction(
      (old) => document.querySelector<HTMLElement>('[data-drawn]')?.dataset['drawn'] !== old,
      link,
    )
    await inspect(page, `box-qr-${language}`)
    await page.getByRole('button', { name: words.ways.code }).focus()
    await page.keyboard.press('Enter')
    await h2(page, words.code.title).waitFor()
    await inspect(page, `box-code-${language}`)
    const code = await page.locator('[data-code]').getAttribute('data-code')
    await page.getByRole('link', { name: boxWords[language].help }).press('Enter')
    await h2(page, helpWords[language].title).waitFor()
    await inspect(page, `box-help-${language}`)
    await page.getByRole('link', { name: helpWords[language].back }).press('Enter')
    await h2(page, words.code.title).waitFor()
    expect(await page.locator('[data-code]').getAttribute('data-code')).toBe(code)
    await context.close()
  })

  it('a no in the app is told to the person and to the service', async () => {
    const context = await computer(browser, view)
    const page = await begin(context, language)
    await page.locator(typed).fill('aase80')
    await page.keyboard.press('Enter')
    await page.locator('[data-drawn]').waitFor()
    await house.refuse(idOf(page), person, 'not_me')
    await look(page)
    await h2(page, endingWords[language]['not-me'].title).waitFor()
    await inspect(page, `box-not-me-${language}`)
    const back = page.getByRole('link', { name: endingWords[language].backTo('Shop') })
    expect((await told(page, () => back.press('Enter'))).get('error')).toBe('access_denied')
    await context.close()
  })

  it('cancelling asks first, and goes straight back to the service', async () => {
    const context = await computer(browser, view)
    const page = await begin(context, language)
    await page.getByRole('link', { name: boxWords[language].cancel }).press('Enter')
    await h2(page, endingWords[language].leave.title).waitFor()
    await inspect(page, `box-cancel-${language}`)
    const yes = page.getByRole('button', { name: endingWords[language].leave.yes })
    const answer = await told(page, () => yes.press('Enter'))
    expect(answer.get('error')).toBe('access_denied')
    expect(answer.get('error_description')).toContain('mitid_user_aborted')
    await context.close()
  })

  it('on a phone the app is opened on the same device, and the address carries the token', async () => {
    const context = await phone(browser, view)
    const page = await begin(context, language)
    await page.locator(typed).fill('aase80')
    await page.getByRole('button', { name: words.userId.send }).tap()
    await h2(page, words.same.title).waitFor()
    await inspect(page, `box-same-${language}`)
    await page.route(`${house.appOrigin}/**`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<h1>The app</h1>' }),
    )
    await page.getByRole('button', { name: words.same.open }).tap()
    await page.waitForURL(`${house.appOrigin}/s#*`)
    expect(parseAppLink(page.url(), house.appOrigin)).toMatchObject({ value: { kind: 'start' } })
    await context.close()
  })
})

describe('the box', () => {
  const words = stepWords.en

  it('remembers the user ID and the way, if wanted, and forgets them when it is not you', async () => {
    const context = await computer(browser)
    const first = await begin(context)
    await first.locator(typed).fill('aase80')
    await first.getByLabel(words.userId.remember).check()
    await first.getByRole('button', { name: words.userId.send }).click()
    await first.getByRole('button', { name: words.ways.code }).click()
    await h2(first, words.code.title).waitFor()
    const second = await begin(context)
    await h2(second, words.userId.knownTitle).waitFor()
    await inspect(second, 'box-known')
    await second.getByRole('button', { name: words.userId.send }).click()
    await h2(second, words.code.title).waitFor()
    const third = await begin(context)
    await third.getByRole('button', { name: words.userId.notYou }).click()
    expect(await third.locator(typed).inputValue()).toBe('')
    expect(await third.evaluate(() => localStorage.getItem('mitid.box'))).not.toContain('aase80')
    await context.close()
  })

  it('says so where the browser does not let it copy the code', async () => {
    const context = await computer(browser)
    // As on a page that came without TLS.
    await context.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined })
    })
    const page = await begin(context)
    await page.locator(typed).fill('aase80')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: stepWords.en.ways.code }).click()
    await page.getByRole('button', { name: stepWords.en.code.copy }).click()
    await page.getByRole('status').getByText(boxWords.en.said.uncopied).waitFor()
    await inspect(page, 'box-code-not-copied')
    await context.close()
  })
  it('works where the browser refuses to keep anything but its cookies', async () => {
    const context = await computer(browser)
    await context.addInitScript(() => {
      for (const place of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, place, {
          get: () => {
            throw new DOMException('Access is denied', 'SecurityError')
          },
        })
    })
    const faults: Error[] = []
    context.on('weberror', (fault) => faults.push(fault.error()))
    const page = await begin(context)
    await page.locator(typed).fill('aase80')
    await page.locator('input[name=remember]').check()
    await page.keyboard.press('Enter')
    await page.locator('[data-drawn]').waitFor()
    await page.getByRole('button', { name: stepWords.en.ways.code }).click()
    await h2(page, stepWords.en.code.title).waitFor()
    expect(faults).toEqual([])
    await context.close()
  })
  it('hands the way back in after all, where its page is loaded again without a connection', async () => {
    const context = await phone(browser)
    const page = await context.newPage()
    const token = 'a'.repeat(43)
    const handedIn = () => page.waitForRequest((each) => each.method() === 'POST')
    await page.route('**/return', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    )
    const [first] = await Promise.all([handedIn(), page.goto(`${house.issuer}/return#${token}`)])
    expect(first.postData()).toBe(`token=${token}`)
    await page.getByRole('status').getByText(boxWords.en.said.apart).waitFor()
    expect(page.url()).toBe(`${house.issuer}/return`)
    await page.unroute('**/return')
    const [again] = await Promise.all([handedIn(), page.reload()])
    expect(again.postData()).toBe(`token=${token}`)
    await h2(page, endingWords.en['return-late'].title).waitFor()
    // What was answered is not kept.
    await page.reload()
    await h2(page, endingWords.en['no-token'].title).waitFor()
    await context.close()
  })
  it('works without scripts by the typed code, and leads back to the service', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' })
    const page = await begin(context)
    await page.locator(typed).fill('aase80')
    await page.getByRole('button', { name: words.userId.send }).click()
    await page.waitForURL('**?way=code')
    const code = await page.locator('[data-code]').getAttribute('data-code')
    await page.locator('noscript button').click()
    expect(await page.locator('[data-code]').getAttribute('data-code')).toBe(code)
    await page.getByRole('link', { name: boxWords.en.cancel }).click()
    await page.getByRole('button', { name: endingWords.en.leave.yes }).click()
    const back = page.getByRole('link', { name: endingWords.en.backTo('Shop') })
    expect((await told(page, () => back.click())).get('error')).toBe('access_denied')
    await context.close()
  })

  it('opened in another browser it says so, and shows nothing of the sign-in', async () => {
    const context = await computer(browser)
    const page = await begin(context)
    const other = await computer(browser)
    const elsewhere = await other.newPage()
    await elsewhere.goto(page.url())
    await h2(elsewhere, endingWords.en['no-cookie'].title).waitFor()
    expect(await elsewhere.content()).not.toContain('Shop')
    await inspect(elsewhere, 'box-no-cookie')
    await elsewhere.goto(`${house.issuer}/return#${'A'.repeat(43)}`)
    await h2(elsewhere, endingWords.en['return-late'].title).waitFor()
    expect(elsewhere.url()).toBe(`${house.issuer}/return`)
    await inspect(elsewhere, 'box-return-late')
    await Promise.all([context.close(), other.close()])
  })

  it('WCAG 2.2 §1.4.10: every step fits 320 px without scrolling sideways', async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } })
    const page = await begin(context, 'da')
    const fits = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
      )
    expect(await fits()).toBe(true)
    await page.locator(typed).fill('aase80')
    await page.keyboard.press('Enter')
    await page.locator('[data-drawn]').waitFor()
    expect(await fits()).toBe(true)
    await page.getByRole('button', { name: stepWords.da.ways.code }).click()
    await page.locator('[data-code]').waitFor()
    expect(await fits()).toBe(true)
    await context.close()
  })

  it('tells when the time is over, without being asked', async () => {
    const context = await computer(browser)
    const page = await begin(context)
    await page.locator(typed).fill('aase80')
    await page.keyboard.press('Enter')
    await page.locator('[data-drawn]').waitFor()
    await house.advance(181)
    await look(page)
    await h2(page, endingWords.en.expired.title).waitFor()
    await context.close()
  })
})
