/** The whole country for a journey: every program as `npm start` runs it, on ports of its own. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { freshDatabase } from '@open-mitid/postgres/testing'
import {
  places,
  startCountry,
  type Country,
  type Origins,
  type Place,
} from '../../apps/sandbox/src/country.ts'
import { openShelf } from '../../surroundings/code-device/src/shelf.ts'
import { build } from '../../tools/build.ts'
import { freePorts } from './free-ports.ts'

export type Message = {
  readonly id: string
  readonly kind: 'sms' | 'email' | 'letter'
  readonly to: string
  readonly subject?: string
  readonly text: string
}

export type TestCountry = {
  readonly country: Country
  readonly origins: Origins
  readonly databaseUrl: string
  /** Where keys and secrets of this country lie. */
  readonly data: string
  /** The next message to somebody after the one named, as soon as it has arrived. */
  message(to: string, matching: RegExp, after?: string): Promise<Message>
  /** Sets the clocks of the country and of its code devices ahead. */
  advance(seconds: number): Promise<void>
  /** What a code device shows next, without the half minute. */
  nextCode(serial: string): Promise<string>
  /** The last message that somebody has got by now. */
  newest(to: string): Promise<string | undefined>
  stop(): Promise<void>
}

export const root = resolve(import.meta.dirname, '../..')

export async function openCountry(env: Readonly<Record<string, string>> = {}) {
  await build()
  const database = await freshDatabase()
  const data = await mkdtemp(join(tmpdir(), 'mitid-country-'))
  const firstPort = await freePorts()
  const origins = Object.fromEntries(
    Object.entries(places).map(([place, offset]) => [
      place,
      `http://localhost:${String(firstPort + offset)}`,
    ]),
  ) as Record<Place, string>
  const country = await startCountry(
    {
      root,
      data,
      firstPort,
      origins,
      env: { DATABASE_URL: database.url, LOG_LEVEL: 'error', ...env },
    },
    () => undefined,
  )
  const shelf = () => openShelf(join(data, 'code-device'))
  const advance = async (seconds: number) => {
    await country.mitid('clock', '--advance', String(seconds))
    shelf().advance(seconds)
  }
  return {
    country,
    origins,
    databaseUrl: database.url,
    data,
    message: (to: string, matching: RegExp, after?: string) =>
      awaitMessage(origins.inbox, to, matching, after),
    newest: (to: string) => newest(origins.inbox, to),
    advance,
    async nextCode(serial: string) {
      await advance(30)
      const device = shelf().find(serial)
      if (!device) throw new Error('the device is not on the shelf')
      return shelf().press(device, Date.now() / 1000).code
    },
    async stop() {
      await country.stop()
      await database.drop()
      await rm(data, { recursive: true })
    },
  } satisfies TestCountry
}

/** The post box answers when something has arrived; nobody looks again and again. */
async function awaitMessage(
  inbox: string,
  to: string,
  matching: RegExp,
  after: string | undefined,
): Promise<Message> {
  let last = after
  const until = performance.now() + 30_000
  while (performance.now() < until) {
    const query = new URLSearchParams({ to, wait: '10', ...(last ? { after: last } : {}) })
    const response = await fetch(`${inbox}/messages?${query.toString()}`)
    const { messages } = (await response.json()) as { messages: Message[] }
    const found = messages.find(({ text }) => matching.test(text))
    if (found) return found
    last = messages.at(-1)?.id ?? last
  }
  throw new Error(`no message to ${to} that fits ${String(matching)}`)
}

async function newest(inbox: string, to: string): Promise<string | undefined> {
  const response = await fetch(`${inbox}/messages?${new URLSearchParams({ to }).toString()}`)
  const { messages } = (await response.json()) as { messages: Message[] }
  return messages.at(-1)?.id
}
