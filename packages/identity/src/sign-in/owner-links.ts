/** The port to links to owners: by the hash of a user ID alone, whether or not anybody has it. */
import type { Bytes, Id, Instant } from '@open-mitid/kernel'
import type { AppendedEvents, ChainHead } from '../ledger/index.ts'
import type { PersonId } from '../person/index.ts'
import type { OwnSignIn } from './own-sign-in.ts'
import type { OwnerLink, OwnerSecrets } from './owner-link.ts'

export type NewOwnerLink = OwnerLink & {
  readonly id: Id<'msg'>
  readonly secrets: OwnerSecrets
  readonly tokenSha256: Bytes
  readonly codeMac: Bytes
}

export type FoundOwnerAsk = {
  readonly now: Instant
  readonly newest: OwnerLink | undefined
  /**
   * Notes that this browser has asked, gives its sign-in the rest of its time, and puts the link,
   * where there is a new one, on its way; false where somebody else has just asked.
   */
  readonly write: (link: NewOwnerLink | undefined) => Promise<boolean>
}

/** A link or code that is good, in the hands of whoever has it. */
export type FoundOwnerLink = {
  readonly now: Instant
  readonly person: PersonId
  readonly chain: ChainHead
  /** Whether the browser is one that has asked for it. */
  readonly asked: boolean
  /** Once for link and code together: lets the browser on, with counters of its own. */
  readonly letOn: (events: AppendedEvents) => Promise<boolean>
}

export type OwnerLinks = {
  /** Undefined where this browser has no open sign-in with a user ID. Nobody is looked up. */
  findAsk(own: OwnSignIn): Promise<FoundOwnerAsk | undefined>
  /** By the user ID of this browser's open sign-in. */
  findCode(own: OwnSignIn, codeMac: Bytes): Promise<FoundOwnerLink | undefined>
  findToken(tokenSha256: Bytes, browser: Bytes): Promise<FoundOwnerLink | undefined>
}
