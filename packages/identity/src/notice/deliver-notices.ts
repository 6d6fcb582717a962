/**
 * Notices go out, one contact at a time and each contact's in order. A contact that refuses holds
 * up itself alone, and a carrier that is away holds up its own channel alone.
 */
import type { Instant, Seconds } from '@open-mitid/kernel'
import type { Contact } from '../person/index.ts'
import { carry, DeliveryFault, type Carriers } from './channels.ts'
import { noticeText, type Imprint, type Telling } from './notice-text.ts'
import type { NoticeId } from './notice.ts'

type WaitingNotice = {
  readonly id: NoticeId
  readonly madeAt: Instant
  readonly telling: Telling
}

/** A contact with something to be told, which is its taker's alone for a while. */
export type Lane = {
  readonly contact: Contact
  readonly now: Instant
  /** How often it has refused since it last took something. */
  readonly refusals: number
  /** The oldest first. */
  readonly waiting: readonly WaitingNotice[]
  /** Whether more waits than is here. */
  readonly more: boolean
}

export type LaneOutcome<Taken extends Lane = Lane> = {
  readonly lane: Taken
  readonly sent: readonly NoticeId[]
  /** These cannot be told to this contact: whoever else there is takes their place. */
  readonly failed: readonly NoticeId[]
  /** The lane rests until then, or goes on at once; undefined where nothing waits any more. */
  readonly next: { readonly at: Instant; readonly refusals: number } | undefined
}

export type Deliveries<Taken extends Lane = Lane> = {
  /** Lanes of the channel that are due, at most `limit`; no two takers get the same one. */
  take(channel: Contact['channel'], limit: number): Promise<readonly Taken[]>
  settle(outcomes: readonly LaneOutcome<Taken>[]): Promise<void>
}

/** `away`: the carrier does not answer, and the next round may wait. */
export type Round = { readonly taken: number; readonly sent: number; readonly away: boolean }

/** After so long without a yes, a contact cannot be told. */
const patience: Seconds = 4 * 24 * 60 * 60
const firstRest: Seconds = 10
const longestRest: Seconds = 60 * 60

export function deliverNotices<Taken extends Lane>(ports: {
  deliveries: Deliveries<Taken>
  carriers: Carriers
  imprint: Imprint
}): (channel: Contact['channel'], limit: number) => Promise<Round> {
  return async (channel, limit) => {
    const lanes = await ports.deliveries.take(channel, limit)
    const done = await Promise.all(lanes.map((lane) => empty(ports, lane)))
    await ports.deliveries.settle(done.map(({ outcome }) => outcome))
    return {
      taken: lanes.length,
      sent: done.reduce((sum, { outcome }) => sum + outcome.sent.length, 0),
      away: done.some(({ away }) => away),
    }
  }
}

async function empty<Taken extends Lane>(
  { carriers, imprint }: { carriers: Carriers; imprint: Imprint },
  lane: Taken,
): Promise<{ readonly outcome: LaneOutcome<Taken>; readonly away: boolean }> {
  const { contact, now } = lane
  const sent: NoticeId[] = []
  const failed: NoticeId[] = []
  for (const { id, madeAt, telling } of lane.waiting) {
    const text = noticeText(telling, imprint)
    const reason = await carry(carriers, `${id}.${contact.id}`, contact, text).then(
      () => undefined,
      reasonOf,
    )
    if (reason === undefined) sent.push(id)
    else if (reason === 'never' || now - madeAt > patience) failed.push(id)
    else {
      const away = reason === 'unreachable'
      const refusals = (sent.length > 0 ? 0 : lane.refusals) + (away ? 0 : 1)
      const at = away ? now : ((now + restAfter(refusals)) as Instant)
      return { outcome: { lane, sent, failed, next: { at, refusals } }, away }
    }
  }
  const next = lane.more ? { at: now, refusals: 0 } : undefined
  return { outcome: { lane, sent, failed, next }, away: false }
}

/** Whatever else went wrong is no fault of the contact. */
function reasonOf(fault: unknown) {
  return fault instanceof DeliveryFault ? fault.reason : 'later'
}

function restAfter(refusals: number): Seconds {
  return Math.min(longestRest, firstRest * 2 ** (refusals - 1))
}
