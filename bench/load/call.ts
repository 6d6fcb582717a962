/**
 * Plain HTTP as a proxy that ends TLS would send it on: to a port of this machine, over connections
 * that stay open, with the host and scheme that the caller saw.
 */
import { Agent, request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'

export type Call = {
  readonly method: 'GET' | 'POST'
  /** As the caller sees it, such as `https://login.example/par`. */
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Called once all is ready to leave, and it leaves when this is done. */
  readonly held?: () => Promise<void>
}

export type Answer = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Where each origin is reached in truth. */
export type Ports = Readonly<Record<string, number>>

export type Line = {
  readonly call: (call: Call) => Promise<Answer>
  /** The answer as it comes in, for streams. */
  readonly open: (call: Call) => Promise<IncomingMessage>
  /** How many calls were made. */
  readonly count: () => number
  readonly close: () => void
}

export function openLine(ports: Ports): Line {
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity, maxFreeSockets: 256 })
  let calls = 0
  const open = (call: Call): Promise<IncomingMessage> => {
    const { held, ...again } = call
    const { method, url, headers, body } = again
    const { origin, host, pathname, search } = new URL(url)
    const port = ports[origin]
    if (port === undefined) throw new Error(`${origin} is nowhere`)
    calls += 1
    return new Promise<IncomingMessage>((resolve, reject) => {
      const path = pathname + search
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
      const options = { agent, host: '127.0.0.1', port, method, path }
      const sent = request({ ...options, headers: { ...headers, ...length, host } }, resolve)
      sent.once('error', (fault: NodeJS.ErrnoException) => {
        // The server had ended a connection that lay idle, before the call was on it.
        if (sent.reusedSocket && fault.code === 'ECONNRESET') open(again).then(resolve, reject)
        else reject(fault)
      })
      if (!held) sent.end(body)
      else sent.once('socket', () => void held().then(() => sent.end(body), reject))
    })
  }
  return {
    open,
    count: () => calls,
    async call(wanted) {
      const answer = await open(wanted)
      const parts: Buffer[] = []
      for await (const part of answer as AsyncIterable<Buffer>) parts.push(part)
      const { statusCode = 0, headers } = answer
      return { status: statusCode, headers, body: Buffer.concat(parts).toString('utf8') }
    },
    close: () => agent.destroy(),
  }
}

/** Throws for any other status, with what was said, because a bench of failures measures nothing. */
export function expectStatus(answer: Answer, status: number, what: string): Answer {
  if (answer.status === status) return answer
  throw new Error(`${what} answered ${String(answer.status)}: ${answer.body.slice(0, 500)}`)
}
