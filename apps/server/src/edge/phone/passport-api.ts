/** The calls that prove an identity by passport, before there is a profile (protocol: passport-api). */
import type { DataGroupNumber } from '@open-mitid/icao9303'
import type {
  askGestures,
  beginPassportProof,
  inspectPassport,
  findStanding,
  matchFace,
  orderChipProof,
} from '@open-mitid/identity/enrolment'
import { base64url, refuse, type Bytes, type Result } from '@open-mitid/kernel'
import {
  passportStatus,
  type ChipCommand,
  type PassportCallRefusal,
  type PassportCalls,
  type PassportFiles,
  type PassportPath,
} from '@open-mitid/protocol'
import type { FastifyError, FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify'
import { comesFromApp, kindOf } from './app-caller.ts'
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
} & PassportEnrolmentUseCases &
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
      if (kind === 'fault') request.log.error({ err: error }, 'a passport could not be looked at')
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

function addCall<Path extends PassportPath>(
  api: FastifyInstance,
  path: Path,
  answer: Answers[Path],
): void {
  const schema = passportRequests[path]
  const config = { caller: 'server', limit: 'passport' } as const
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
    async '/api/passport/begin'(request) {
      const begun = await begin(request)
      if (!begun.ok) return begun
      const { token: proof, challenge, expiresAt: expires_at } = begun.value
      return { ok: true, value: { proof, challenge: base64url(challenge), expires_at } }
    },
    async '/api/passport/chip'({ proof: token, dg14 }) {
      const ordered = await order({ token, dg14: bytesOf(dg14) })
      if (!ordered.ok) return ordered
      if (!ordered.value) return { ok: true, value: {} }
      const { commands, proof } = ordered.value
      const told = { commands: commands.map(commandText), apdu: base64url(proof) }
      return { ok: true, value: { order: told } }
    },
    async '/api/passport/inspect'({ proof: token, files, signature, chip_answer: chipAnswer }) {
      const inspected = await inspect({
        token,
        sod: bytesOf(files.sod),
        dataGroups: dataGroupsOf(files),
        cardAccess: optional(files.card_access),
        signature: optional(signature),
        chipAnswer: optional(chipAnswer),
      })
      if (!inspected.ok) return inspected
      const { ial } = inspected.value
      // The rules of a passport reach no higher.
      return { ok: true, value: { level: ial === 'High' ? 'Substantial' : ial } }
    },
    '/api/passport/gestures': ({ proof: token, set }) => ask({ token, set }),
    async '/api/passport/face'({ proof: token, dg2, pictures }) {
      const matched = await match({ token, dg2: bytesOf(dg2), pictures: pictures.map(bytesOf) })
      if (matched.ok) return { ok: true, value: { name: matched.value.identity.name } }
      const { refusal } = matched
      if (refusal.kind !== 'face') return refuse(refusal)
      const { triesLeft: tries_left, ...face } = refusal
      return refuse({ ...face, tries_left })
    },
  }
}

type Command = { readonly data?: Uint8Array } & Omit<ChipCommand, 'data'>

function commandText({ data, ...command }: Command): ChipCommand {
  return data ? { ...command, data: base64url(data) } : command
}

const names = { 1: 'dg1', 2: 'dg2', 11: 'dg11', 12: 'dg12', 14: 'dg14', 15: 'dg15' } as const

function dataGroupsOf(files: PassportFiles): ReadonlyMap<DataGroupNumber, Bytes> {
  const groups = Object.entries(names).flatMap(([number, name]) => {
    const text = files[name]
    return text === undefined ? [] : [[Number(number) as DataGroupNumber, bytesOf(text)] as const]
  })
  return new Map(groups)
}

function bytesOf(text: string): Bytes {
  return Uint8Array.from(Buffer.from(text, 'base64url'))
}

function optional(text: string | undefined): Bytes | undefined {
  return text === undefined ? undefined : bytesOf(text)
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
