/** NemID's service for whoever it has an agreement with: log a holder on, and hear who it is. */
import { timingSafeEqual } from 'node:crypto'
import { sendProblem, sufferFaults, type Faults } from '@open-mitid/ui/site'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { issueAssertion, type Issuer, type Lie } from './assertion.ts'
import { ways } from './holder.ts'
import type { AnswerRefusal, BeginRefusal, Nemid, Proof } from './nemid.ts'
import type { Prompt } from './prompts.ts'

export type ApiOptions = {
  readonly nemid: Nemid
  readonly faults: Faults<Lie>
  readonly issuer: Issuer
  /** What the service shows to be the one that is asked for. */
  readonly token: string
  readonly slowMilliseconds: number
  readonly now: () => number
}

const Begin = z.strictObject({
  user_id: z.string().min(1).max(100),
  password: z.string().min(1).max(100),
  way: z.enum(ways),
  nonce: z.string().regex(/^[\w-]{16,200}$/u),
})
const Answer = z.strictObject({ key: z.string().min(1).max(20) })

const statuses: Readonly<Record<BeginRefusal['kind'] | AnswerRefusal['kind'], number>> = {
  credentials: 401,
  way: 409,
  key: 422,
  over: 410,
  locked: 423,
  blocked: 403,
}

type WithId = { Params: { id: string } }

export function nemidApi(options: ApiOptions) {
  const { nemid, faults, issuer, now } = options

  async function prove(reply: FastifyReply, proof: Proof) {
    const other = nemid.holders.find(({ key }) => key !== proof.holder.key)
    const assertion = await issueAssertion(proof, issuer, now(), faults.current(), other)
    return reply.send({ state: 'approved', assertion })
  }

  return (api: FastifyInstance, _: unknown, done: () => void) => {
    sufferFaults(api, faults.current, options.slowMilliseconds)
    api.addHook('onRequest', async (request, reply) => {
      if (isCalledBy(request.headers.authorization, issuer.audience, options.token)) return
      reply.header('www-authenticate', 'Basic')
      await sendProblem(reply, 401, 'NemID answers those whom it has an agreement with')
    })

    api.post('/sessions', (request, reply) => {
      const asked = Begin.safeParse(request.body)
      if (!asked.success) return sendProblem(reply, 400, 'The request cannot be read')
      const { user_id: userId, ...rest } = asked.data
      const begun = nemid.begin({ userId, ...rest })
      return begun.ok
        ? reply.code(201).send(promptFor(begun.value, now()))
        : sendRefusal(reply, begun.refusal, now())
    })

    api.post<WithId>('/sessions/:id/key', (request, reply) => {
      const given = Answer.safeParse(request.body)
      if (!given.success) return sendProblem(reply, 400, 'The request cannot be read')
      const answered = nemid.answer(request.params.id, given.data.key)
      return answered.ok
        ? prove(reply, answered.value)
        : sendRefusal(reply, answered.refusal, now())
    })

    api.get<WithId>('/sessions/:id', (request, reply) => {
      const read = nemid.read(request.params.id)
      if (!read.ok) return sendRefusal(reply, read.refusal, now())
      return typeof read.value === 'string'
        ? reply.send({ state: read.value })
        : prove(reply, read.value)
    })

    api.delete<WithId>('/sessions/:id', (request, reply) => {
      nemid.abandon(request.params.id)
      return reply.code(204).send()
    })
    done()
  }
}

/** Times are told as spans, so that the two clocks need not agree. */
function promptFor(prompt: Prompt, now: number) {
  const { id, way, expiresAt } = prompt
  const common = { id, way, expires_in: Math.floor((expiresAt - now) / 1000) }
  return prompt.way === 'card'
    ? { ...common, card: prompt.asked.card, number: prompt.asked.number }
    : { ...common, reference: prompt.reference }
}

function sendRefusal(reply: FastifyReply, refusal: BeginRefusal | AnswerRefusal, now: number) {
  const { kind } = refusal
  const retry = kind === 'locked' ? { retry_after: Math.ceil((refusal.until - now) / 1000) } : {}
  return reply.code(statuses[kind]).send({ error: kind, ...retry })
}

/** RFC 7617. */
function isCalledBy(header: string | undefined, client: string, token: string): boolean {
  const given = Buffer.from(header ?? '')
  const right = Buffer.from(`Basic ${Buffer.from(`${client}:${token}`).toString('base64')}`)
  return given.length === right.length && timingSafeEqual(given, right)
}
