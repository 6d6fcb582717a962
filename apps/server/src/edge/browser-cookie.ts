/**
 * The cookie that means this browser: 32 random bytes that no script can read, of which only the
 * hash is stored. The provider sets it when a sign-in opens; the box asks for it at every step.
 */
import { randomBytes } from 'node:crypto'
import { base64url, fromBase64url, type Bytes } from '@open-mitid/kernel'
import { sha256 } from '@open-mitid/protocol'

const browserCookie = '__Host-mitid_browser'
const secretLength = 32
/** 400 days, the most that browsers keep a cookie (RFC 6265bis §5.5). */
const maxAge = 400 * 24 * 60 * 60

/** SHA-256 of the browser's secret, or undefined where it sent none that can be one of ours. */
export function browserOf(cookies: string | undefined): Bytes | undefined {
  const secret = readSecret(cookies)
  return secret && sha256(secret)
}

export type Browser = { readonly hash: Bytes; readonly setCookie: string }

/** The browser that calls, or a new one; setting the cookie anew starts its 400 days again. */
export function rememberBrowser(cookies: string | undefined): Browser {
  const secret = readSecret(cookies) ?? Uint8Array.from(randomBytes(secretLength))
  const value = base64url(secret)
  return {
    hash: sha256(secret),
    setCookie: `${browserCookie}=${value}; Path=/; Max-Age=${String(maxAge)}; Secure; HttpOnly; SameSite=Lax`,
  }
}

/** A cookie by its name (RFC 6265 §4.2). */
export function cookieOf(cookies: string | undefined, name: string): string | undefined {
  for (const pair of (cookies ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}

function readSecret(cookies: string | undefined): Bytes | undefined {
  const secret = fromBase64url(cookieOf(cookies, browserCookie) ?? '')
  return secret?.length === secretLength ? secret : undefined
}
