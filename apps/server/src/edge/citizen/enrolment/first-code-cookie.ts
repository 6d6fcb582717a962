/**
 * The first code of the app, as this browser shows it. It stays with the browser, because the
 * server keeps only its hash: so a reload or the other language does not lose it.
 */
import type { EnrolmentId } from '@open-mitid/identity/enrolment'
import { Instant } from '@open-mitid/kernel'
import { ActivationCode } from '@open-mitid/protocol'
import { cookieOf } from '../../browser-cookie.ts'

export type FirstCode = {
  readonly code: ActivationCode
  readonly until: Instant
  /** How many apps were active when it was made: with the next one it has served. */
  readonly after: number
}

const name = '__Host-mitid_first_code'
const attributes = 'Path=/; Secure; HttpOnly; SameSite=Strict'

/** The code shown for this enrolment, while it works. */
export function shownFirstCode(
  cookies: string | undefined,
  id: EnrolmentId,
  { now, activeApps }: { readonly now: Instant; readonly activeApps: number },
): FirstCode | undefined {
  const [forId, text, time, count, ...more] = (cookieOf(cookies, name) ?? '').split('.')
  const code = ActivationCode.parse(text)
  const until = Number(time)
  if (forId !== id || !code || more.length > 0 || !Number.isSafeInteger(until)) return undefined
  const after = Number(count)
  const works = until > now && after === activeApps
  return works ? { code, until: Instant.of(until), after } : undefined
}

export function keepFirstCode(
  id: EnrolmentId,
  { code, until, after }: FirstCode,
  now: Instant,
): string {
  const life = String(Math.max(1, until - now))
  return `${name}=${id}.${code}.${String(until)}.${String(after)}; Max-Age=${life}; ${attributes}`
}
