/** The language of the box: chosen on the page, else the one the service asked for. */
import { isLanguage, pickLanguage, type Language } from '@open-mitid/ui/wording'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { cookieOf } from '../browser-cookie.ts'

/** Kept until the browser closes, so that the next service's own wish counts again. */
const languageCookie = '__Host-mitid_box_language'

/** Reads `?lang=`, keeps it, and falls back to the earlier choice. */
export function chosenLanguage(request: FastifyRequest, reply: FastifyReply): Language | undefined {
  const { lang } = request.query as { lang?: unknown }
  if (isLanguage(lang)) {
    const cookie = `${languageCookie}=${lang}; Path=/; Secure; HttpOnly; SameSite=Lax`
    void reply.header('set-cookie', cookie)
    return lang
  }
  const kept = cookieOf(request.headers.cookie, languageCookie)
  return isLanguage(kept) ? kept : undefined
}

/** Of a page that stands for no sign-in, or for none that is known yet. */
export function pageLanguage(request: FastifyRequest, reply: FastifyReply): Language {
  return chosenLanguage(request, reply) ?? browserLanguage(request)
}

export function browserLanguage(request: FastifyRequest): Language {
  return pickLanguage(request.headers['accept-language'])
}
