/**
 * The typed code that this browser shows now. It stays with the browser, because the server keeps
 * only its hash: so a reload, help or another language does not change it under the typing hand.
 */
import { Instant } from '@open-mitid/kernel'
import type { SignInId } from '@open-mitid/identity/sign-in'
import { TypedCode } from '@open-mitid/protocol'
import { cookieOf } from '../browser-cookie.ts'

export type ShownCode = { readonly code: TypedCode; readonly until: Instant }

const codeCookie = '__Host-mitid_code'
const attributes = 'Path=/; Secure; HttpOnly; SameSite=Strict'

/** The code shown for this sign-in, while it works. */
export function shownCode(
  cookies: string | undefined,
  { id, now }: { id: SignInId; now: Instant },
): ShownCode | undefined {
  const [forId, text, time, ...more] = (cookieOf(cookies, codeCookie) ?? '').split('.')
  const code = TypedCode.parse(text ?? '')
  const until = Number(time)
  if (forId !== id || !code || more.length > 0 || !Number.isSafeInteger(until)) return undefined
  return until > now ? { code, until: Instant.of(until) } : undefined
}

export function keepCode(id: SignInId, { code, until }: ShownCode, now: Instant): string {
  const life = Math.max(1, until - now)
  return `${codeCookie}=${id}.${code}.${until}; Max-Age=${life}; ${attributes}`
}

/** The code ended with the user ID it was for. */
export const dropCode = `${codeCookie}=; Max-Age=0; ${attributes}`
