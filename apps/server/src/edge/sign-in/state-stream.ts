/** Tells a waiting page each state of its sign-in, from the moment it listens. */
import type { SignInView } from '@open-mitid/identity/sign-in'
import { RequestProblem } from '../problem.ts'
import type { FreshViews } from './fresh-views.ts'
import { showDeadEnd, type Visit } from './visit.ts'
import { tellState, type WaitingPages } from '../waiting-pages.ts'

/** A sign-in only moves on; a signal that was overtaken says nothing new. */
const order: Readonly<Record<SignInView['state'], number>> = {
  open: 0,
  claimed: 1,
  approved: 2,
  completed: 3,
  refused: 3,
  aborted: 3,
  expired: 3,
}

/** Seconds: a page without a stream reads its state by itself. */
const pageAsks = 3

/** Listens before it reads, so that nothing falls between. */
export async function streamState(
  visit: Visit,
  pages: WaitingPages,
  views: FreshViews,
): Promise<void> {
  const { edge, own, request, reply } = visit
  const { raw } = reply
  let told: SignInView['state'] | undefined
  let latest: SignInView['state'] = 'open'
  const tell = (state: SignInView['state']) => {
    if (order[state] > order[latest]) latest = state
    if (told === undefined || told === latest) return
    told = latest
    tellState(raw, told)
  }
  const stop = edge.signals.listen(own.id, tell)
  const stopAndThrow = (fault: unknown): never => {
    stop()
    throw fault
  }
  const state = views.take(own)?.state ?? (await stateOf(visit).catch(stopAndThrow))
  if (state === undefined) {
    stop()
    showDeadEnd(edge, request, reply, 'unknown')
    return
  }
  tell(state)
  if (!pages.hold({ id: own.id, reply, state: latest, left: stop })) {
    stop()
    throw new RequestProblem('too-many', { retryAfter: pageAsks })
  }
  told = latest
}

/** Undefined where there is no such sign-in for this browser. */
async function stateOf({ edge, own }: Visit): Promise<SignInView['state'] | undefined> {
  const found = await edge.findSignIn(own)
  return found.ok ? found.value.state : undefined
}
