import { appendEvents, emptyChain, verifyChain, type ChainHead } from '@open-mitid/identity/ledger'
import type { Id, Instant, Random } from '@open-mitid/kernel'

type Given = { person: Id<'per'>; app: Id<'aut'>; random: Random; now: Instant }

/** The app is removed: what is to be written, and what the app must see afterwards. */
export function removal({ person, app, random, now }: Given): ChainHead {
  const { entries, head } = appendEvents(
    emptyChain(person),
    [{ type: 'app-removed', actor: app, body: { profile: app } }],
    { random, now },
  )
  const { fault } = verifyChain(emptyChain(person), entries)
  if (fault) throw new Error(fault.kind)
  return head
}
