/** How a person wants to be told of things, and how their letters are set (product §C). */
import { accept, refuse, type Random, type UseCase } from '@open-mitid/kernel'
import type { Instant } from '@open-mitid/kernel'
import { appendEvents, type AppendedEvents, type ChainHead } from '../ledger/index.ts'
import type { PersonId } from './person.ts'
import type { UserId } from './user-id.ts'

export type Wishes = {
  readonly notifyEveryUse: boolean
  readonly largePrint: boolean
  /** Every letter in Danish and in English. */
  readonly lettersInBoth: boolean
}

type FoundWishes = {
  readonly now: Instant
  readonly person: PersonId
  readonly chain: ChainHead
  readonly wishes: Wishes
  /** False where the chain has grown since. */
  readonly write: (wishes: Wishes, events: AppendedEvents) => Promise<boolean>
}

export type WishLists = { find(userId: UserId): Promise<FoundWishes | undefined> }

export type ChangeWishes = {
  readonly userId: UserId
  /** What is not named stays as it is. */
  readonly wanted: Partial<Wishes>
  readonly by: 'person' | 'operator'
}
export type ChangeWishesRefusal = { readonly kind: 'person-unknown' | 'busy' }

const tries = 5

/** Told to every channel: whoever uses a stolen MitID would rather that its owner heard nothing. */
export function changeWishes(ports: {
  wishLists: WishLists
  random: Random
}): UseCase<ChangeWishes, Wishes, ChangeWishesRefusal> {
  const { wishLists, random } = ports
  return async ({ userId, wanted, by }) => {
    for (let left = tries; left > 0; left -= 1) {
      const found = await wishLists.find(userId)
      if (!found) return refuse({ kind: 'person-unknown' })
      const { now, person, chain } = found
      const wishes = { ...found.wishes, ...wanted }
      const body = {
        notify_every_use: wishes.notifyEveryUse,
        large_print: wishes.largePrint,
        letters_in_both: wishes.lettersInBoth,
      }
      const actor = by === 'person' ? person : 'operator'
      const draft = { type: 'wishes-changed', actor, body } as const
      const events = appendEvents(chain, [draft], { random, now })
      if (await found.write(wishes, events)) return accept(wishes)
    }
    return refuse({ kind: 'busy' })
  }
}
