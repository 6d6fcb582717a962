/** The register's service: one question a call, and an answer only to whoever has the token. */
import { timingSafeEqual } from 'node:crypto'
import { sendProblem, sufferFaults, type Faults } from '@open-mitid/ui/site'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { answerOf } from './answer.ts'
import type { Entry } from './entry.ts'
import type { Register } from './register.ts'

/** Answers that are not true: of somebody else, of two people, or under a number that is none. */
export const lies = ['other-person', 'two-people', 'nonsense'] as const
export type Lie = (typeof lies)[number]

export type ApiOptions = {
  readonly register: Register
  readonly faults: Faults<Lie>
  readonly token: string
  readonly slowMilliseconds: number
  readonly now: () => Date
}

const path = '/CPR/CprPersonFullSimple/1/REST/PersonFullListSimple'

const Question = z.union([
  z.strictObject({ 'pnr.personnummer.eq': z.string().regex(/^\d{10}$/u) }),
  z.strictObject({
    'navn.adresseringsnavn.eq': z.string().min(1).max(200),
    'person.foedselsdato.eq': z.iso.date(),
  }),
])
type Question = z.infer<typeof Question>

export function registerApi(options: ApiOptions) {
  const { register, faults, now } = options
  return (api: FastifyInstance, _: unknown, done: () => void) => {
    sufferFaults(api, faults.current, options.slowMilliseconds)
    api.get(path, (request, reply) => {
      if (!hasToken(request.headers.authorization, options.token)) {
        reply.header('www-authenticate', 'Bearer')
        return sendProblem(reply, 401, 'The register answers those who have its token')
      }
      const question = Question.safeParse(request.query)
      if (!question.success) return sendProblem(reply, 400, 'The question cannot be read')
      const found = answerTo(register, question.data)
      const by = 'pnr.personnummer.eq' in question.data ? 'number' : 'name'
      register.noteLookUp({ at: now(), by, found: found.map(({ cpr }) => cpr) })
      return reply.send(answerOf(distorted(found, faults.current(), register)))
    })
    done()
  }
}

function answerTo(register: Register, question: Question): readonly Entry[] {
  if ('pnr.personnummer.eq' in question) {
    const entry = register.find(question['pnr.personnummer.eq'])
    return entry ? [entry] : []
  }
  const { 'navn.adresseringsnavn.eq': name, 'person.foedselsdato.eq': born } = question
  return register.findByName(name, born)
}

function distorted(found: readonly Entry[], fault: string, register: Register): readonly Entry[] {
  const [entry] = found
  const other = register.everybody().find((one) => one.cpr !== entry?.cpr)
  if (!entry || !other) return found
  if (fault === 'other-person') return [other]
  if (fault === 'two-people') return [entry, other]
  if (fault === 'nonsense') return [{ ...entry, birthDate: '1863-02-30', lastName: '\u0007' }]
  return found
}

/** RFC 6750 §2.1. */
function hasToken(header: string | undefined, token: string): boolean {
  const given = Buffer.from(header ?? '')
  const right = Buffer.from(`Bearer ${token}`)
  return given.length === right.length && timingSafeEqual(given, right)
}
