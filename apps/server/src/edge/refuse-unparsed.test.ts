import { once } from 'node:events'
import { connect, type AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLog } from '../log.ts'
import { openEdge } from './edge.ts'
import { openMetrics } from './metrics.ts'

const host = 'localhost:3961'
const counted: string[] = []
const app = await openEdge(
  {
    name: 'oidc',
    origin: `http://${host}`,
    schemeName: 'MitID',
    logger: openLog('silent'),
    metrics: { ...openMetrics(), count: (what) => void counted.push(what) },
    ready: () => Promise.resolve(true),
  },
  [],
)
let port: number
beforeAll(async () => {
  await app.listen({ host: '127.0.0.1', port: 0 })
  port = (app.server.address() as AddressInfo).port
})
afterAll(() => app.close())

/** Everything that comes back until the connection ends. */
async function send(bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(bytes)
  return text(socket)
}

describe('what is no request of HTTP', () => {
  it.each([
    ['headers that are too large', `GET / HTTP/1.1\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['a first line that is none', 'hello\r\n\r\n', 400],
    [
      'two lengths',
      `POST / HTTP/1.1\r\nhost: ${host}\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n`,
      400,
    ],
  ])(
    '%s: problem JSON with the strict headers, counted, and the connection ends',
    async (_, bytes, status) => {
      const answer = await send(bytes)
      const [head = '', body = ''] = answer.split('\r\n\r\n')
      expect(head).toMatch(new RegExp(`^HTTP/1.1 ${String(status)} `, 'u'))
      expect(head).toContain('content-type: application/problem+json')
      expect(head).toContain("content-security-policy: default-src 'none'")
      expect(JSON.parse(body)).toMatchObject({ type: 'about:blank', status })
      expect(counted.splice(0)).toEqual(['unreadable'])
    },
  )
})
