/** The chain of a person's events as their own app recomputes it. See protocols §5. */
import { hmacSha256 } from '#sha256'
import { fromBase64url, type Bytes, type Instant } from '@open-mitid/kernel'
import { Digest } from './digest.ts'

/** A place in a person's chain of events; `head` is the commit of event `n`. */
export type ChainHead = { readonly n: number; readonly head: Digest }

/** What the commit of an event covers. `body` is JSON text, letter by letter as it was written. */
export type EventContent = {
  readonly id: string
  readonly subject: string
  /** 1 for the first event of a chain. */
  readonly n: number
  /** The commit of event n-1; 32 zero bytes before the first. */
  readonly prev: string
  readonly type: string
  readonly at: Instant
  readonly actor: string
  readonly body: string
}

/** An event with what it takes to recompute its commit, given its place. */
export type ChainedEvent = Omit<EventContent, 'subject' | 'prev'> & {
  /** 32 random bytes: whoever sees commits alone cannot test guesses of what they cover. */
  readonly salt: Digest
}

/** `HMAC-SHA-256(salt, text)`, where the text is a JSON array of the version, the place and the content. */
export function eventCommit(salt: Uint8Array, event: EventContent): Bytes {
  const { id, subject, n, prev, type, at, actor, body } = event
  return hmacSha256(salt, JSON.stringify([1, id, subject, n, prev, type, at, actor, body]))
}

/**
 * The place after each event, the oldest first, where `from` is the place before the first of them.
 * Undefined where one does not stand in its place.
 */
export function followChain(
  subject: string,
  from: ChainHead,
  events: readonly ChainedEvent[],
): readonly ChainHead[] | undefined {
  const places: ChainHead[] = []
  let place = from
  for (const event of events) {
    const salt = fromBase64url(event.salt)
    if (event.n !== place.n + 1 || !salt) return undefined
    const commit = eventCommit(salt, { ...event, subject, prev: place.head })
    place = { n: event.n, head: Digest.from(commit) }
    places.push(place)
  }
  return places
}
