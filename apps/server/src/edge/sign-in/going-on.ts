/** How a step is answered: with the next page, or with the way back to the service. */
import { isScript } from '../script-request.ts'
import { showSignIn, type Asked, type Visit } from './visit.ts'
import type { Way } from './way.ts'

/** The next page: at once for the script, by an address of its own for a form. */
export async function goOn(visit: Visit, asked: Asked & { way?: Way } = {}): Promise<void> {
  if (isScript(visit.request)) {
    await showSignIn(visit, asked)
    return
  }
  const way = asked.way === undefined ? '' : `?way=${asked.way}`
  void visit.reply.redirect(`${visit.path}${way}`, 303)
}

/**
 * To the service by a GET navigation, never by the redirect of a form: `form-action` would stop
 * that, and a form left behind would send it again. Without a script the page holds the link.
 */
export async function takeOnward(visit: Visit): Promise<void> {
  const { edge, own, request, reply } = visit
  const location = edge.onward({ id: own.id, cookies: request.headers.cookie })
  if (location === undefined || !isScript(request)) await goOn(visit)
  else void reply.send({ location })
}
