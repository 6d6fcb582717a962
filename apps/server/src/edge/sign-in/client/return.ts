/**
 * Back from the app on the same device: takes the token out of the address at once, so that it
 * stays in no history, and hands it in with this browser's cookie. Until it is answered this window
 * keeps it, for a person who loads the page again while there is no connection.
 */
import { arriveAt } from './part/arrive-at.ts'
import { say } from './part/say.ts'
import { send } from './part/step.ts'
import { keep, readKept } from './part/storage.ts'

const kept = 'mitid.return'
const longestPause = 8_000
const token = location.hash.slice(1) || (readKept('sessionStorage', kept) ?? '')
history.replaceState(null, '', location.pathname)

async function handIn(pause: number): Promise<void> {
  if (await send('/return', new URLSearchParams({ token }), arriveAt)) {
    keep('sessionStorage', kept, undefined)
    return
  }
  say('apart')
  setTimeout(() => void handIn(Math.min(longestPause, pause * 2)), pause)
}

keep('sessionStorage', kept, token)
void handIn(500)
