import { spawn, type ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import process from 'node:process'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { computer, openBrowser } from './browser.ts'
import { openCountry, root, type TestCountry } from './country.ts'
import { anna, askForCode, codeIn, sixDigits } from './person.ts'
import { screenlessPhone } from './screenless-phone.ts'

const port = 20_090

let country: TestCountry
let browser: Browser
let service: ChildProcess | undefined
beforeAll(async () => {
  ;[country, browser] = await Promise.all([openCountry(), openBrowser()])
})
afterAll(async () => {
  service?.kill()
  await browser.close()
  await country.stop()
})

const phone = (...args: readonly string[]) => screenlessPhone(country, 'phone', ...args)

it('README: a service in 20 lines has an order approved, by a phone without a screen', async () => {
  const readme = await readFile(join(root, 'README.md'), 'utf8')
  const code = /^```js\n(.*?)^```$/msu.exec(readme)?.[1] ?? ''
  expect(code.split('\n').filter((line) => line.trim() !== '')).toHaveLength(20)

  const { mitid } = country.country
  const { client_secret: secret } = (await mitid(
    ...['register-service', '--client-id', 'my-shop', '--org', 'My Shop', '--name', 'My Shop'],
    ...['--domain', 'shop.example', '--secret'],
    ...['--redirect-uri', `http://localhost:${String(port)}/callback`],
  )) as { client_secret: string }
  service = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: root,
    env: {
      ...process.env,
      ISSUER: country.origins.signIn,
      CLIENT_SECRET: secret,
      PORT: String(port),
    },
    stdio: 'inherit',
  })

  const { code: first } = (await mitid('issue-activation-code', '--user-id', anna.userId)) as {
    code: string
  }
  await phone('activate', '--code', first)
  const { text } = await country.message(anna.reach, sixDigits)
  await phone('activate', '--second', codeIn(text), '--pin', anna.pin)

  await vi.waitUntil(() => accepts(port), { timeout: 20_000 })
  const page = await (await computer(browser)).newPage()
  await page.goto(`http://localhost:${String(port)}/`)
  const typed = await askForCode(page, anna.userId, 'da')
  const claimed = (await phone('claim', '--code', typed)) as { shown: string }
  expect(claimed.shown).toContain('value Order 4711 for DKK 499')
  await phone('approve', '--pin', anna.pin)
  await page.getByText('Anna Sommer has approved the order.').waitFor()
})

function accepts(at: number): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect(at, 'localhost')
    socket.once('connect', () => {
      socket.destroy()
      answer(true)
    })
    socket.once('error', () => {
      answer(false)
    })
  })
}
