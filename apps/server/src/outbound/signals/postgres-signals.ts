/** `Signals` across processes: each hears its own at once, and the others' over the database. */
import type { Signals, SignInId } from '@open-mitid/identity/sign-in'
import { SignInId as Id } from '@open-mitid/identity/sign-in'
import type { Channel } from '@open-mitid/postgres/channel'
import { processSignals } from './process-signals.ts'

/** How long signals are gathered: one message then tells many, after the commits that made them. */
const gatherMs = 2

/** A message that is lost costs a page the few seconds until it reads again by itself. */
export function postgresSignals(channel: Channel): Signals {
  const own = processSignals()
  const waiting = new Set<SignInId>()
  const send = () => {
    channel.send([...waiting])
    waiting.clear()
  }
  channel.receive((ids) => {
    for (const text of ids) {
      const id = Id.parse(text)
      if (id) own.tell(id)
    }
  })
  return {
    tell(id) {
      own.tell(id)
      if (waiting.size === 0) setTimeout(send, gatherMs)
      waiting.add(id)
    },
    listen: own.listen,
  }
}
