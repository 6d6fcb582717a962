/** Those who come to the doors by right: an app without a screen, and a browser at the box. */
import { SignInId } from '@open-mitid/identity/sign-in'
import type { Bytes, Result } from '@open-mitid/kernel'
import { folderStore } from '../../../apps/phone/command/folder-store.ts'
import { openPhone, serverClock, type Phone } from '../../../apps/phone/src/core/index.ts'
import { Browser } from '../../conformance/browser.ts'
import type { TestCountry } from '../country.ts'
import { anna, codeIn, sixDigits } from '../person.ts'
import { knock, type Answer } from './knock.ts'

export const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))

/** The value of what must not be refused here. */
export function must<Value>(result: Result<Value, { readonly kind: string }>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

export type Sent = { path: string; headers: Record<string, string>; body: string }

type Begun = { readonly id: SignInId; readonly browser: Browser; readonly post: Post }
type Post = (step: string, fields?: Readonly<Record<string, string>>) => Promise<Answer>

export function cookiesOf({ cookies }: Browser): string {
  return [...cookies].map(([name, value]) => `${name.split(' ')[0] ?? ''}=${value}`).join('; ')
}

export function visitorsOf(country: TestCountry) {
  /** An app without a screen, whose last call stays to be looked at. */
  function phoneIn(folder: string): { phone: Phone; sent: () => Sent } {
    let last: Sent = { path: '', headers: {}, body: '' }
    const sending: typeof fetch = (url, init) => {
      const path = new URL(url instanceof Request ? url.url : url).pathname
      last = { path, headers: init?.headers as Sent['headers'], body: init?.body as string }
      return fetch(url, init)
    }
    const clock = serverClock(() => Date.now() / 1000)
    const line = { app: country.origins.app, fetch: sending, random, clock }
    return { phone: openPhone(folderStore(folder), line, 'doors'), sent: () => last }
  }

  async function activated(folder: string) {
    const held = phoneIn(folder)
    const { mitid } = country.country
    const { code } = (await mitid('issue-activation-code', '--user-id', anna.userId)) as {
      code: string
    }
    const [latest] = await inboxOf(anna.reach)
    const { id } = must(await held.phone.open(code, ''))
    const second = await country.message(anna.reach, sixDigits, latest?.id)
    must(await held.phone.confirmSecond(id, codeIn(second.text)))
    must(await held.phone.finish(id, anna.pin))
    await country.message(anna.reach, /aktiver/iu, second.id)
    return { ...held, id }
  }

  /** The newest message first. */
  async function inboxOf(to: string): Promise<readonly { readonly id: string }[]> {
    const query = new URLSearchParams({ to }).toString()
    const answer = await fetch(`${country.origins.inbox}/messages?${query}`)
    return ((await answer.json()) as { messages: { id: string }[] }).messages.toReversed()
  }

  /** A browser that Borger has sent to the box. */
  async function begun(): Promise<Begun> {
    const browser = new Browser('en')
    const started = await browser.get(`${country.origins.borger}/login`)
    const sent = await browser.get(started.headers.get('location') ?? '')
    const id = SignInId.parse(sent.headers.get('location')?.replace('/sign-in/', ''))
    if (!id) throw new Error('the browser was not sent to a sign-in')
    const post: Post = (step, fields = {}) =>
      knock(country.origins.signIn, {
        method: 'POST',
        path: step.startsWith('/') ? step : `/sign-in/${id}/${step}`,
        headers: { ...scripted(browser), 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(fields).toString(),
      })
    return { id, browser, post }
  }

  function scripted(browser: Browser): Record<string, string> {
    const { host, origin } = new URL(country.origins.signIn)
    return { host, origin, cookie: cookiesOf(browser), 'mitid-script': '1' }
  }

  async function codeOf({ post }: Begun): Promise<string> {
    await post('user-id', { user_id: anna.userId })
    return /data-code="([0-9A-Z]{8})"/u.exec((await post('code')).text)?.[1] ?? ''
  }

  return { phoneIn, activated, inboxOf, begun, codeOf }
}
