/** The app itself without its screen, in a phone made of memory. */
import { openPhone, serverClock, type Asked } from '@open-mitid/phone/core'
import type { Bytes, Result } from '@open-mitid/kernel'
import type { ClaimSecret } from '@open-mitid/protocol'
import type { Line } from './call.ts'
import { memoryStore } from './memory-store.ts'

export type BenchPhone = {
  readonly claim: (secret: ClaimSecret) => Promise<Asked>
  /** Proves the PIN, signs twice, sends. Answers the token that takes a tab back, in flow `same`. */
  readonly approve: (asked: Asked) => Promise<string | undefined>
}

export type Activation = {
  readonly code: string
  /** The second code, once the first was taken. */
  readonly second: () => Promise<string>
}

export type PhoneOptions = {
  readonly app: string
  readonly pace?: Pace
}

/** When a phone goes on; both are called with the path of the request. */
export type Pace = {
  /** A request that is ready to leave waits for it. */
  readonly before: (path: string) => Promise<void>
  /** The phone does nothing with an answer before it. */
  readonly after: (path: string) => Promise<void>
}

const pin = '825194'

/** Activates an app for the person whose code it is. */
export async function openBenchPhone(
  line: Line,
  { app, pace }: PhoneOptions,
  activation: Activation,
): Promise<BenchPhone> {
  const phone = openPhone(
    memoryStore(),
    {
      app,
      fetch: fetchOver(line, pace),
      clock: serverClock(() => Date.now() / 1000),
      random: (length): Bytes => crypto.getRandomValues(new Uint8Array(length)),
    },
    'bench',
  )
  const { id } = granted(await phone.open(activation.code, 'bench'), 'the activation')
  granted(await phone.confirmSecond(id, await activation.second()), 'the second code')
  granted(await phone.finish(id, pin), 'the PIN')
  return {
    claim: async (secret) => granted(await phone.claim(id, secret), 'the claim'),
    approve: async (asked) =>
      granted(await phone.approve(id, asked, pin, false), 'the approval').returnToken,
  }
}

function granted<Value>(result: Result<Value, { readonly kind: string }>, what: string): Value {
  if (result.ok) return result.value
  throw new Error(`${what} was refused: ${JSON.stringify(result.refusal)}`)
}

/** As much of `fetch` as the app uses, over connections that stay open. */
function fetchOver(line: Line, pace: Pace | undefined): typeof fetch {
  return async (input, init) => {
    const url = input instanceof Request ? input.url : String(input)
    const headers = Object.fromEntries(new Headers(init?.headers))
    const body = typeof init?.body === 'string' ? init.body : ''
    const { pathname } = new URL(url)
    const method = init?.method === 'POST' ? 'POST' : 'GET'
    const answer = await line.call({
      method,
      url,
      headers,
      ...(method === 'POST' ? { body } : {}),
      ...(pace ? { held: () => pace.before(pathname) } : {}),
    })
    await pace?.after(pathname)
    const told = new Headers()
    for (const [name, value] of Object.entries(answer.headers)) told.set(name, String(value))
    return new Response(answer.body, { status: answer.status, headers: told })
  }
}
