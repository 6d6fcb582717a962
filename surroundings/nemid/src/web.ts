/** NemID on HTTP: its service for programs, and the card and the code app to use by hand. */
import {
  sendPage,
  serveFaults,
  site,
  siteLanguage,
  wantsPage,
  type Asset,
} from '@open-mitid/ui/site'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { nemidApi, type ApiOptions } from './api.ts'
import type { Holder } from './holder.ts'
import { appListPage, appPage } from './page/app-page.tsx'
import { cardPage } from './page/card-page.tsx'
import { faultsPage } from './page/faults-page.tsx'
import { holderPage } from './page/holder-page.tsx'
import { holdersPage } from './page/holders-page.tsx'
import { problemPage } from './page/problem-page.tsx'

export type WebOptions = ApiOptions & {
  readonly origin: () => string
  readonly assets: ReadonlyMap<string, Asset>
}

type OfHolder = { Params: { key: string } }
type OfCard = { Params: { key: string; number: string } }

const languageCookie = 'nemid_language'

export function nemidWeb(options: WebOptions): FastifyInstance {
  const { nemid, faults, origin } = options
  const settings = (request: FastifyRequest) => ({
    language: siteLanguage(request, languageCookie),
    url: new URL(request.url.startsWith('/') ? origin() + request.url : origin()),
    fault: faults.current(),
  })
  const web = site({
    origin,
    assets: options.assets,
    languageCookie,
    problemPage: (problem, request) => problemPage(problem, settings(request)),
  })
  web.register(nemidApi(options))

  /** Answers for the holder whom the address names, or that there is none. */
  const ofHolder =
    <Route extends OfHolder>(
      answer: (holder: Holder, request: FastifyRequest<Route>, reply: FastifyReply) => unknown,
    ) =>
    (request: FastifyRequest<Route>, reply: FastifyReply) => {
      const holder = nemid.find((request.params as OfHolder['Params']).key)
      if (holder) return answer(holder, request, reply)
      reply.callNotFound()
      return reply
    }

  web.get('/', (request, reply) =>
    sendPage(reply, holdersPage({ ...settings(request), holders: nemid.holders })),
  )

  web.get<OfHolder>(
    '/holder/:key',
    ofHolder((holder, request, reply) => {
      const holding = nemid.holdingOf(holder)
      const stands = nemid.standingOf(holder)
      if (!wantsPage(request)) return reply.send(forPrograms(holder, holding.cards))
      return sendPage(reply, holderPage({ ...settings(request), holder, holding, stands }))
    }),
  )

  web.post<OfHolder>(
    '/holder/:key/reopen',
    ofHolder((holder, _request, reply) => {
      nemid.reopen(holder)
      return reply.redirect(`/holder/${holder.key}`, 303)
    }),
  )

  web.post<OfHolder>(
    '/holder/:key/card',
    ofHolder((holder, _request, reply) => {
      if (holder.ways.includes('card')) nemid.renewCard(holder)
      return reply.redirect(`/holder/${holder.key}`, 303)
    }),
  )

  web.get<OfCard>(
    '/holder/:key/card/:number',
    ofHolder<OfCard>((holder, request, reply) => {
      const { cards } = nemid.holdingOf(holder)
      const card = cards.find(({ number }) => number === request.params.number)
      if (card) return sendPage(reply, cardPage({ ...settings(request), holder, card }))
      reply.callNotFound()
      return reply
    }),
  )

  web.get('/app', (request, reply) =>
    sendPage(reply, appListPage({ ...settings(request), holders: nemid.holders })),
  )

  web.get<OfHolder>(
    '/app/:key',
    ofHolder((holder, request, reply) => {
      const prompt = nemid.appPromptOf(holder)
      if (!wantsPage(request))
        return reply.send({
          prompt: prompt ? { id: prompt.id, reference: prompt.reference } : null,
        })
      const done = settings(request).url.searchParams.get('done')
      return sendPage(reply, appPage({ ...settings(request), holder, prompt, done }))
    }),
  )

  web.post<OfHolder>(
    '/app/:key',
    ofHolder((holder, request, reply) => {
      const { prompt, decision } = (request.body ?? {}) as { prompt?: unknown; decision?: unknown }
      const state = decision === 'approve' ? 'approved' : 'refused'
      const done = nemid.decide(holder, String(prompt), state) ? state : 'over'
      return wantsPage(request)
        ? reply.redirect(`/app/${holder.key}?done=${done}`, 303)
        : reply.send({ state: done })
    }),
  )

  serveFaults(web, faults, (request, saved) => faultsPage({ ...settings(request), saved }))
  return web
}

/** For a script that plays the holder. */
function forPrograms(holder: Holder, cards: readonly object[]) {
  const { name, cpr, userId, password, ways } = holder
  return { name, cpr, user_id: userId, password, ways, cards }
}
