/**
 * From the activation of a code device, or from a link to the owner of a user ID: takes the secret
 * out of the address at once, so that it stays in no history, and hands it in with this browser's
 * cookie.
 */
import { arriveAt } from './part/arrive-at.ts'
import { send } from './part/step.ts'

function handIn(): void {
  const token = location.hash.slice(1)
  history.replaceState(null, '', location.pathname)
  if (token !== '') void send(location.pathname, new URLSearchParams({ token }), arriveAt)
}

handIn()
// The same page opened by another such link is not loaded anew.
addEventListener('hashchange', handIn)
