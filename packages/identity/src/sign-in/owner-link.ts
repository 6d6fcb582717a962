/**
 * The owner's way on, where strangers have spent the tries of their user ID (protocols §4,
 * "Throttling without lock-out"): a link and a code, sent to a channel of theirs, of which either
 * lets one browser on, once. A browser that is let on may try a password, and no more.
 */
import {
  base64url,
  fromBase64url,
  Instant,
  utf8,
  type Bytes,
  type Random,
  type Seconds,
} from '@open-mitid/kernel'
import { sha256, TypedCode } from '@open-mitid/protocol'
import type { Mac } from '../keys/index.ts'

/** What goes out of the house once, in a message to the person. */
export type OwnerSecrets = {
  /** 32 random bytes, for the fragment of the link. */
  readonly token: string
  /** To type, where the message is read on another device. */
  readonly code: TypedCode
}

/** The newest of a user ID, whether or not anybody has that. */
export type OwnerLink = {
  readonly until: Instant
  /** How many in a row nobody has used, this one counted. */
  readonly unused: number
}

const firstLife: Seconds = 15 * 60
/** After so many that nobody used, they come from a stranger: each then lives longer. */
const patience = 3
const laterLife: Seconds = 2 * 60 * 60
/** Who asks is left at least this with the one that is in their hands. */
const enough: Seconds = 5 * 60
/** How long a browser that was let on may try. */
export const letOnLife: Seconds = 15 * 60
/** How long a browser may wait for what it asked for. */
export const askLife: Seconds = laterLife

/**
 * The next link, or undefined while the newest still serves: so a stranger who asks on and on can
 * neither fill somebody's mailbox, nor keep them from having a link that works.
 */
export function nextOwnerLink(newest: OwnerLink | undefined, now: Instant): OwnerLink | undefined {
  if (newest && now < Instant.plus(newest.until, -enough)) return undefined
  const before = newest?.unused ?? 0
  return {
    until: Instant.plus(now, before < patience ? firstLife : laterLife),
    unused: before + 1,
  }
}

export const OwnerSecrets = {
  make: (random: Random): OwnerSecrets => ({
    token: base64url(random(32)),
    code: TypedCode.make(random),
  }),
  /** The hash of a token as it came, or undefined for what can be none. */
  tokenSha256(token: string): Bytes | undefined {
    const bytes = fromBase64url(token)
    if (bytes?.length !== 32) return undefined
    return sha256(bytes)
  },
  codeMac: (mac: Mac, code: TypedCode): Promise<Bytes> => mac('owner-code', utf8(code)),
}
