/** The port to what a person wishes for, as their app reads and changes it. */
import type { ProfileId, Wishes } from '@open-mitid/protocol'
import type { Visit } from './call.ts'

/** The move is what they wish for from now on. */
export type WishesVisit = Visit<{ readonly wishes: Wishes }, Wishes>

export type OwnWishes = {
  /** One query; undefined where there is no such profile. */
  visit(id: ProfileId): Promise<WishesVisit | undefined>
}
