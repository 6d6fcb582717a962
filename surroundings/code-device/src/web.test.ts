import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeByClock, type Device } from './device.ts'
import { isSerial, makeDevices } from './factory/make-devices.ts'
import { openShelf, type Shelf } from './shelf.ts'
import { deviceWeb } from './web.ts'

const folder = mkdtempSync(join(tmpdir(), 'mitid-devices-'))
const origin = 'http://localhost:3010'
const now = 1_767_225_610
/** A serial number that nothing has. */
const [{ serial: unknown }] = [
  ...makeDevices({ first: 9_999_999, counts: { 'code-display': 1, 'audio-reader': 0 } }),
] as [Device]
let shelf: Shelf
let web: FastifyInstance
beforeAll(() => {
  const counts = { 'code-display': 10, 'audio-reader': 10 }
  shelf = openShelf(folder, () => makeDevices({ first: 1, counts }))
  web = deviceWeb({ origin, shelf, assetFolder: folder, now: () => now })
})
afterAll(async () => {
  await web.close()
  rmSync(folder, { recursive: true })
})

function deviceOf(kind: Device['kind'], algorithm: Device['algorithm']): Device {
  const found = shelf.devices.find((each) => each.kind === kind && each.algorithm === algorithm)
  if (!found) throw new Error('no such device')
  return found
}

const host = 'localhost:3010'
const page = (url: string, language = 'en') =>
  web.inject({ url, headers: { host, accept: 'text/html', 'accept-language': language } })
const press = (serial: string, headers: Record<string, string> = {}) =>
  web.inject({
    method: 'POST',
    url: '/press',
    headers: {
      host,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
      ...headers,
    },
    payload: `serial=${serial}`,
  })

describe('the drawer', () => {
  it('a device is unpacked by its serial number however it is typed, and lies there afterwards', async () => {
    const { serial } = deviceOf('code-display', 'TOTP')
    expect((await page('/')).body).toContain('The drawer is empty')
    const typed = `${serial.slice(0, 4)} ${serial.slice(4)}`
    expect((await page(`/?serial=${encodeURIComponent(typed)}`)).statusCode).toBe(200)
    expect((await page('/')).body).toContain(`/?serial=${serial}`)
  })

  it.each([
    ['123', 'Et serienummer har ti cifre'],
    [unknown, 'Der er intet apparat'],
    ['27 0000', 'Et serienummer har ti cifre'],
  ])('"%s": what is wrong, and what was typed is still there', async (typed, sentence) => {
    const answer = await page(`/?serial=${encodeURIComponent(typed)}`, 'da')
    expect(answer.statusCode).toBe(404)
    expect(answer.body).toContain(sentence)
    expect(answer.body).toContain(`value="${typed}"`)
  })
})

describe('a press of the button', () => {
  it('RFC 6238: by the clock it is the same code until the step is over', async () => {
    const device = deviceOf('code-display', 'TOTP')
    const answer = (await press(device.serial)).json<unknown>()
    expect(answer).toEqual(codeByClock(device, now))
    expect(answer).toMatchObject({ secondsLeft: 20 })
    expect((await press(device.serial)).json<unknown>()).toEqual(answer)
  })

  it('a clock that was set ahead has the next code at once, also after a restart', async () => {
    const device = deviceOf('code-display', 'TOTP')
    openShelf(folder).advance(30)
    expect((await press(device.serial)).json<unknown>()).toEqual(codeByClock(device, now + 30))
    expect(openShelf(folder).press(device, now)).toEqual(codeByClock(device, now + 30))
    openShelf(folder).advance(-30)
  })

  it('RFC 4226: by the counter it is another code each time, also after a restart', async () => {
    const device = deviceOf('audio-reader', 'HOTP')
    const first = (await press(device.serial)).json<unknown>()
    const again = openShelf(folder).press(device, now)
    expect(again).not.toEqual(first)
    expect((await press(device.serial)).json<unknown>()).not.toEqual(again)
  })

  it('works without a script: the page itself shows the code', async () => {
    const { serial } = deviceOf('code-display', 'TOTP')
    const answer = await press(serial, { accept: 'text/html' })
    expect(answer.headers['content-type']).toContain('text/html')
    expect(answer.body).toMatch(/Kode: \d \d \d \d \d \d/u)
  })

  it('is no other page’s to make, and a device that is not here has no button', async () => {
    const { serial } = deviceOf('code-display', 'TOTP')
    expect((await press(serial, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
    expect((await press(unknown)).statusCode).toBe(404)
    expect((await press(unknown, { accept: 'text/html' })).statusCode).toBe(404)
  })

  it('no page holds a seed', async () => {
    const device = deviceOf('audio-reader', 'TOTP')
    expect((await page(`/?serial=${device.serial}`)).body).not.toContain(device.seed)
  })
})

it('one wrong digit makes no serial number', () => {
  for (const { serial } of shelf.devices) {
    expect(isSerial(serial)).toBe(true)
    const wrong = [...serial].map((digit, place) => {
      const other = String((Number(digit) + 1) % 10)
      return isSerial(serial.slice(0, place) + other + serial.slice(place + 1))
    })
    expect(wrong).not.toContain(true)
  }
})
