/** Borger, a public service for trying MitID: log on, and see what it was told about you. */
import type { Language } from '@open-mitid/ui'
import {
  answeredPending,
  openSessions,
  readAssets,
  sendPage,
  site,
  siteLanguage,
  withPending,
} from '@open-mitid/ui/site'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { join } from 'node:path'
import { AuthorizationResponseError } from 'openid-client'
import { endingOf } from './ending.ts'
import { login, type Citizen, type Pending } from './login.ts'
import { frontPage, messagePage, ownPage } from './pages.tsx'
import type { Message } from './words.ts'

export type BorgerOptions = {
  readonly origin: string
  readonly issuer: URL
  readonly clientSecret: string
}

const languageCookie = 'borger_language'

type Session = { readonly pending: readonly Pending[]; readonly citizen?: Citizen }

export function borger(options: BorgerOptions): FastifyInstance {
  const { origin, issuer } = options
  const mitid = login(issuer, options.clientSecret, origin)
  const sessions = openSessions<Session>('borger_session', origin)
  const web = site({
    origin: () => origin,
    assets: readAssets(join(import.meta.dirname, 'client')),
    languageCookie,
    formTargets: [issuer.origin],
    problemPage: (problem, request) => pageOf(problem, request),
  })

  const pageOf = (message: Message, request: FastifyRequest) =>
    messagePage(message, languageOf(request), sessions.find(request)?.citizen !== undefined)

  web.get('/', (request, reply) => sendPage(reply, frontPage(languageOf(request))))

  web.get('/login', async (request, reply) => {
    const { url, pending } = await mitid.begin(languageOf(request))
    const session = sessions.find(request)
    sessions.keep(request, reply, {
      ...session,
      pending: withPending(session?.pending ?? [], pending),
    })
    return reply.redirect(url.href)
  })

  web.get('/callback', async (request, reply) => {
    const session = sessions.find(request)
    const answered = answeredPending(session?.pending ?? [], request)
    if (!answered) return sendPage(reply.code(400), pageOf('stale', request))
    sessions.keep(request, reply, { ...session, pending: answered.rest })
    try {
      const citizen = await mitid.finish(new URL(request.url, origin), answered.one)
      const pending = sessions.take(request)?.pending ?? []
      sessions.begin(reply, { pending, citizen })
      return await reply.redirect('/me', 303)
    } catch (error) {
      if (!(error instanceof AuthorizationResponseError)) throw error
      return sendPage(reply, pageOf(endingOf(error), request))
    }
  })

  web.get('/me', (request, reply) => {
    const citizen = sessions.find(request)?.citizen
    return citizen ? sendPage(reply, ownPage(citizen, languageOf(request))) : reply.redirect('/')
  })

  web.post('/logout', async (request, reply) => {
    const citizen = sessions.take(request)?.citizen
    sessions.forget(reply)
    return reply.redirect(citizen ? (await mitid.logoutUrl(citizen.idToken)).href : '/', 303)
  })

  return web
}

function languageOf(request: FastifyRequest): Language {
  return siteLanguage(request, languageCookie)
}
