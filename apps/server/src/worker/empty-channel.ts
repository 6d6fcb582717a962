/** A channel's notices go out at an even pace, so that whoever signs in meanwhile feels little of them. */
import { setTimeout as pause } from 'node:timers/promises'
import type { deliverNotices } from '@open-mitid/identity/notice'

/** How many contacts are told at one time; of a carrier that was away one is tried first. */
const lanesAtOnce = 50

/** A round: until nothing is due, or the carrier does not answer, or the worker stops. */
export function emptyChannel(
  deliver: ReturnType<typeof deliverNotices>,
  channel: 'sms' | 'email',
  messagesASecond: number,
): (stopping: AbortSignal) => Promise<void> {
  let away = false
  return async (stopping) => {
    while (!stopping.aborted) {
      const from = performance.now()
      const round = await deliver(channel, away ? 1 : lanesAtOnce)
      away = round.away
      if (away || round.taken === 0) return
      const due = from + (1_000 * round.sent) / messagesASecond
      await rest(due - performance.now(), stopping)
    }
  }
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  if (ms > 0) await pause(ms, undefined, { signal }).catch(() => undefined)
}
