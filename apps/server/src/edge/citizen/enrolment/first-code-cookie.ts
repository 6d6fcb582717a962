/**
 * The first code of the app, as this browser shows it. It stays with the browser, because the
 * server keeps only its hash: so a reload or the other language does not lose it.
 */
import type { EnrolmentId } from '@open-mitid/identity/enrolment'
import { Instant } from '@open-mitid/kernel'
import { ActivationCode } from '@open-mitid/protocol'
import { cookieOf } from '../../browser-cookie.ts'

export type FirstCode = { readonly code: ActivationCode; readonly until: Instant }

const name = '__Host-mitid_first_code'
const attributes = 'Path=/; Secure; HttpOnly; SameSite=Strict'

/** The code shown for this enrolment, while it works. */
export function shownFirstCode(
  cookies: string | undefined,
  id: EnrolmentId,
  now: Instant,
): FirstCode | undefined {
  const [forId, text, time, ...more] = (cookieOf(cookies, name) ?? '').split('.')
  const code = ActivationCode.parse(text)
  const until = Number(time)
  if (forId !== id || !code || more.length > 0 || !Number.isSafeInteger(until)) return undefined
  return until > now ? { code, until: Instant.of(until) } : undefined
}

export function keepFirstCode(id: EnrolmentId, { code, until }: FirstCode, now: Instant): string {
  const life = String(Math.max(1, until - now))
  return `${name}=${id}.${code}.${String(until)}; Max-Age=${life}; ${attributes}`
}

/** The app is there: the code has served. */
export const dropFirstCode = `${name}=; Max-Age=0; ${attributes}`
