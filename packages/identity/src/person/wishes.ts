/** How a person wants to be told of things, and how their letters are set (product §C). */
import { accept, refuse, type Instant, type Random, type UseCase } from '@open-mitid/kernel'
import type { Wishes } from '@open-mitid/protocol'
import {
  appendEvents,
  type AppendedEvents,
  type ChainHead,
  type EventDraft,
} from '../ledger/index.ts'
import type { UserId } from './user-id.ts'

type FoundWishes = {
  readonly now: Instant
  readonly chain: ChainHead
  readonly wishes: Wishes
  /** False where the chain has grown since. */
  readonly write: (wishes: Wishes, events: AppendedEvents) => Promise<boolean>
}

export type { Wishes }

export type WishLists = { find(userId: UserId): Promise<FoundWishes | undefined> }

export type ChangeWishes = {
  readonly userId: UserId
  /** What is not named stays as it is. */
  readonly wanted: Partial<Wishes>
}
export type ChangeWishesRefusal = { readonly kind: 'person-unknown' | 'busy' }

const tries = 5

/** The operator's way, for whoever asks support; in their app a person does it themselves. */
export function changeWishes(ports: {
  wishLists: WishLists
  random: Random
}): UseCase<ChangeWishes, Wishes, ChangeWishesRefusal> {
  const { wishLists, random } = ports
  return async ({ userId, wanted }) => {
    for (let left = tries; left > 0; left -= 1) {
      const found = await wishLists.find(userId)
      if (!found) return refuse({ kind: 'person-unknown' })
      const { now, chain } = found
      const change = changeOfWishes(found.wishes, wanted, 'operator')
      if (!change) return accept(found.wishes)
      const events = appendEvents(chain, [change.draft], { random, now })
      if (await found.write(change.to, events)) return accept(change.to)
    }
    return refuse({ kind: 'busy' })
  }
}

type WishesChange = { readonly to: Wishes; readonly draft: EventDraft }

/**
 * Undefined where everything stays as it is. A change is told to every channel, and one of the
 * language in the one before as well: whoever uses a stolen MitID would rather that its owner heard
 * nothing, or in words that they cannot read.
 */
export function changeOfWishes(
  before: Wishes,
  wanted: Partial<Wishes>,
  actor: EventDraft['actor'],
): WishesChange | undefined {
  const to = { ...before, ...wanted }
  const names = Object.keys(before) as (keyof Wishes)[]
  if (names.every((name) => to[name] === before[name])) return undefined
  const known = to.language === before.language ? {} : { language_before: before.language }
  return { to, draft: { type: 'wishes-changed', actor, body: { ...to, ...known } } }
}
