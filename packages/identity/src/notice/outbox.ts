/** The port to what waits to be told, and the use case that empties it. */
import type { Random } from '@open-mitid/kernel'
import type { ContactId } from '../person/index.ts'
import { needsMore, NoticeId, recipients, type ToldEvent } from './notice.ts'

/** A notice, and the contacts that it goes to; `more`: a letter may be due. */
export type PlannedNotice = {
  readonly id: NoticeId
  readonly to: readonly ContactId[]
  readonly more: boolean
}

/**
 * Each takes at most `limit` and answers how many it took. What is taken, and the jobs that follow
 * from it, are written in one transaction; two takers never take the same.
 */
export type Outbox = {
  takeEvents(limit: number, plan: (event: ToldEvent) => PlannedNotice): Promise<number>
  takeCodes(limit: number): Promise<number>
  takeContactCodes(limit: number): Promise<number>
  takeOwnerLinks(limit: number): Promise<number>
}

const batch = 100

/** Turns everything that waits into jobs; answers how much it was. */
export async function takeOutbox({
  outbox,
  random,
}: {
  outbox: Outbox
  random: Random
}): Promise<number> {
  const plan = (event: ToldEvent) => {
    const to = recipients(event)
    return { id: NoticeId.make(random), to, more: needsMore(event, to) }
  }
  let taken = 0
  for (;;) {
    const codes = await outbox.takeCodes(batch)
    const contactCodes = await outbox.takeContactCodes(batch)
    const links = await outbox.takeOwnerLinks(batch)
    const events = await outbox.takeEvents(batch, plan)
    taken += codes + contactCodes + links + events
    if (Math.max(codes, contactCodes, links, events) < batch) return taken
  }
}
