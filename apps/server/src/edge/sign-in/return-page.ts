/** The way back from the app on the same device. See protocols §4, step 6. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { browserOf } from '../browser-cookie.ts'
import type { DeadEnd } from './ending.ts'
import { pageLanguage } from './language.ts'
import { renderReturn } from './page/index.tsx'
import type { SignInEdge } from './ports.ts'
import { readerOf, sendPage, showDeadEnd } from './visit.ts'

const ReturnForm = z.object({ token: z.string().max(200) })

export function mountReturn(app: FastifyInstance, edge: SignInEdge): void {
  app.get('/return', (request, reply) => {
    const language = pageLanguage(request, reply)
    sendPage(reply, 200, renderReturn(readerOf(edge, language)))
  })
  app.post('/return', { config: { limit: 'step' } }, async (request, reply) => {
    const { token } = ReturnForm.parse(request.body)
    const ending = token === '' ? 'no-token' : await accept(edge, token, request, reply)
    if (ending) showDeadEnd(edge, request, reply, ending)
    return reply
  })
}

/** Asked without a cookie too: a token that comes from another browser ends its sign-in. */
async function accept(
  edge: SignInEdge,
  token: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<DeadEnd | undefined> {
  const browser = browserOf(request.headers.cookie)
  const accepted = await edge.acceptReturn({ token, browser })
  if (!accepted.ok)
    return accepted.refusal.kind === 'started-elsewhere' ? 'elsewhere' : 'return-late'
  void reply.send({ location: `/sign-in/${accepted.value.id}` })
  return undefined
}
