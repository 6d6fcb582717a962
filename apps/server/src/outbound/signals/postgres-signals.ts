/** Signals across processes: each hears its own at once, and the others' over the database. */
import type { ActivationSignals } from '@open-mitid/identity/authenticator'
import { PersonId } from '@open-mitid/identity/person'
import { SignInId, type Signals, type ToldState } from '@open-mitid/identity/sign-in'
import type { Channel } from '@open-mitid/postgres/channel'
import { processSignals, type SignalsOf } from './process-signals.ts'

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

export function postgresSignals(channel: Channel): Signals {
  return over(channel, (text) => SignInId.parse(text), states)
}

export function postgresActivationSignals(channel: Channel): ActivationSignals {
  return over(channel, (text) => PersonId.parse(text), { active: 'active' })
}

/**
 * A message that is lost costs a page the few seconds until it reads again by itself. Several kinds
 * of signal share a channel: each takes the words that it can read.
 */
function over<Id extends string, State extends string>(
  channel: Channel,
  parse: (text: string | undefined) => Id | undefined,
  known: Readonly<Record<State, State>>,
): SignalsOf<Id, State> {
  const own = processSignals<Id, State>()
  const waiting = new Map<Id, State>()
  const send = () => {
    channel.send([...waiting].map((signal) => signal.join(':')))
    waiting.clear()
  }
  channel.receive((words) => {
    for (const word of words) {
      const [name, state = ''] = word.split(':')
      const id = parse(name)
      if (id && Object.hasOwn(known, state)) own.tell(id, known[state as State])
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
