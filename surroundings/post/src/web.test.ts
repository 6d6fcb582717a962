import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accessFaults, chromiumHere } from '@open-mitid/ui/testing'
import nodemailer from 'nodemailer'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import smpp from 'smpp'
import { build } from 'vite'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Post } from './post.ts'
import { openPost } from './post.ts'

const phone = '+4520123456'
const host = '127.0.0.1'
let post: Post
let browser: Browser
let assetFolder: string

beforeAll(async () => {
  assetFolder = mkdtempSync(join(tmpdir(), 'post-client-'))
  await buildClient(assetFolder)
  post = await openPost({
    host,
    port: 0,
    smtpPort: 0,
    smppPort: 0,
    assetFolder,
    slowMilliseconds: 50,
    now: () => new Date(),
  })
  browser = await chromium.launch(chromiumHere())
}, 60_000)

afterAll(async () => {
  await browser.close()
  await post.close()
  rmSync(assetFolder, { recursive: true })
})

beforeEach(async () => {
  await send('POST', '/faults', { smtp: 'ok', smpp: 'ok' })
  await send('DELETE', '/messages')
})

/** What browsers load, under the names that the pages give it. */
async function buildClient(outDir: string) {
  await build({
    configFile: false,
    root: join(import.meta.dirname, '..'),
    base: './',
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      modulePreload: false,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: join(import.meta.dirname, 'client/inbox.ts'),
        output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]' },
      },
    },
  })
}

const program = { 'x-requested-by': 'tests' }

function send(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
  return fetch(post.origin + path, {
    method,
    headers: { ...program, ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
}

function putLetter(id: string, body: string, headers: Record<string, string> = {}) {
  return fetch(`${post.origin}/letters/${id}`, {
    method: 'PUT',
    headers: {
      ...program,
      'content-type': 'text/plain',
      recipient: encodeURIComponent('Åse Ærø'),
      'letter-title': encodeURIComponent('Din kode på vej'),
      ...headers,
    },
    body,
  })
}

async function sms(text: string, to = phone) {
  await new Promise<void>((resolve, reject) => {
    const session = smpp.connect({ host, port: post.smppPort }, () => {
      session.bind_transceiver({ system_id: 'tests' }, () => {
        session.submit_sm(
          { source_addr: 'MitID', destination_addr: to, short_message: '', message_payload: text },
          () => {
            session.close(resolve)
          },
        )
      })
    })
    session.once('error', reject)
  })
}

async function mail(subject: string, text: string, to = 'anna@example.dk') {
  const client = nodemailer.createTransport({ host, port: post.smtpPort, ignoreTLS: true })
  await client.sendMail({ from: 'MitID <post@mitid.example>', to, subject, text })
  client.close()
}

type Answer = { messages: { id: string; text: string; kind: string; href?: string }[] }
const read = async (query: string) =>
  (await (await fetch(`${post.origin}/messages${query}`)).json()) as Answer

describe('the post box for programs', () => {
  test('waiting answers with the message that comes after the last one seen', async () => {
    await sms('first')
    const [first] = (await read('')).messages
    const waiting = read(`?to=${encodeURIComponent(phone)}&after=${first?.id ?? ''}&wait=30`)
    await mail('not for the phone', 'x')
    await sms('second')
    expect((await waiting).messages.map((message) => message.text)).toEqual(['second'])
  })

  test.each(['?after=9', '?kind=fax'])('%s is a mistake that is told', async (query) => {
    expect((await fetch(`${post.origin}/messages${query}`)).status).toBe(400)
  })

  test('a letter sent twice is one letter, and another with its id is refused', async () => {
    expect((await putLetter('let_1', 'Kode 123456')).status).toBe(201)
    expect((await putLetter('let_1', 'Kode 123456')).status).toBe(200)
    expect((await putLetter('let_1', 'Kode 654321')).status).toBe(409)
    const { messages } = await read('?kind=letter&to=' + encodeURIComponent('Åse Ærø'))
    expect(messages).toMatchObject([{ text: 'Kode 123456', title: 'Din kode på vej' }])
  })

  test('a letter of HTML is served in a sandbox where nothing runs', async () => {
    await putLetter('let_2', '<script>alert(1)</script>', { 'content-type': 'text/html' })
    const letter = await fetch(`${post.origin}/letters/let_2`)
    expect(letter.headers.get('content-security-policy')).toContain("sandbox; default-src 'none'")
    expect(await letter.text()).toBe('<script>alert(1)</script>')
  })

  test.each([
    ['an unknown type', { 'content-type': 'image/png' }, 415],
    ['no recipient', { recipient: '' }, 400],
    ['a recipient that is not UTF-8', { recipient: '%E6' }, 400],
  ])('a letter with %s is refused and not kept', async (_name, headers, status) => {
    expect((await putLetter('let_3', 'x', headers)).status).toBe(status)
    expect((await read('')).messages).toEqual([])
  })

  test.each([
    ['a foreign page', { 'sec-fetch-site': 'cross-site', ...program }, 403],
    ['another port of this host', { 'sec-fetch-site': 'same-site', ...program }, 403],
    ['an old browser on a foreign page', { origin: 'http://evil.example', ...program }, 403],
    ['a program that does not say who it is', {}, 403],
    ['the page itself', { 'sec-fetch-site': 'same-origin' }, 204],
    ['a program that says who it is', program, 204],
  ])('emptying asked for by %s', async (_who, headers, status) => {
    await sms('still here')
    expect(await rawStatus('DELETE', '/messages', headers)).toBe(status)
    expect((await read('')).messages).toHaveLength(status === 403 ? 1 : 0)
  })

  test('a foreign page cannot listen', async () => {
    const headers = { 'sec-fetch-site': 'same-site', accept: 'text/event-stream' }
    expect(await rawStatus('GET', '/events', headers)).toBe(403)
  })

  test('a page that lends its name to this machine reads nothing (DNS rebinding)', async () => {
    const headers = { host: `evil.example:${new URL(post.origin).port}` }
    expect(await rawStatus('GET', '/messages', headers)).toBe(421)
  })

  test('faults are switched, read back, and unknown ones refused', async () => {
    const answer = await send('POST', '/faults', { smpp: 'down' })
    expect(await answer.json()).toEqual({ smtp: 'ok', smpp: 'down' })
    await expect(sms('x')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    expect((await send('POST', '/faults', { smtp: 'broken' })).status).toBe(400)
    expect(await (await fetch(`${post.origin}/faults`)).json()).toEqual({
      smtp: 'ok',
      smpp: 'down',
    })
  })
})

/** By hand, because `fetch` sets some of these headers itself. */
function rawStatus(method: string, path: string, headers: Record<string, string>): Promise<number> {
  const own = { host: new URL(post.origin).host, connection: 'close' }
  const lines = Object.entries({ ...own, ...headers })
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(post.origin).port), host, () => {
      const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
      socket.write(`${method} ${path} HTTP/1.1\r\n${head}\r\n`)
    })
    socket.once('data', (data) => {
      resolve(Number(data.toString().split(' ')[1]))
      socket.destroy()
    })
    socket.once('error', reject)
  })
}

