/** A person gets another user ID; the one they had is never given to anybody else (product §A). */
import { refuse, type Random, type UseCase } from '@open-mitid/kernel'
import { appendEvents } from '../ledger/index.ts'
import type { Persons } from './persons.ts'
import { UserId, type UserIdRefusal } from './user-id.ts'

export type ChangeUserId = {
  readonly userId: UserId
  /** As it was typed. */
  readonly wanted: string
  readonly by: 'person' | 'operator'
}

/**
 * `password-bound`: a password is registered under the user ID, so only its owner can move it, by
 * typing it.
 */
export type ChangeUserIdRefusal =
  | UserIdRefusal
  | {
      readonly kind:
        | 'person-unknown'
        | 'person-blocked'
        | 'user-id-same'
        | 'user-id-taken'
        | 'password-bound'
        | 'busy'
    }

const tries = 5

export function changeUserId(ports: {
  persons: Persons
  random: Random
}): UseCase<ChangeUserId, UserId, ChangeUserIdRefusal> {
  const { persons, random } = ports
  return async ({ userId, wanted, by }) => {
    for (let left = tries; left > 0; left -= 1) {
      const found = await persons.find({ userId })
      if (!found) return refuse({ kind: 'person-unknown' })
      const { person, chain, now } = found
      if (person.state === 'blocked') return refuse({ kind: 'person-blocked' })
      const to = UserId.parse(wanted, person.cpr)
      if (!to.ok) return to
      if (to.value === person.userId) return refuse({ kind: 'user-id-same' })
      const actor = by === 'person' ? person.id : 'operator'
      const draft = { type: 'user-id-changed', actor, body: { by } } as const
      const events = appendEvents(chain, [draft], { random, now })
      const changed = await persons.changeUserId(person, to.value, events)
      if (changed.ok) return to
      const { kind } = changed.refusal
      if (kind !== 'lost') return refuse({ kind })
    }
    return refuse({ kind: 'busy' })
  }
}
