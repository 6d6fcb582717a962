import { phoneStatus } from '@open-mitid/protocol'
import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openApiPath, serveOpenApi } from '../../apps/server/src/edge/openapi.ts'
import { cprMatchApi } from '../../apps/server/src/edge/oidc/cpr-match.ts'
import { phoneApi } from '../../apps/server/src/edge/phone/phone-openapi.ts'
import { phoneRequests } from '../../apps/server/src/edge/phone/phone-requests.ts'

type Content = Readonly<Record<string, { schema: Parameters<typeof z.fromJSONSchema>[0] }>>
type Document = {
  openapi: string
  paths: Readonly<
    Record<
      string,
      {
        post: { requestBody: { content: Content }; responses: Record<string, { content: Content }> }
      }
    >
  >
}

async function read(api: ReturnType<typeof phoneApi>): Promise<Document> {
  const app = Fastify()
  serveOpenApi(app, api)
  const answer = await app.inject({ url: openApiPath })
  await app.close()
  return answer.json()
}
const phone = await read(phoneApi('https://app.example'))
const matching = await read(cprMatchApi('https://login.example'))

/** What the document says of a request, as a parser that others would make of it. */
function requestOf(document: Document, path: string, type: string) {
  const schema = document.paths[path]?.post.requestBody.content[type]?.schema
  if (schema === undefined) throw new Error(`${path} has no request of ${type}`)
  return z.fromJSONSchema(schema)
}

const offer = `sgn_${'0'.repeat(26)}`
const good: Readonly<Record<string, unknown>> = {
  '/api/activation/open': { code: 'ABCD-EFGH-JKMN' },
  '/api/claim': { secret: { kind: 'qr', qid: 'a', t: 7, mac: 'b' } },
  '/api/pin/prove': { ke1: 'abc', purpose: 'approve', offer_id: offer },
  '/api/approve': { offer_id: offer, ke3: 'abc', approval: '{}', remember_browser: true },
  '/api/history': { before: 7 },
  '/api/browsers/forget': { sign_in: offer, reason: 'not_me' },
  '/api/wishes/change': { notify_every_use: true, language: 'en' },
  '/api/state': {},
}

describe('OpenAPI 3.1', () => {
  it('the document tells of every call of the app and of no other', () => {
    expect(phone.openapi).toMatch(/^3\.1\./u)
    expect(Object.keys(phone.paths)).toEqual(Object.keys(phoneRequests))
    expect(Object.keys(matching.paths)).toEqual(['/cpr-match'])
  })
  it.each(Object.entries(good))(
    '%s: takes what the server takes, and not a member more',
    (path, body) => {
      const described = requestOf(phone, path, 'application/json')
      expect(described.safeParse(body).success).toBe(true)
      expect(described.safeParse({ ...(body as object), more: 1 }).success).toBe(false)
    },
  )
  it('an identifier has its form in the document too', () => {
    const described = requestOf(phone, '/api/receipt', 'application/json')
    expect(described.safeParse({ offer_id: offer }).success).toBe(true)
    expect(described.safeParse({ offer_id: 'per_1' }).success).toBe(false)
  })
  it('every status that a call can be refused with is told of, with its kinds', () => {
    for (const { post } of Object.values(phone.paths))
      for (const [kind, status] of Object.entries(phoneStatus))
        expect(post.responses[String(status)]).toMatchObject({
          description: expect.stringContaining(kind) as string,
        })
  })
  it('the match of a CPR number is a form, answered yes or no', () => {
    const form = requestOf(matching, '/cpr-match', 'application/x-www-form-urlencoded')
    expect(form.safeParse({ cpr: '0101801234' }).success).toBe(true)
    expect(form.safeParse({}).success).toBe(false)
    const { responses } = matching.paths['/cpr-match']?.post ?? { responses: {} }
    expect(Object.keys(responses)).toEqual(['200', '400', '401', '429', '503'])
  })
})
