/** Borger, a public service for trying MitID: log on, and see what it was told about you. */
import { type Language } from '@open-mitid/ui'
import { cookieOf, readAssets, sendPage, site, siteLanguage } from '@open-mitid/ui/site'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { AuthorizationResponseError } from 'openid-client'
import { login, type Citizen, type Pending } from './login.ts'
import { frontPage, messagePage, ownPage } from './pages.tsx'

export type BorgerOptions = {
  readonly origin: string
  readonly issuer: URL
  readonly clientSecret: string
}

const languageCookie = 'borger_language'
const sessionCookie = 'borger_session'
/** The most sessions that are held; the oldest goes first. */
const mostSessions = 10_000

type Session = { readonly pending?: Pending; readonly citizen?: Citizen }

export async function borger(options: BorgerOptions): Promise<FastifyInstance> {
  const { origin, issuer } = options
  const mitid = login(issuer, options.clientSecret, origin)
  const sessions = new Map<string, Session>()
  const web = site({
    origin: () => origin,
    assets: readAssets(join(import.meta.dirname, 'client')),
    languageCookie,
    formTargets: [issuer.origin],
    problemPage: (problem, request) => messagePage(problem, siteLanguage(request, languageCookie)),
  })

  const remember = (reply: FastifyReply, session: Session) => {
    const id = randomBytes(32).toString('base64url')
    sessions.set(id, session)
    for (const oldest of sessions.keys()) {
      if (sessions.size <= mostSessions) break
      sessions.delete(oldest)
    }
    const secure = origin.startsWith('https:') ? '; Secure' : ''
    reply.header('set-cookie', `${sessionCookie}=${id}; Path=/; HttpOnly; SameSite=Lax${secure}`)
  }
  const take = (id: string | undefined): Session | undefined => {
    const session = sessions.get(id ?? '')
    sessions.delete(id ?? '')
    return session
  }

  web.get('/', (request, reply) => sendPage(reply, frontPage(languageOf(request))))

  web.get('/login', async (request, reply) => {
    const { url, pending } = await mitid.begin(languageOf(request))
    remember(reply, { pending })
    return reply.redirect(url.href)
  })

  web.get('/callback', async (request, reply) => {
    const language = languageOf(request)
    const session = take(cookieOf(request, sessionCookie))
    if (!session?.pending) return sendPage(reply.code(400), messagePage('stale', language))
    try {
      const citizen = await mitid.finish(new URL(request.url, origin), session.pending)
      remember(reply, { citizen })
      return await reply.redirect('/me', 303)
    } catch (error) {
      if (!(error instanceof AuthorizationResponseError)) throw error
      return sendPage(reply, messagePage(outcomeOf(error), language))
    }
  })

  web.get('/me', (request, reply) => {
    const citizen = sessions.get(cookieOf(request, sessionCookie) ?? '')?.citizen
    return citizen ? sendPage(reply, ownPage(citizen, languageOf(request))) : reply.redirect('/')
  })

  web.post('/logout', async (request, reply) => {
    const citizen = take(cookieOf(request, sessionCookie))?.citizen
    reply.header('set-cookie', `${sessionCookie}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`)
    return reply.redirect(citizen ? (await mitid.logoutUrl(citizen.idToken)).href : '/', 303)
  })

  return Promise.resolve(web)
}

function languageOf(request: Parameters<typeof siteLanguage>[0]): Language {
  return siteLanguage(request, languageCookie)
}

function outcomeOf(
  error: AuthorizationResponseError,
): 'cancelled' | 'timeout' | 'notMe' | 'failed' {
  if (error.error !== 'access_denied') return 'failed'
  if (error.error_description === 'mitid_timeout') return 'timeout'
  return error.error_description === 'mitid_not_me' ? 'notMe' : 'cancelled'
}
