/** A chain: each event holds the commit of the one before, so none can be hidden or slipped in. */
import { equalBytes, type Bytes, type Instant, type Random } from '@open-mitid/kernel'
import { commitOf, EventId, type EventDraft, type LedgerEvent, type Subject } from './event.ts'

/** The end of a chain as it was loaded. A write is conditional on it. */
export type ChainHead = {
  readonly subject: Subject
  readonly n: number
  readonly head: Bytes
}

export type AppendedEvents = {
  /** The head that was appended to, which must still be the chain's when this is written. */
  readonly from: ChainHead
  readonly entries: readonly LedgerEvent[]
  readonly head: ChainHead
}

export function emptyChain(subject: Subject): ChainHead {
  return { subject, n: 0, head: new Uint8Array(32) }
}

/** Gives drafts their places at the end of the chain. Nothing is written by this. */
export function appendEvents(
  from: ChainHead,
  drafts: readonly EventDraft[],
  { random, now }: { random: Random; now: Instant },
): AppendedEvents {
  const entries: LedgerEvent[] = []
  let head = from
  for (const { type, actor, body } of drafts) {
    const event = {
      id: EventId.make(random),
      subject: from.subject,
      n: head.n + 1,
      prev: head.head,
      type,
      at: now,
      actor,
      body: JSON.stringify(body),
      salt: random(32),
    }
    const commit = commitOf(event)
    entries.push({ ...event, commit })
    head = { subject: from.subject, n: event.n, head: commit }
  }
  return { from, entries, head }
}

export type ChainFault = {
  readonly n: number
  readonly kind: 'wrong-place' | 'wrong-subject' | 'wrong-prev' | 'wrong-commit'
}

/** The head that the events lead to from `from`, or the first event that does not fit. */
export function verifyChain(
  from: ChainHead,
  events: readonly LedgerEvent[],
): { readonly head: ChainHead; readonly fault?: ChainFault } {
  let head = from
  for (const event of events) {
    const kind = faultOf(head, event)
    if (kind) return { head, fault: { n: event.n, kind } }
    head = { subject: head.subject, n: event.n, head: event.commit }
  }
  return { head }
}

function faultOf(head: ChainHead, event: LedgerEvent): ChainFault['kind'] | undefined {
  if (event.n !== head.n + 1) return 'wrong-place'
  if (event.subject !== head.subject) return 'wrong-subject'
  if (!equalBytes(event.prev, head.head)) return 'wrong-prev'
  return equalBytes(event.commit, commitOf(event)) ? undefined : 'wrong-commit'
}
