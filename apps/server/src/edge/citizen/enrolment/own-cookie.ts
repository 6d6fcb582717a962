/**
 * The cookie of whoever is getting a MitID in this browser: 32 random bytes that no script can read,
 * of which only the hash is stored. Without it an enrolment is nobody's.
 */
import { randomBytes } from 'node:crypto'
import { base64url, fromBase64url, type Bytes } from '@open-mitid/kernel'
import { sha256 } from '@open-mitid/protocol'
import { cookieOf } from '../../browser-cookie.ts'

const name = '__Host-mitid_enrolment'
const secretLength = 32
/** As long as an enrolment lives. */
const maxAge = 24 * 60 * 60

export function holderOf(cookies: string | undefined): Bytes | undefined {
  const secret = readSecret(cookies)
  return secret && sha256(secret)
}

/** The same holder for all enrolments of one browser; its day starts again with each. */
export function rememberHolder(cookies: string | undefined): {
  readonly holder: Bytes
  readonly setCookie: string
} {
  const secret = readSecret(cookies) ?? Uint8Array.from(randomBytes(secretLength))
  const attributes = `Path=/; Max-Age=${String(maxAge)}; Secure; HttpOnly; SameSite=Lax`
  return { holder: sha256(secret), setCookie: `${name}=${base64url(secret)}; ${attributes}` }
}

function readSecret(cookies: string | undefined): Bytes | undefined {
  const secret = fromBase64url(cookieOf(cookies, name) ?? '')
  return secret?.length === secretLength ? secret : undefined
}
