/** The register on HTTP: its service for programs, and pages to look at it and change it by hand. */
import {
  sendPage,
  sendProblem,
  serveFaults,
  site,
  siteLanguage,
  wantsPage,
  type Asset,
} from '@open-mitid/ui/site'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { registerApi, type ApiOptions } from './api.ts'
import { personId } from './entry.ts'
import { faultsPage } from './page/faults-page.tsx'
import { listPage } from './page/list-page.tsx'
import { personPage } from './page/person-page.tsx'
import { problemPage } from './page/problem-page.tsx'
import { changedBy } from './person-form.ts'

export type WebOptions = ApiOptions & {
  readonly origin: () => string
  readonly assets: ReadonlyMap<string, Asset>
}

type WithId = { Params: { id: string } }

const languageCookie = 'cpr_language'

export function registerWeb(options: WebOptions): FastifyInstance {
  const { register, faults, origin } = options
  const settings = (request: FastifyRequest) => ({
    language: siteLanguage(request, languageCookie),
    url: new URL(request.url.startsWith('/') ? origin() + request.url : origin()),
    fault: faults.current(),
  })
  const isDone = (request: FastifyRequest) => settings(request).url.searchParams.has('done')
  const entryOf = ({ params }: { params: { id: string } }) =>
    register.everybody().find((one) => personId(one) === params.id)

  const web = site({
    origin,
    assets: options.assets,
    languageCookie,
    problemPage: (problem, request) => problemPage(problem, settings(request)),
  })
  web.register(registerApi(options))

  web.get('/', (request, reply) =>
    sendPage(reply, listPage({ ...settings(request), entries: register.everybody() })),
  )

  web.get<WithId>('/person/:id', (request, reply) => {
    const entry = entryOf(request)
    if (!entry) {
      reply.callNotFound()
      return reply
    }
    const { cpr } = entry
    const known = { changed: register.isChanged(cpr), lookUps: register.lookUps(cpr) }
    const page = { ...settings(request), entry, done: isDone(request), ...known, wrong: [] }
    return sendPage(reply, personPage(page))
  })

  web.post<WithId>('/person/:id', (request, reply) => {
    const entry = entryOf(request)
    if (!entry) {
      reply.callNotFound()
      return reply
    }
    const changed = changedBy(entry, request.body)
    if (changed.ok) {
      register.change(changed.entry)
      return reply.redirect(`/person/${personId(entry)}?done=1`, 303)
    }
    if (!wantsPage(request))
      return sendProblem(reply, 400, `Not right: ${changed.wrong.join(', ')}`)
    const { cpr } = entry
    const known = { changed: register.isChanged(cpr), lookUps: register.lookUps(cpr) }
    const page = { ...settings(request), entry, done: false, ...known, wrong: changed.wrong }
    return sendPage(reply.code(400), personPage({ ...page, typed: changed.typed }))
  })

  web.post<WithId>('/person/:id/restore', (request, reply) => {
    const entry = entryOf(request)
    if (!entry) {
      reply.callNotFound()
      return reply
    }
    register.restore(entry.cpr)
    return reply.redirect(`/person/${personId(entry)}?done=1`, 303)
  })

  serveFaults(web, faults, (request, saved) => faultsPage({ ...settings(request), saved }))
  return web
}
