/** One HTTP request just as it is told, also one that no browser and no `fetch` would send. */
import { request, type IncomingHttpHeaders } from 'node:http'

export type Knock = {
  readonly method?: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export type Answer = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

export function knock(origin: string, { method = 'GET', path, headers, body }: Knock) {
  const url = new URL(origin)
  return new Promise<Answer>((resolve, reject) => {
    const { hostname, port } = url
    const asked = request({ hostname, port, method, path, headers, agent: false })
    asked.setTimeout(10_000, () => asked.destroy(new Error(`no answer to ${method} ${path}`)))
    asked.on('response', (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => (text += part))
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text })
      })
    })
    // Who is refused in the middle of a large body may be cut off; then there is an answer already.
    asked.on('error', reject)
    asked.end(body)
  })
}
