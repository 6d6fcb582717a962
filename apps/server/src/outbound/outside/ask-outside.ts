/** One call of a service outside the house, of which nothing is believed before it is looked at. */
import { accept, refuse, type Result } from '@open-mitid/kernel'
import type { OutsideFault } from '@open-mitid/identity/enrolment'
import { within } from '../../tracing/index.ts'

export type AskOutside = {
  readonly url: URL
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly authorization: string
  readonly body?: object
  /** How long the whole of the answer may take. */
  readonly patienceMs: number
}

export type OutsideAnswer = {
  readonly status: number
  /** Undefined where the answer is empty. */
  readonly json: unknown
}

/** No answer of theirs is nearly as long. */
const mostBytes = 64 * 1024

/** A redirect is not followed: what is told here is for this address alone. */
export async function askOutside(asked: AskOutside): Promise<Result<OutsideAnswer, OutsideFault>> {
  const { url, method, authorization, body, patienceMs } = asked
  try {
    const answer = await within(method, { 'server.address': url.host }, () =>
      fetch(url, {
        method,
        redirect: 'error',
        signal: AbortSignal.timeout(patienceMs),
        headers: {
          accept: 'application/json',
          authorization,
          'x-requested-by': 'mitid',
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      }),
    )
    const text = await readText(answer)
    const { status } = answer
    if (status >= 500) return refuse({ kind: 'unavailable', cause: 'failed' })
    if (text === undefined) return refuse({ kind: 'untrustworthy', cause: 'too-large' })
    const json = parsed(text)
    return json
      ? accept({ status, ...json })
      : refuse({ kind: 'untrustworthy', cause: 'malformed' })
  } catch (fault) {
    const late = fault instanceof Error && fault.name === 'TimeoutError'
    return refuse({ kind: 'unavailable', cause: late ? 'late' : 'unreachable' })
  }
}

/** Undefined where it goes on for longer than any answer does. */
async function readText({ body }: Response): Promise<string | undefined> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of body ?? []) {
    bytes += chunk.length
    if (bytes > mostBytes) return undefined
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

function parsed(text: string): { readonly json: unknown } | undefined {
  if (text === '') return { json: undefined }
  try {
    return { json: JSON.parse(text) as unknown }
  } catch {
    return undefined
  }
}
