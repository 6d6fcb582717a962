/** Tells a waiting page each state of its sign-in, from the moment it listens. */
import { showDeadEnd, type Visit } from './visit.ts'
import { tellState, type WaitingPages } from './waiting-pages.ts'

/**
 * Listens before it reads, so that nothing falls between; every signal leads to a reading, so that
 * what is told is always what is stored.
 */
export async function streamState(visit: Visit, pages: WaitingPages): Promise<void> {
  const { edge, own, request, reply } = visit
  const { raw } = reply
  const { log } = request
  const page = { open: false, missed: false }
  const tell = () => {
    edge.findSignIn(own).then(
      (found) => {
        if (found.ok) tellState(raw, found.value.state)
      },
      (fault: unknown) => {
        log.warn({ err: fault }, 'a waiting page was not told; it reads again by itself')
      },
    )
  }
  const stop = edge.signals.listen(own.id, () => {
    if (page.open) tell()
    else page.missed = true
  })
  const found = await edge.findSignIn(own).catch((fault: unknown) => {
    stop()
    throw fault
  })
  if (!found.ok) {
    stop()
    showDeadEnd(edge, request, reply, 'unknown')
    return
  }
  reply.hijack()
  pages.hold(raw, stop)
  page.open = true
  tellState(raw, found.value.state)
  if (page.missed) tell()
}