const languages = [
  { locale: 'da-DK', copy: 'Kopiér koden', copied: 'Koden er kopieret.', empty: 'Ingen beskeder' },
  { locale: 'en-GB', copy: 'Copy the code', copied: 'The code is copied.', empty: 'No messages' },
]

async function check(page: Page) {
  expect(await accessFaults(page)).toEqual([])
}

async function inContext(locale: string, visit: (page: Page) => Promise<void>, scripts = true) {
  const context: BrowserContext = await browser.newContext({
    locale,
    javaScriptEnabled: scripts,
    viewport: { width: 390, height: 844 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  try {
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (line) => complaints.push(line.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await visit(page)
    expect(complaints).toEqual([])
  } finally {
    await context.close()
  }
}

describe.each(languages)(
  'the inbox in $locale',
  { timeout: 60_000 },
  ({ locale, copy, copied, empty }) => {
    test('a new message appears and is announced, and its code can be copied', () =>
      inContext(locale, async (page) => {
        const listening = page.waitForResponse((answer) => answer.url().endsWith('/events'))
        await page.goto(post.origin)
        await listening
        await page.getByText(empty).first().waitFor()
        await check(page)
        await sms('Din kode er 482913. Your code is 482913.')
        await page.getByRole('status').getByText('MitID').waitFor()
        await check(page)
        await page.getByRole('listitem').getByRole('link', { name: '482913' }).click()
        await page.getByRole('button', { name: copy }).click()
        await page.getByRole('status').getByText(copied).waitFor()
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('482913')
        await check(page)
      }))

    test('the small window beside the phone shows that number only, and follows it', () =>
      inContext(locale, async (page) => {
        await sms('For somebody else', '+4520999999')
        const listening = page.waitForResponse((answer) => answer.url().includes('/events'))
        await page.goto(`${post.origin}/?to=+4520123456&compact=1`)
        await listening
        await sms('Kode code 111222')
        await page.getByText('Kode code').waitFor()
        expect(await page.getByText('For somebody else').count()).toBe(0)
        await check(page)
      }))

    test('HTML in a message is shown as letters, never as markup', () =>
      inContext(locale, async (page) => {
        await mail('<img src=x onerror=alert(1)>', '<b>bold</b> & <script>alert(1)</script>')
        const [message] = (await read('')).messages
        await page.goto(`${post.origin}/message/${message?.id ?? ''}`)
        await page.getByText('<b>bold</b> & <script>alert(1)</script>').waitFor()
        await check(page)
      }))

    test('the faults page works without scripts', () =>
      inContext(
        locale,
        async (page) => {
          await page.goto(`${post.origin}/faults`)
          await page.locator('input[name=smtp][value=refuse]').check()
          await page.locator('form[action="/faults"] button').click()
          await page.getByRole('status').waitFor()
          expect(await (await send('GET', '/faults')).json()).toEqual({
            smtp: 'refuse',
            smpp: 'ok',
          })
          await page.goto(post.origin)
          await page.getByText('SMTP').waitFor()
        },
        false,
      ))

    test('every other page and state passes the accessibility check', () =>
      inContext(locale, async (page) => {
        await putLetter('let_9', 'x', { 'content-type': 'application/pdf' })
        await send('POST', '/faults', { smtp: 'slow' })
        for (const path of ['/', '/?kind=sms', '/faults?done=saved']) {
          await page.goto(post.origin + path)
          await check(page)
        }
      }))
  },
)
