/** Activates a code device on the citizens' website. See product §A and protocols §4. */
import { randomBytes } from 'node:crypto'
import formbody from '@fastify/formbody'
import type {
  ActivateDevice,
  ActivatedDevice,
  ActivateDeviceRefusal,
  AttemptEnded,
  BeginPassword,
  BeginPasswordRefusal,
  DeviceAttemptId,
  DeviceAttemptView,
  OpenDeviceLetter,
  OpenDeviceLetterRefusal,
  OwnAttempt,
  ProveForDevice,
  RegisterPassword,
  RegisterPasswordRefusal,
} from '@open-mitid/identity/authenticator'
import type { UseCase } from '@open-mitid/kernel'
import { sha256 } from '@open-mitid/protocol'
import {
  formatTime,
  formatWait,
  languages,
  pickLanguage,
  type Language,
} from '@open-mitid/ui/wording'
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Network } from '../../network.ts'
import { addressOf, readPageFiles } from '../../page-files.ts'
import type { Site } from '../site.ts'
import { attemptCookie, attemptOf, dropAttempt } from './attempt-cookie.ts'
import { activateAliases, activatePath, otherActivatePaths } from './device-path.ts'
import { letterPage, passwordPage } from './device-pages.tsx'
import { activateWords } from './device-words.ts'

export type DeviceUseCases = {
  readonly openLetter: UseCase<OpenDeviceLetter, DeviceAttemptId, OpenDeviceLetterRefusal>
  readonly findAttempt: UseCase<OwnAttempt, DeviceAttemptView, AttemptEnded>
  readonly beginPassword: UseCase<BeginPassword, { readonly ke2: string }, BeginPasswordRefusal>
  readonly provePassword: UseCase<
    ProveForDevice,
    undefined,
    AttemptEnded | { readonly kind: 'password-wrong' }
  >
  readonly register: UseCase<
    RegisterPassword,
    { readonly response: string },
    RegisterPasswordRefusal
  >
  readonly activate: UseCase<ActivateDevice, ActivatedDevice, ActivateDeviceRefusal>
}

type DeviceEdge = DeviceUseCases & {
  readonly site: Omit<Site, 'stylesheets' | 'fonts' | 'icon' | 'script'>
  readonly clientFolder: string
}

const Letter = z.object({
  serial: z.string().max(64).default(''),
  code: z.string().max(64).default(''),
})
const message = z
  .string()
  .max(2000)
  .regex(/^[\w-]+$/u)
const Begin = z.strictObject({ ke1: message })
const Prove = z.strictObject({ ke3: message })
const Register = z.strictObject({ request: message })
const Finish = z.strictObject({
  code: z.string().regex(/^\d{6,8}$/u),
  record: message.optional(),
})
const step = { config: { limit: 'step' } } as const

export function deviceEdge({ site: known, clientFolder, ...edge }: DeviceEdge): FastifyPluginAsync {
  const files = readPageFiles(clientFolder)
  const { stylesheets, fonts, icon } = files
  const script = addressOf('device.js', files.files)
  const site: Site = { ...known, stylesheets, fonts, icon, script }
  return async (app) => {
    await app.register(formbody)
    for (const alias of activateAliases)
      app.get(alias, (request, reply) => {
        void reply.header('vary', 'accept-language')
        return reply.redirect(activatePath(pickLanguage(request.headers['accept-language'])), 302)
      })
    for (const language of languages)
      app.get(otherActivatePaths[language], (_request, reply) =>
        reply.redirect(activatePath(language), 308),
      )
    for (const language of languages) mountPages(app, edge, { site, language }, script)
  }
}

type PageReader = { readonly site: Site; readonly language: Language }

function mountPages(
  app: FastifyInstance,
  edge: DeviceUseCases,
  reader: PageReader,
  script: string,
): void {
  const { language } = reader
  const path = activatePath(language)
  const words = activateWords[language]
  app.get(path, (_request, reply) => send(reply, 200, letterPage(reader)))
  app.post(path, step, async (request, reply) => {
    const { serial, code } = Letter.parse(request.body ?? {})
    if (serial.trim() === '' || code.trim() === '')
      return send(reply, 422, letterPage(reader, 'empty', serial))
    const secret = Uint8Array.from(randomBytes(32))
    const opened = await edge.openLetter({ serial, code, browser: sha256(secret) })
    if (!opened.ok)
      return send(
        reply,
        422,
        letterPage(reader, opened.refusal.kind === 'busy' ? 'busy' : 'wrong', serial),
      )
    void reply.header('set-cookie', attemptCookie(opened.value, secret))
    return reply.redirect(activatePath(language, 'password'), 303)
  })
  app.get(activatePath(language, 'password'), async (request, reply) => {
    const own = attemptOf(request.headers.cookie)
    const found = own && (await edge.findAttempt(own))
    if (!found?.ok) return send(reply, 404, letterPage(reader, 'ended'))
    const anew = (request.query as { new?: unknown }).new !== undefined
    return send(reply, 200, passwordPage(reader, { attempt: found.value, anew, script }))
  })
  const call = <Body>(
    name: string,
    schema: z.ZodType<Body>,
    answer: (own: OwnAttempt, body: Body, request: FastifyRequest) => Promise<object>,
  ): void => {
    app.post(`${path}/${name}`, step, async (request, reply) => {
      const own = attemptOf(request.headers.cookie)
      if (!own) return reply.code(409).send({ say: words.ended })
      const answered = await answer(own, schema.parse(request.body), request)
      if ('done' in answered) void reply.header('set-cookie', dropAttempt)
      return reply.code('say' in answered ? 409 : 200).send(answered)
    })
  }
  call('begin', Begin, async (own, { ke1 }, { ip }) => {
    const begun = await edge.beginPassword({ ...own, network: Network.of(ip), ke1 })
    return begun.ok ? begun.value : sayTry(language, begun.refusal)
  })
  call('prove', Prove, async (own, { ke3 }) => {
    const proved = await edge.provePassword({ ...own, ke3 })
    if (proved.ok) return {}
    return { say: proved.refusal.kind === 'attempt-ended' ? words.ended : words.known.wrong }
  })
  call('register', Register, async (own, { request }, { ip }) => {
    const answered = await edge.register({ ...own, network: Network.of(ip), request })
    return answered.ok ? answered.value : sayTry(language, answered.refusal)
  })
  call('finish', Finish, async (own, { code, record }) => {
    const activated = await edge.activate({ ...own, code, record })
    if (!activated.ok) return { say: sayCode(language, activated.refusal) }
    const { pass } = activated.value
    return { done: `${reader.site.issuer}/browser?lang=${language}#${pass}` }
  })
}

function sayTry(language: Language, refusal: BeginPasswordRefusal | RegisterPasswordRefusal) {
  const words = activateWords[language]
  switch (refusal.kind) {
    case 'password-wait':
      return { say: words.wait(formatWait(refusal.seconds, language)) }
    case 'password-not-now':
      return { say: words.ended }
    case 'malformed':
    case 'busy':
      return { say: words.busy }
  }
}

function sayCode(language: Language, refusal: ActivateDeviceRefusal): string {
  const words = activateWords[language]
  switch (refusal.kind) {
    case 'code-wrong':
      return words.first.wrong(refusal.left)
    case 'code-wait':
      return words.first.wait(formatTime(new Date(refusal.until * 1000), language))
    case 'attempt-ended':
      return words.ended
    case 'password-needed':
    case 'malformed':
    case 'busy':
      return words.busy
  }
}

function send(reply: FastifyReply, status: number, html: string): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(html)
}
