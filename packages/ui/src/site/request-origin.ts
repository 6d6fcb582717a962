/** Who may change something or listen: the site's own pages, and programs that say they are one. */
import type { IncomingHttpHeaders } from 'node:http'

/**
 * A page elsewhere may lend its name to this machine's address (DNS rebinding), and what it then
 * asks for looks like its own. The host that the browser was told of gives it away.
 */
export function isForHere({ host }: IncomingHttpHeaders, origin: string): boolean {
  return host?.toLowerCase() === new URL(origin).host
}

/**
 * On localhost cookies separate nothing, and any page may send a form to any port. A browser says
 * where a request comes from (`Sec-Fetch-Site`, or else `Origin`); what says neither is a program,
 * and must carry `X-Requested-By`, which a foreign page cannot set without being asked first.
 */
export function comesFromHere(headers: IncomingHttpHeaders, origin: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  if (headers.origin !== undefined) return headers.origin === origin
  return headers['x-requested-by'] !== undefined
}
