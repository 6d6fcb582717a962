/** `Signals` across processes: each hears its own at once, and the others' over the database. */
import { SignInId, type Signals, type ToldState } from '@open-mitid/identity/sign-in'
import type { Channel } from '@open-mitid/postgres/channel'
import { processSignals } from './process-signals.ts'

/** How long signals are gathered: one message then tells many, after the commits that made them. */
const gatherMs = 2

const states: Readonly<Record<ToldState, ToldState>> = {
  open: 'open',
  claimed: 'claimed',
  approved: 'approved',
  completed: 'completed',
  refused: 'refused',
  aborted: 'aborted',
}

/** A message that is lost costs a page the few seconds until it reads again by itself. */
export function postgresSignals(channel: Channel): Signals {
  const own = processSignals()
  const waiting = new Map<SignInId, ToldState>()
  const send = () => {
    channel.send([...waiting].map((signal) => signal.join(':')))
    waiting.clear()
  }
  channel.receive((words) => {
    for (const word of words) {
      const [name, state = ''] = word.split(':')
      const id = SignInId.parse(name)
      const known = Object.hasOwn(states, state) ? states[state as ToldState] : undefined
      if (id && known) own.tell(id, known)
    }
  })
  return {
    tell(id, state) {
      own.tell(id, state)
      if (waiting.size === 0) setTimeout(send, gatherMs)
      waiting.set(id, state)
    },
    listen: own.listen,
  }
}
