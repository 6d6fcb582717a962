/** The calls that prove an identity by passport, before there is a profile (protocol: passport-api). */
import type {
  askGestures,
  beginPassportProof,
  inspectPassport,
  findStanding,
  matchFace,
  orderChipProof,
} from '@open-mitid/identity/enrolment'
import { base64url, refuse, type Result } from '@open-mitid/kernel'
import {
  passportStatus,
  type PassportCallRefusal,
  type PassportCalls,
  type PassportPath,
} from '@open-mitid/protocol'
import type { FastifyError, FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify'
import { logFault } from '../log-fault.ts'
import { comesFromApp, kindOf } from './app-caller.ts'
import { helpedPassportAnswers, type HelpedPassportUseCases } from './helped-passport.ts'
import { bytesOf, chipOrder, levelOf, readingOf } from './passport-bytes.ts'
import { passportEnrolmentAnswers, type PassportEnrolmentUseCases } from './passport-enrolment.ts'
import { passportRegainingAnswers, type PassportRegainingUseCases } from './passport-regaining.ts'
import { passportStandingAnswer } from './passport-standing.ts'
import { passportBodyLimits, passportRequests } from './passport-requests.ts'

export type PassportUseCases = {
  readonly begin: ReturnType<typeof beginPassportProof>
  readonly order: ReturnType<typeof orderChipProof>
  readonly inspect: ReturnType<typeof inspectPassport>
  readonly askGestures: ReturnType<typeof askGestures>
  readonly matchFace: ReturnType<typeof matchFace>
  readonly findStanding: ReturnType<typeof findStanding>
} & HelpedPassportUseCases &
  PassportEnrolmentUseCases &
  PassportRegainingUseCases

type Answer<Path extends PassportPath> = Promise<
  Result<PassportCalls[Path]['answer'], PassportCallRefusal>
>
type Answers = {
  readonly [Path in PassportPath]: (request: PassportCalls[Path]['request']) => Answer<Path>
}

/** To be mounted under `/api/passport`, apart from the calls of a profile. */
export function passportApi(useCases: PassportUseCases, origin: string): FastifyPluginAsync {
  const answers = answersOf(useCases)
  return async (api) => {
    api.addHook('onRequest', async (request, reply) => {
      if (!comesFromApp(request, origin)) await sendProblem(reply, { kind: 'origin' })
    })
    for (const path of Object.keys(passportRequests) as PassportPath[])
      addCall<PassportPath>(api, path, answers[path])
    api.setErrorHandler<FastifyError>((error, request, reply) => {
      const kind = kindOf(error)
      if (kind === 'fault') logFault(request, error, 'a passport could not be looked at')
      return sendProblem(reply, { kind })
    })
    api.setNotFoundHandler((request, reply) => {
      const known = Object.hasOwn(passportRequests, request.url.split('?')[0] ?? '')
      if (known) void reply.header('allow', 'POST')
      return sendProblem(reply, { kind: known ? 'method' : 'not-found' })
    })
    return Promise.resolve()
  }
}

/** Asked every few seconds while a helper's phone reads: no passport is looked at for it. */
const asksNobody: ReadonlySet<PassportPath> = new Set(['/api/passport/help/standing'])

function addCall<Path extends PassportPath>(
  api: FastifyInstance,
  path: Path,
  answer: Answers[Path],
): void {
  const schema = passportRequests[path]
  const config = { caller: 'server', limit: asksNobody.has(path) ? 'step' : 'passport' } as const
  const options = { config, bodyLimit: passportBodyLimits[path] }
  api.post(path.slice('/api/passport'.length), options, async (request, reply) => {
    const parsed = schema.safeParse(request.body)
    if (!parsed.success) return sendProblem(reply, { kind: 'malformed' })
    const answered = await answer(parsed.data)
    return answered.ok ? reply.send(answered.value) : sendProblem(reply, answered.refusal)
  })
}

function answersOf(useCases: PassportUseCases): Answers {
  const { begin, order, inspect, askGestures: ask, matchFace: match } = useCases
  return {
    ...passportEnrolmentAnswers(useCases),
    ...passportRegainingAnswers(useCases),
    '/api/passport/standing': passportStandingAnswer(useCases),
    ...helpedPassportAnswers(useCases),
    async '/api/passport/begin'(request) {
      const begun = await begin(request)
      if (!begun.ok) return begun
      const { token: proof, challenge, expiresAt: expires_at } = begun.value
      return { ok: true, value: { proof, challenge: base64url(challenge), expires_at } }
    },
    async '/api/passport/chip'({ proof: token, dg14 }) {
      const ordered = await order({ token, dg14: bytesOf(dg14) })
      return ordered.ok ? { ok: true, value: chipOrder(ordered.value) } : ordered
    },
    async '/api/passport/inspect'({ proof: token, ...read }) {
      const inspected = await inspect({ token, ...readingOf(read) })
      if (!inspected.ok) return inspected
      return { ok: true, value: { level: levelOf(inspected.value.ial) } }
    },
    '/api/passport/gestures': ({ proof: token, set }) => ask({ token, set }),
    async '/api/passport/face'({ proof: token, pictures: texts, ...photo }) {
      const pictures = texts.map(bytesOf)
      const matched =
        'dg2' in photo
          ? await match({ token, dg2: bytesOf(photo.dg2), pictures })
          : await useCases.matchHelpedFace({ token, key: bytesOf(photo.photo_key), pictures })
      if (matched.ok) return { ok: true, value: { name: matched.value.identity.name } }
      const { refusal } = matched
      if (refusal.kind !== 'face') return refuse(refusal)
      const { triesLeft: tries_left, ...face } = refusal
      return refuse({ ...face, tries_left })
    },
  }
}

/** For whoever reads the traffic; the app has its own words, in the person's language. */
const titles: Readonly<Record<PassportCallRefusal['kind'], string>> = {
  passport: 'The passport does not prove an identity',
  face: 'The pictures do not show the holder of the passport as was asked',
  malformed: 'The call is not well-formed',
  'too-large': 'The call is too large',
  'not-found': 'There is nothing there',
  method: 'Calls are made by POST',
  origin: 'The call comes from another page',
  'proof-unknown': 'There is no such proof, or it has ended',
  'proof-moved-on': 'The passport has been looked at',
  'help-unknown': 'There is no such reading to take',
  'other-photo': 'The photo is not the one that was inspected',
  'turned-away': 'The person does not get a MitID this way',
  contact: 'There is no such number or address',
  'too-many-codes': 'No more codes are sent',
  'code-wrong': 'The code is wrong',
  'code-over': 'No code is waited for',
  'user-id': 'The user ID breaks a rule',
  'user-id-taken': 'The user ID is taken',
  'user-id-wait': 'Too many user IDs were asked about',
  'terms-changed': 'The texts have changed',
  'no-address': 'Nothing can be sent there',
  'step-missing': 'Something is to be answered first',
  'too-many-apps': 'The person has as many apps as there can be',
  'no-contact': 'No contact of the person may receive the second code',
  busy: 'Too many passports are being looked at',
  unavailable: 'A register does not answer',
  fault: 'Something failed on our side',
}

function sendProblem(reply: FastifyReply, refusal: PassportCallRefusal): FastifyReply {
  const { kind } = refusal
  const status = passportStatus[kind]
  const about = { type: 'about:blank', title: titles[kind], status, ...refusal }
  return reply.code(status).type('application/problem+json').send(about)
}
