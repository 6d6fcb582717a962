/** What a collector of traces is told (OpenTelemetry, OTLP over HTTP with JSON): where time goes, and nothing of anybody. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { exchange, openForeignServices } from './foreign-services.ts'

const Attribute = z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) })
const Span = z.object({
  name: z.string(),
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  attributes: z.array(Attribute),
})
const Export = z.object({
  resourceSpans: z.array(z.object({ scopeSpans: z.array(z.object({ spans: z.array(Span) })) })),
})

const told: string[] = []
const collector = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    told.push(Buffer.concat(parts).toString())
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  })
})
await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve))
const { port } = collector.address() as AddressInfo
const { house, bank, signIn } = await openForeignServices({
  TRACES_URL: `http://127.0.0.1:${String(port)}/v1/traces`,
})
const secrets: (string | null | undefined)[] = []

beforeAll(async () => {
  const done = await signIn(bank, { login_hint: 'aase80', scope: 'openid profile mitid ssn' })
  const tokens = await exchange(bank, done)
  secrets.push(done.callback.searchParams.get('code'), done.id, done.state)
  secrets.push(tokens.access_token, tokens.id_token, ...done.browser.cookies.values())
  const caller = { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' }
  await fetch(`${house.issuer}/nowhere?cpr=8902801234`, { headers: caller })
  await house.stop() // what waits is sent before a server ends
})
afterAll(async () => {
  await house.close()
  await new Promise((resolve) => collector.close(resolve))
})

const spans = () =>
  told.flatMap((body) =>
    Export.parse(JSON.parse(body)).resourceSpans.flatMap(({ scopeSpans }) =>
      scopeSpans.flatMap((scope) => scope.spans),
    ),
  )
const valueOf = (span: z.infer<typeof Span>, key: string) =>
  span.attributes.find((attribute) => attribute.key === key)?.value

describe('a collector of traces', () => {
  it('is told each request by its route, and in it the statements that it runs', () => {
    const [finish] = spans().filter(({ name }) => name === 'POST /sign-in/:id/finish')
    if (!finish) throw new Error('the finish of a sign-in was not told')
    expect(valueOf(finish, 'http.response.status_code')).toEqual({ intValue: 200 })
    expect(valueOf(finish, 'mitid.edge')).toEqual({ stringValue: 'oidc' })
    const within = spans().filter(({ parentSpanId }) => parentSpanId === finish.spanId)
    expect(within.length).toBeGreaterThan(0)
    for (const span of within) {
      expect(span.traceId).toBe(finish.traceId)
      expect(house.trips).toContain(span.name)
    }
  })
  it('is told nothing under a name that a caller chose', () => {
    expect(spans().map(({ traceId }) => traceId)).not.toContain('0af7651916cd43dd8448eb211c80319c')
    expect(spans().map(({ name }) => name)).toContain('GET none')
  })
  it('Invariant 12: is told no secret, no user ID and nothing of a person', () => {
    const text = told.join('\n')
    expect(secrets.length).toBeGreaterThan(5)
    for (const secret of secrets) expect(text).not.toContain(secret ?? 'nothing was given')
    for (const own of ['aase80', '8902801234', 'Åse', 'nowhere']) expect(text).not.toContain(own)
  })
})
