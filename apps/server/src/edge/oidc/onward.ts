/** The way from the box back to the service: the provider's own address for this browser. */
import { cookieOf } from '../browser-cookie.ts'
import { interactionCookie, routes } from './provider.ts'

const form = /^[\w-]{20,64}$/u

/**
 * Undefined where the browser has no interaction for the page it asks from: the cookie goes with
 * that page's path only. It is no secret of ours, and worth nothing without the browser's cookie.
 */
export function onwardOf(cookies: string | undefined): string | undefined {
  const uid = cookieOf(cookies, interactionCookie)
  return uid !== undefined && form.test(uid) ? `${routes.authorization}/${uid}` : undefined
}
