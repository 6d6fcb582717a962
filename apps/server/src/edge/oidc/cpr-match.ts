/**
 * Whether a CPR number is the person's (protocols §6): for services that may know the number but
 * have no basis to be given it. Three questions a sign-in, while its token lives.
 */
import { timingSafeEqual } from 'node:crypto'
import { CprNumber, type CprNumbers } from '@open-mitid/identity/person'
import { ClientId, type Client } from '@open-mitid/identity/service'
import { accept, refuse, utf8, type Result } from '@open-mitid/kernel'
import type { FoundCode, Interactions } from '@open-mitid/postgres/oidc'
import type { FastifyPluginAsync } from 'fastify'
import { z } from 'zod'
import { serveOpenApi, type Api } from '../openapi.ts'

const Answer = z.strictObject({ match: z.boolean(), tries_left: z.int().min(0) })
type CprMatch = Readonly<z.infer<typeof Answer>>
type CprMatchRefusal = {
  readonly kind: 'invalid_token' | 'invalid_request' | 'too_many_tries' | 'temporarily_unavailable'
}

export type CprMatchPorts = {
  readonly interactions: Pick<Interactions, 'findToken' | 'countCprTry'>
  readonly findClient: (id: ClientId) => Promise<Pick<Client, 'name'> | undefined>
  readonly numbers: CprNumbers
  readonly issuer: string
}

const mostTries = 3
/** Others may write to the person's chain at the same time. */
const races = 5

const statuses: Readonly<Record<CprMatchRefusal['kind'], number>> = {
  invalid_token: 401,
  invalid_request: 400,
  too_many_tries: 429,
  temporarily_unavailable: 503,
}
const Form = z.object({ cpr: z.string().max(20) })

/** For services: what they may ask, and how it is answered. */
export function cprMatchApi(issuer: string): Api {
  const kinds = Object.keys(statuses) as CprMatchRefusal['kind'][]
  return {
    title: 'MitID: matching a CPR number',
    description: 'The rest of what a service calls is in ISSUER/.well-known/openid-configuration.',
    server: issuer,
    operations: [
      {
        path: '/cpr-match',
        summary: 'Whether a CPR number is that of the person who signed in; three times a sign-in',
        security: 'bearer',
        request: { type: 'application/x-www-form-urlencoded', schema: Form },
        answer: Answer,
        refusals: Object.fromEntries(kinds.map((kind) => [statuses[kind], `error: ${kind}`])),
        problem: { type: 'application/json', schema: z.strictObject({ error: z.enum(kinds) }) },
      },
    ],
  }
}

export function cprMatchEdge(ports: CprMatchPorts): FastifyPluginAsync {
  return (app) => {
    app.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, done) => {
        done(null, Object.fromEntries(new URLSearchParams(String(body))))
      },
    )
    serveOpenApi(app, cprMatchApi(ports.issuer))
    app.post('/cpr-match', { config: { caller: 'server' } }, async (request, reply) => {
      const form = Form.safeParse(request.body)
      const token = /^Bearer ([\w-]{20,100})$/iu.exec(request.headers.authorization ?? '')?.[1]
      const answer = await matchCpr(ports, token, form.success ? form.data.cpr : '')
      if (answer.ok) return reply.send(answer.value)
      const { kind } = answer.refusal
      if (kind === 'invalid_token') reply.header('www-authenticate', `Bearer error="${kind}"`)
      return reply.code(statuses[kind]).send({ error: kind })
    })
    return Promise.resolve()
  }
}

async function matchCpr(
  ports: CprMatchPorts,
  token: string | undefined,
  typed: string,
): Promise<Result<CprMatch, CprMatchRefusal>> {
  for (let left = races; left > 0; left -= 1) {
    const found = token === undefined ? undefined : await ports.interactions.findToken(token)
    if (!found) return refuse({ kind: 'invalid_token' })
    const asked = CprNumber.parse(typed, ports.numbers)
    if (!asked.ok) return refuse({ kind: 'invalid_request' })
    if (found.cprTries >= mostTries) return refuse({ kind: 'too_many_tries' })
    const match = isTheirs(found, asked.value)
    if (await count(ports, found, match))
      return accept({ match, tries_left: mostTries - 1 - found.cprTries })
  }
  return refuse({ kind: 'temporarily_unavailable' })
}

/** The question is counted, and stands in the person's history, before it is answered. */
async function count(ports: CprMatchPorts, found: FoundCode, match: boolean): Promise<boolean> {
  const { signIn, clientId } = found.signedIn
  const id = ClientId.parse(clientId)
  const client = id && (await ports.findClient(id))
  const service = client?.name ?? clientId
  const body = { sign_in: signIn, client: clientId, service, match }
  return ports.interactions.countCprTry(found, { type: 'cpr-matched', actor: 'system', body })
}

function isTheirs({ signedIn }: FoundCode, asked: CprNumber): boolean {
  const { cpr } = signedIn.person
  return cpr !== undefined && timingSafeEqual(utf8(cpr), utf8(asked))
}
