/** A browser with its cookies, which does at the MitID box what the box's own script does. */
import type { IncomingMessage } from 'node:http'
import { expectStatus, type Answer, type Call, type Line } from './call.ts'

export type Browser = {
  /** A navigation; the answer as it came, redirects included. */
  readonly visit: (url: string) => Promise<Answer>
  /** A form of the page, sent by its script. */
  readonly send: (url: string, fields?: Readonly<Record<string, string>>) => Promise<Answer>
  /** The same, as JSON. */
  readonly ask: (url: string, content: object) => Promise<Answer>
  /** The states that the page is told, in order. */
  readonly listen: (url: string) => Promise<Told>
}

export type Told = {
  /** Answers when this state has been told, at once where it was before. */
  readonly state: (wanted: string) => Promise<void>
  readonly close: () => void
}

/** What a browser says of itself with every request. */
const selfPortrait = {
  'user-agent':
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  'accept-language': 'en-GB,en;q=0.9,da;q=0.8',
  'accept-encoding': 'gzip, deflate, br, zstd',
  'sec-ch-ua': '"Chromium";v="140", "Not=A?Brand";v="24"',
  'sec-ch-ua-mobile': '?0',
  'sec-ch-ua-platform': '"Linux"',
}

/** `added`: what a proxy says with each request. */
export function openBrowser(line: Line, added: Readonly<Record<string, string>> = {}): Browser {
  const cookies = new Map<string, string>()
  const dressed = ({ headers, ...call }: Call): Call => {
    const kept = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return {
      ...call,
      headers: { ...selfPortrait, ...added, ...headers, ...(kept ? { cookie: kept } : {}) },
    }
  }
  const call = async (wanted: Call) => {
    const answer = await line.call(dressed(wanted))
    for (const cookie of answer.headers['set-cookie'] ?? []) keep(cookies, cookie)
    return answer
  }
  const post = (url: string, type: string, body: string) => {
    const headers = { ...fromPage(url), 'mitid-script': '1', 'content-type': type }
    return call({ method: 'POST', url, headers, body })
  }
  return {
    visit: (url) => call({ method: 'GET', url, headers: navigation }),
    send: (url, fields = {}) =>
      post(
        url,
        'application/x-www-form-urlencoded;charset=UTF-8',
        new URLSearchParams(fields).toString(),
      ),
    ask: (url, content) => post(url, 'application/json', JSON.stringify(content)),
    async listen(url) {
      const headers = { ...fromPage(url), accept: 'text/event-stream' }
      return follow(await line.open(dressed({ method: 'GET', url, headers })))
    },
  }
}

const navigation = {
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'upgrade-insecure-requests': '1',
  'sec-fetch-site': 'cross-site',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
}

function fromPage(url: string): Readonly<Record<string, string>> {
  return {
    origin: new URL(url).origin,
    accept: '*/*',
    'sec-fetch-site': 'same-origin',
    'sec-fetch-mode': 'cors',
    'sec-fetch-dest': 'empty',
  }
}

/** RFC 6265 §5.3, as far as one origin and cookies for all paths need it. */
function keep(cookies: Map<string, string>, cookie: string): void {
  const [pair = '', ...attributes] = cookie.split(';')
  const at = pair.indexOf('=')
  const name = pair.slice(0, at).trim()
  const over = attributes.some((text) => /^\s*(max-age=0|expires=thu, 01 jan 1970)/iu.test(text))
  if (over) cookies.delete(name)
  else cookies.set(name, pair.slice(at + 1).trim())
}

/** Reads an event stream (HTML Living Standard §9.2). */
function follow(stream: IncomingMessage): Told {
  if (stream.statusCode !== 200) throw new Error(`the stream answered ${stream.statusCode ?? 0}`)
  const seen = new Set<string>()
  const waiting = new Map<string, () => void>()
  let rest = ''
  stream.setEncoding('utf8')
  stream.on('data', (text: string) => {
    const messages = (rest + text).split('\n\n')
    rest = messages.pop() ?? ''
    for (const message of messages) {
      const state = /^data: ?(.*)$/mu.exec(message)?.[1]
      if (state === undefined) continue
      seen.add(state)
      waiting.get(state)?.()
    }
  })
  stream.on('error', () => undefined) // it was closed by us
  return {
    state: (wanted) =>
      new Promise((resolve) => {
        if (seen.has(wanted)) resolve()
        else waiting.set(wanted, resolve)
      }),
    close: () => stream.destroy(),
  }
}

/** Where a redirect leads. */
export function locationOf(answer: Answer, base: string): string {
  const { location } = expectStatus(answer, 303, base).headers
  if (location === undefined) throw new Error(`${base} led nowhere`)
  return new URL(location, base).href
}
