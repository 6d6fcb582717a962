/**
 * The reader on loopback, for the pages of one app alone. What asks is a browser: a page of another
 * site, or one whose name was turned to this computer (DNS rebinding), is refused before anything
 * is looked at. What does not come from a browser lacks the code that a person reads off the screen.
 */
import { base64url, type Random } from '@open-mitid/kernel'
import { readerStatus, TypedCode, type ReaderRefusal } from '@open-mitid/protocol'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Pairing } from './pairing.ts'
import { isPassportCommand, longestCommand } from './passport-command.ts'
import { connectPassport, type Card, type Readers } from './readers.ts'

export type ReaderWeb = {
  /** As the app names it in every request: `127.0.0.1:3012`. */
  readonly host: string
  /** Whose pages may ask. */
  readonly appOrigin: string
  readonly pairing: Pairing
  readonly readers: Readers
  /** A part of the name of the one reader that is used, where there are several. */
  readonly only: string | undefined
  readonly random: Random
}

const Pair = z.strictObject({ code: z.string().max(64).transform(parseCode) })
const Nothing = z.strictObject({})

type RunningWeb = {
  readonly web: FastifyInstance
  /** The card is let go at once. */
  readonly letGo: () => void
}

export function readerWeb(given: ReaderWeb): RunningWeb {
  const { host, appOrigin, pairing, readers, only, random } = given
  const web = fastify({ bodyLimit: longestCommand, forceCloseConnections: true })
  let open: { readonly id: string; readonly card: Card } | undefined
  const letGo = () => {
    open?.card.close()
    open = undefined
  }

  web.removeAllContentTypeParsers()
  web.addContentTypeParser('application/json', { parseAs: 'string' }, parseJson)
  web.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_, body, done) =>
    done(null, body),
  )
  web.addHook('onRequest', async (request, reply) => {
    reply.headers(closedHeaders)
    if (request.headers.host !== host) return refuse(reply, 'host')
    if (request.headers.origin !== appOrigin) return refuse(reply, 'origin')
    reply.headers({ 'access-control-allow-origin': appOrigin, vary: 'Origin' })
  })
  web.setErrorHandler((error: { readonly statusCode?: number }, _request, reply) =>
    refuse(reply, (error.statusCode ?? 500) < 500 ? 'malformed' : 'fault'),
  )
  web.setNotFoundHandler((_request, reply) => refuse(reply, 'not-found'))
  web.addHook('onClose', letGo)

  web.options('/*', (request, reply) => {
    reply.headers({
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'authorization, content-type',
      'access-control-max-age': '600',
    })
    if (request.headers['access-control-request-private-network'] === 'true')
      reply.header('access-control-allow-private-network', 'true')
    return reply.code(204).send()
  })

  web.post('/pair', (request, reply) => {
    const asked = Pair.safeParse(request.body)
    if (!asked.success) return refuse(reply, 'malformed')
    const paired = pairing.pair(asked.data.code)
    if (!paired.ok) return refuse(reply, paired.refusal.kind)
    letGo()
    return reply.send(paired.value)
  })

  web.register((paired, _, done) => {
    paired.addHook('onRequest', async (request, reply) => {
      if (!pairing.isHeldBy(tokenOf(request))) return refuse(reply, 'not-paired')
    })

    paired.post('/connections', async (request, reply) => {
      if (!Nothing.safeParse(request.body).success) return refuse(reply, 'malformed')
      letGo()
      const connected = await connectPassport(readers, only)
      if (!connected.ok) return refuse(reply, connected.refusal.kind)
      const { card, extendedLength } = connected.value
      letGo()
      open = { id: base64url(random(16)), card }
      return reply.code(201).send({ connection: open.id, extended_length: extendedLength })
    })

    paired.post<{ Params: { id: string } }>('/connections/:id', async (request, reply) => {
      const { body } = request
      if (!(body instanceof Uint8Array)) return refuse(reply, 'malformed')
      if (open?.id !== request.params.id) return refuse(reply, 'gone')
      if (!isPassportCommand(body)) return refuse(reply, 'command-refused')
      try {
        const answer = await open.card.transmit(Uint8Array.from(body))
        return await reply.type('application/octet-stream').send(Buffer.from(answer))
      } catch {
        letGo()
        return refuse(reply, 'gone')
      }
    })

    paired.post('/end', (request, reply) => {
      if (!Nothing.safeParse(request.body).success) return refuse(reply, 'malformed')
      letGo()
      pairing.end()
      return reply.send({ ended: true })
    })
    done()
  })
  return { web, letGo }
}

const closedHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

function refuse(reply: FastifyReply, kind: ReaderRefusal['kind']) {
  return reply.code(readerStatus[kind]).send({ kind } satisfies ReaderRefusal)
}

function tokenOf({ headers }: FastifyRequest): string {
  return /^Bearer ([\w-]{43})$/u.exec(headers.authorization ?? '')?.[1] ?? ''
}

function parseCode(typed: string, context: z.RefinementCtx): TypedCode {
  const code = TypedCode.parse(typed)
  if (code !== undefined) return code
  context.addIssue({ code: 'custom', message: 'no code' })
  return z.NEVER
}

function parseJson(
  _request: FastifyRequest,
  body: string | Buffer,
  done: (error: Error | null, value?: unknown) => void,
): void {
  try {
    done(null, JSON.parse(body.toString()))
  } catch (error) {
    done(Object.assign(error as Error, { statusCode: 400 }))
  }
}
