/** One entry in the chain of a subject, and the bytes that its commit covers (protocols §5). */
import { base64url, idOf, type Bytes, type Id, type Instant } from '@open-mitid/kernel'
import { eventCommit } from '@open-mitid/protocol'
import type { EventBodies, EventType } from './event-type.ts'

export type EventId = Id<'evt'>
export const EventId = idOf('evt')

/** Whom an event is about: each subject has a chain of its own. */
export type Subject = Id<'per'> | Id<'org'> | 'system'

/** Who did it: a person, one of their apps, a service, somebody at the operator, or the system. */
export type Actor = Id<'per'> | Id<'aut'> | Id<'org'> | 'operator' | 'system'

/** What is to be written, before it has a place in the chain. */
export type EventDraft = {
  [Type in EventType]: {
    readonly type: Type
    readonly actor: Actor
    readonly body: EventBodies[Type]
  }
}[EventType]

/** An event in its place. `body` is the exact JSON text that the commit covers. */
export type LedgerEvent = {
  readonly id: EventId
  readonly subject: Subject
  /** 1 for the first event of a chain. */
  readonly n: number
  /** The commit of event n-1; 32 zero bytes before the first. */
  readonly prev: Bytes
  readonly type: EventType
  readonly at: Instant
  readonly actor: Actor
  readonly body: string
  /** 32 random bytes: whoever sees commits alone cannot test guesses of what they cover. */
  readonly salt: Bytes
  readonly commit: Bytes
}

/** The person's app recomputes it. */
export function commitOf(event: Omit<LedgerEvent, 'commit'>): Bytes {
  return eventCommit(event.salt, { ...event, prev: base64url(event.prev) })
}
