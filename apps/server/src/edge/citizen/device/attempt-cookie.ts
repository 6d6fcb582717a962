/** The cookie of one activation: its name, and 32 random bytes that only this browser has. */
import { DeviceAttemptId, type OwnAttempt } from '@open-mitid/identity/authenticator'
import { base64url, fromBase64url, type Bytes } from '@open-mitid/kernel'
import { sha256 } from '@open-mitid/protocol'
import { cookieOf } from '../../browser-cookie.ts'

const name = '__Host-mitid_device'
const attributes = 'Path=/; Secure; HttpOnly; SameSite=Strict'

export function attemptCookie(id: DeviceAttemptId, secret: Bytes): string {
  return `${name}=${id}.${base64url(secret)}; Max-Age=1800; ${attributes}`
}

export const dropAttempt = `${name}=; Max-Age=0; ${attributes}`

export function attemptOf(cookies: string | undefined): OwnAttempt | undefined {
  const [first, second = ''] = (cookieOf(cookies, name) ?? '').split('.')
  const id = DeviceAttemptId.parse(first)
  const secret = fromBase64url(second)
  return id && secret?.length === 32 ? { id, browser: sha256(secret) } : undefined
}
