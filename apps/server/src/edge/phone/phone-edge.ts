/**
 * The app's origin: the calls of the app, each proved by its own header, and the app itself. No
 * cookie is ever set or read here.
 */
import type { AnswerCall } from '@open-mitid/identity/authenticator'
import { appProofHeader, readAppProof, type PhonePath } from '@open-mitid/protocol'
import type { FastifyError, FastifyInstance, FastifyPluginAsync } from 'fastify'
import { logFault } from '../log-fault.ts'
import { comesFromApp, kindOf } from './app-caller.ts'
import { serveOpenApi } from '../openapi.ts'
import { allowConnections } from '../security-headers.ts'
import { serveApp, type AppFiles } from './app-files.ts'
import { serveAppLinks, type AndroidApp } from './app-links.ts'
import { serveSettings, type AppSettings } from './app-settings.ts'
import { passportApi, type PassportUseCases } from './passport-api.ts'
import { phoneApi } from './phone-openapi.ts'
import { sendProblem } from './phone-problem.ts'
import { phoneRequests } from './phone-requests.ts'
import { takeTurns, type Turn } from './turns.ts'

/** One use case a call. */
export type PhoneUseCases = { readonly [Path in PhonePath]: AnswerCall<Path> }

type ServedApp = {
  readonly files: AppFiles
  readonly settings: AppSettings
  readonly androidApps: readonly AndroidApp[]
}

export type PhoneEdgeConfig = {
  /** The app's origin, which every proof names. */
  readonly origin: string
  /** Undefined where this edge takes no passports. */
  readonly passport?: PassportUseCases | undefined
  /** The built app, and what it must know; undefined serves the calls alone. */
  readonly app?: ServedApp | undefined
}

export function phoneEdge(
  useCases: PhoneUseCases,
  { origin, passport, app }: PhoneEdgeConfig,
): FastifyPluginAsync {
  return async (edge) => {
    const { chipOrigin, readerOrigin } = app?.settings ?? {}
    allowConnections(edge, 'phone', [chipOrigin, readerOrigin])
    await edge.register(apiOf(useCases, origin), { prefix: '/api' })
    if (passport) await edge.register(passportApi(passport, origin), { prefix: '/api/passport' })
    serveOpenApi(edge, phoneApi(origin))
    if (!app) return
    serveApp(edge, app.files)
    serveSettings(edge, app.settings, app.files)
    serveAppLinks(edge, app.androidApps)
  }
}

function apiOf(useCases: PhoneUseCases, origin: string): FastifyPluginAsync {
  return async (api) => {
    keepExactBody(api)
    api.addHook('onRequest', async (request, reply) => {
      if (!comesFromApp(request, origin)) await sendProblem(reply, { kind: 'origin' })
    })
    const turn = takeTurns()
    for (const path of Object.keys(phoneRequests) as PhonePath[])
      addCall<PhonePath>(api, path, useCases[path], { origin, turn })
    api.setErrorHandler<FastifyError>((error, request, reply) => {
      const kind = kindOf(error)
      if (kind === 'fault') logFault(request, error, 'a call failed')
      return sendProblem(reply, { kind: kind === 'busy' ? 'fault' : kind })
    })
    api.setNotFoundHandler((request, reply) => {
      const known = Object.hasOwn(phoneRequests, request.url.split('?')[0] ?? '')
      if (known) void reply.header('allow', 'POST')
      return sendProblem(reply, { kind: known ? 'method' : 'not-found' })
    })
    return Promise.resolve()
  }
}

function addCall<Path extends PhonePath>(
  api: FastifyInstance,
  path: Path,
  answer: PhoneUseCases[Path],
  { origin, turn }: { readonly origin: string; readonly turn: Turn },
): void {
  const schema = phoneRequests[path]
  // A program, the app without a screen, has no origin: the proof is what shows who calls.
  const options = { config: { caller: 'server' } } as const
  api.post(path.slice('/api'.length), options, async (request, reply) => {
    const proof = readAppProof(request.headers[appProofHeader.toLowerCase()])
    if (!proof.ok) return sendProblem(reply, { kind: 'proof' })
    const body = request.body
    if (!(body instanceof Uint8Array)) return sendProblem(reply, { kind: 'malformed' })
    const parsed = schema.safeParse(parseJson(body))
    if (!parsed.success) return sendProblem(reply, { kind: 'malformed' })
    const bytes = Uint8Array.from(body)
    const call = { proof: proof.value, htu: origin + path, body: bytes, request: parsed.data }
    await turn()
    const answered = await answer(call)
    return answered.ok ? reply.send(answered.value) : sendProblem(reply, answered.refusal)
  })
}

/** The proof covers the bytes as they were sent, so they are kept until it is checked. */
function keepExactBody(api: FastifyInstance): void {
  api.removeAllContentTypeParsers()
  api.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body)
  })
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return undefined
  }
}
