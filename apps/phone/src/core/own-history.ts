/**
 * A person's history behind their PIN, recomputed by the phone: what the server shows must lead,
 * event by event, to every place in the chain that it has told before. See protocols §5.
 */
import { accept, type Result } from '@open-mitid/kernel'
import {
  Digest,
  followChain,
  type ChainedEvent,
  type ChainHead,
  type HistoryEntry,
  type KnownBrowser,
  type PhoneCalls,
} from '@open-mitid/protocol'
import type { CallRefusal, Calls } from './calls.ts'
import type { PinRefusal, Profiles } from './profiles.ts'

export type OwnHistory = {
  readonly entries: readonly HistoryEntry[]
  /** The newest first, at least all since the history was last recomputed. */
  readonly events: readonly ChainedEvent[]
  /** Whether nothing was hidden, changed or inserted since the phone was last told of the chain. */
  readonly whole: boolean
}

type Page = Pick<PhoneCalls['/api/history']['answer'], 'subject' | 'events' | 'prev'>

export function ownHistory({ call, note }: Calls, profiles: Profiles) {
  return {
    /** The browsers that count, or are about to count, as known to the person. */
    async browsers(id: string, pin: string): Promise<Result<readonly KnownBrowser[], PinRefusal>> {
      const proved = await profiles.provePin(id, pin, 'history')
      if (!proved.ok) return proved
      const answer = await call(id, '/api/browsers', { ke3: proved.value.ke3 })
      return answer.ok ? accept(answer.value.browsers) : answer
    },

    /** No PIN is asked for again, since nobody gains by it; the list has just been opened with it. */
    async forgetBrowser(
      id: string,
      { sign_in }: KnownBrowser,
      reason: 'forgotten' | 'not_me',
    ): Promise<Result<undefined, CallRefusal>> {
      const answer = await call(id, '/api/browsers/forget', { sign_in, reason })
      return answer.ok ? accept(undefined) : answer
    },

    async history(id: string, pin: string): Promise<Result<OwnHistory, PinRefusal>> {
      const holder = await profiles.holder(id)
      if (!holder.ok) return holder
      const { known } = holder.value
      const proved = await profiles.provePin(id, pin, 'history')
      if (!proved.ok) return proved
      const newest = await call(id, '/api/history', { ke3: proved.value.ke3 })
      if (!newest.ok) return newest
      const { entries, n, head } = newest.value
      const pages: Page[] = [newest.value]
      for (let oldest = oldestOf(newest.value); oldest > known[0].n + 1;) {
        const older = await call(id, '/api/history', { before: oldest })
        if (!older.ok) return older
        pages.push(older.value)
        const next = oldestOf(older.value)
        if (next >= oldest) break // such a page is no part of a chain
        oldest = next
      }
      const checked: ChainHead = { n, head }
      const whole = isWhole(pages, [...known, checked])
      await note(id, (memory) => {
        if (memory.stage !== 'active') return memory
        return whole ? { ...memory, checked } : { ...memory, forked: true }
      })
      return accept({ entries, events: pages.flatMap(({ events }) => events), whole })
    },
  }
}

function oldestOf({ events }: Page): number {
  return events.at(-1)?.n ?? 0
}

const nothing = Digest.from(new Uint8Array(32))

/** Whether the pages, the newest first, are one chain with every one of the known places in it. */
function isWhole(pages: readonly Page[], known: readonly ChainHead[]): boolean {
  const oldest = pages.at(-1)
  const events = pages.flatMap((page) => page.events).toReversed()
  const [first] = events
  if (!oldest || !first) return false
  const from = { n: first.n - 1, head: oldest.prev }
  if (from.n === 0 && from.head !== nothing) return false
  const places = followChain(oldest.subject, from, events)
  const heads = new Map([from, ...(places ?? [])].map((place) => [place.n, place.head]))
  return places !== undefined && known.every(({ n, head }) => heads.get(n) === head)
}
