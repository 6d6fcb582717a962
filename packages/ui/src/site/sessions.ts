/** Sessions of a small site: held in memory, and named by a cookie that says nothing else. */
import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { cookieOf } from './site.ts'

export type Sessions<Session> = {
  readonly find: (request: FastifyRequest) => Session | undefined
  /** Under a new name each time, so that no name from before a log on lives on after it. */
  readonly begin: (reply: FastifyReply, session: Session) => void
  /** Under the name that the browser has, or a new one where it has none that is known. */
  readonly keep: (request: FastifyRequest, reply: FastifyReply, session: Session) => void
  /** Gives it out once. */
  readonly take: (request: FastifyRequest) => Session | undefined
  /** Takes the cookie away from the browser. */
  readonly forget: (reply: FastifyReply) => void
}

/** The most sessions that are held; the oldest goes first. */
const most = 10_000

/** `cookie`: each site names its own, since on localhost every port gets every cookie. */
export function openSessions<Session>(cookie: string, origin: string): Sessions<Session> {
  const sessions = new Map<string, Session>()
  const secure = origin.startsWith('https:') ? '; Secure' : ''
  const rules = `Path=/; HttpOnly; SameSite=Lax${secure}`
  const idOf = (request: FastifyRequest) => cookieOf(request, cookie) ?? ''
  const begin = (reply: FastifyReply, session: Session) => {
    const id = randomBytes(32).toString('base64url')
    sessions.set(id, session)
    for (const oldest of sessions.keys()) {
      if (sessions.size <= most) break
      sessions.delete(oldest)
    }
    reply.header('set-cookie', `${cookie}=${id}; ${rules}`)
  }
  return {
    find: (request) => sessions.get(idOf(request)),
    begin,
    keep(request, reply, session) {
      const id = idOf(request)
      if (sessions.has(id)) sessions.set(id, session)
      else begin(reply, session)
    },
    take(request) {
      const id = idOf(request)
      const session = sessions.get(id)
      sessions.delete(id)
      return session
    },
    forget(reply) {
      reply.header('set-cookie', `${cookie}=; ${rules}; Max-Age=0`)
    },
  }
}
