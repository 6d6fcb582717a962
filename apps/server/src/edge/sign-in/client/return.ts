/**
 * Back from the app on the same device: takes the token out of the address at once, so that it
 * stays in no history, and hands it in with this browser's cookie.
 */
import { arriveAt } from './part/arrive-at.ts'
import { say } from './part/say.ts'
import { send } from './part/step.ts'

const longestPause = 8_000
const token = location.hash.slice(1)
history.replaceState(null, '', location.pathname)

async function handIn(pause: number): Promise<void> {
  if (await send('/return', new URLSearchParams({ token }), arriveAt)) return
  say('apart')
  setTimeout(() => void handIn(Math.min(longestPause, pause * 2)), pause)
}

void handIn(500)
