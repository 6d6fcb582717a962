/** Where an activation on the citizens' website leads: this browser becomes known to its person. */
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { rememberBrowser } from '../browser-cookie.ts'
import { browserInWords } from '../browser-words.ts'
import { pageLanguage } from './language.ts'
import { renderKnown } from './page/index.tsx'
import type { SignInEdge } from './ports.ts'
import { readerOf, sendPage } from './visit.ts'

const Pass = z.object({ token: z.string().max(100) })

export function mountKnown(app: FastifyInstance, edge: SignInEdge): void {
  const help = (language: string) => `${edge.citizenOrigin}/${language}/help`
  app.get('/browser', (request, reply) => {
    const language = pageLanguage(request, reply)
    sendPage(reply, 200, renderKnown(readerOf(edge, language), 'asking', help(language)))
  })
  app.post('/browser', { config: { limit: 'step' } }, async (request, reply) => {
    const { token } = Pass.parse(request.body)
    const language = pageLanguage(request, reply)
    const browser = rememberBrowser(request.headers.cookie)
    const name = browserInWords(request.headers['user-agent'], language) ?? ''
    const known = await edge.knowBrowser({ token, browser: browser.hash, name })
    if (known.ok) void reply.header('set-cookie', browser.setCookie)
    const state = known.ok ? 'known' : 'unknown'
    sendPage(
      reply,
      known.ok ? 200 : 404,
      renderKnown(readerOf(edge, language), state, help(language)),
    )
    return reply
  })
}
