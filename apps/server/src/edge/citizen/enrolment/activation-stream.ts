/** Tells the last page that an app is active, from the moment it listens. */
import { RequestProblem } from '../../problem.ts'
import { tellState, type WaitingPages } from '../../waiting-pages.ts'
import { showUnknown, type Visit } from './visit.ts'

/** Seconds after which a page without a stream asks by itself. */
const pageAsks = 8

/** Listens before it reads, so that nothing falls between. */
export async function streamActivation(visit: Visit, pages: WaitingPages): Promise<void> {
  const { useCases, signals, own, reader, reply } = visit
  const found = await useCases.find(own)
  if (!found.ok || found.value.enrolment.state !== 'completed') {
    showUnknown(reader, reply)
    return
  }
  const { raw } = reply
  const tell = async () => {
    const now = await useCases.find(own)
    if (now.ok && raw.headersSent && !raw.writableEnded)
      tellState(raw, String(now.value.activeApps))
  }
  const stop = signals.listen(found.value.enrolment.person, () => {
    void tell().catch(() => undefined) // the page reads again by itself
  })
  const state = String(found.value.activeApps)
  if (!pages.hold({ id: own.id, reply, state, left: stop })) {
    stop()
    throw new RequestProblem('too-many', { retryAfter: pageAsks })
  }
}
