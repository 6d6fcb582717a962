/**
 * The owner's way on (protocols §4, "Throttling without lock-out"): the page asks for a link and
 * takes the code that came with it, and the link opens a page of its own.
 */
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { browserOf } from '../browser-cookie.ts'
import { browserInWords } from '../browser-words.ts'
import { goOn } from './going-on.ts'
import { browserLanguage, pageLanguage } from './language.ts'
import { renderOwnerPage, type OwnerPageState } from './page/index.tsx'
import type { SignInEdge } from './ports.ts'
import { readerOf, sendPage, showSignIn, visiting } from './visit.ts'

/** Where a link leads, with its secret as the fragment. */
export const ownerLinkPath = '/link'

const Token = z.object({ token: z.string().max(100) })
const CodeForm = z.object({ code: z.string().max(64).default('') })
const step = { config: { limit: 'step' } } as const

export function mountOwnerWay(app: FastifyInstance, edge: SignInEdge): void {
  app.post(
    '/sign-in/:id/link',
    { config: { limit: 'owner-link' } },
    visiting(edge, async (visit) => {
      const asked = await edge.askOwnerLink(visit.own)
      if (asked.ok) return showSignIn(visit, { way: 'device', owner: {} })
      return asked.refusal.kind === 'busy'
        ? showSignIn(visit, { way: 'device', owner: { fault: 'busy' } })
        : goOn(visit)
    }),
  )
  app.post(
    '/sign-in/:id/link/code',
    step,
    visiting(edge, async (visit) => {
      const { request } = visit
      const { code } = CodeForm.parse(request.body ?? {})
      if (code.trim() === '') return showSignIn(visit, { way: 'device', owner: { fault: 'empty' } })
      const name = browserInWords(request.headers['user-agent'], browserLanguage(request)) ?? ''
      const used = await edge.useOwnerCode({ ...visit.own, code, name })
      return showSignIn(visit, {
        way: 'device',
        ...(used.ok ? { letOn: true } : { owner: { fault: 'wrong' } }),
      })
    }),
  )
  mountPage(app, edge)
}

function mountPage(app: FastifyInstance, edge: SignInEdge): void {
  app.get(ownerLinkPath, (request, reply) => {
    const language = pageLanguage(request, reply)
    sendPage(reply, 200, renderOwnerPage(readerOf(edge, language), 'asking'))
  })
  app.post(ownerLinkPath, step, async (request, reply) => {
    const { token } = Token.parse(request.body)
    const language = pageLanguage(request, reply)
    const name = browserInWords(request.headers['user-agent'], language) ?? ''
    const browser = browserOf(request.headers.cookie)
    const used = await edge.useOwnerLink({ token, browser, name })
    const state = used.ok ? 'let-on' : states[used.refusal.kind]
    sendPage(reply, statuses[state], renderOwnerPage(readerOf(edge, language), state))
    return reply
  })
}

const states = {
  'link-unknown': 'unknown',
  'asked-elsewhere': 'elsewhere',
} as const satisfies Readonly<Record<string, OwnerPageState>>

const statuses: Readonly<Record<OwnerPageState, number>> = {
  asking: 200,
  'let-on': 200,
  elsewhere: 403,
  unknown: 404,
}
