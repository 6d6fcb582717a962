/** A call of an app: who makes it, what is answered, and what is written before the answer goes out. */
import type { Bytes, Instant, Result } from '@open-mitid/kernel'
import type { AppProofClaims, PhoneCalls, PhonePath, PhoneRefusal } from '@open-mitid/protocol'
import type { AppendedEvents, ChainHead } from '../ledger/index.ts'
import type { AssuranceLevel, PersonId } from '../person/index.ts'
import type { Profile } from './profile.ts'

/** A call as it came: `proof` was read and `request` parsed, and nothing of either is proved. */
export type PhoneCall<Path extends PhonePath> = {
  readonly proof: AppProofClaims
  /** The app's origin and the path that was called. */
  readonly htu: string
  /** The exact bytes of the body, which the proof covers. */
  readonly body: Bytes
  readonly request: PhoneCalls[Path]['request']
}

/** `rn`, the nonce of the next call, and the time come with every answer to a call that was proved. */
export type CallRefusal = PhoneRefusal & { readonly rn?: string; readonly now?: Instant }
export type CallAnswer<Path extends PhonePath> = Result<PhoneCalls[Path]['answer'], CallRefusal>
export type AnswerCall<Path extends PhonePath> = (
  call: PhoneCall<Path>,
) => Promise<CallAnswer<Path>>

/** What calls of an app need to know of its person. */
export type Holder = {
  readonly id: PersonId
  readonly state: 'active' | 'blocked'
  readonly ial: AssuranceLevel
  /** The keyed hash of their user ID, as sign-ins carry it. */
  readonly userIdHash: Bytes
}

/** The last call that was answered; its answer is opened only where it is asked for again. */
export type LastCall = {
  readonly jti: string
  readonly body_sha256: string
  readonly answer: () => string
}

/** A profile as it was loaded, with the time by the database's clock and the end of the chain. */
export type Caller = {
  readonly now: Instant
  readonly profile: Profile
  readonly person: Holder
  readonly chain: ChainHead
  readonly rn: string
  readonly last: LastCall
}

/** What a call leaves behind on its profile, and the events that tell of it. */
export type Turn = {
  readonly profile: Profile
  readonly rn: string
  readonly jti: string
  readonly body_sha256: string
  readonly answer: string
  readonly events: AppendedEvents
}

/**
 * What one query found, and the one write that may follow it. `write` commits the turn, the move
 * and the events together, on the condition that the profile, its person, the end of the chain
 * (where events are written) and what is moved are still as they were found. It answers false
 * and writes nothing where they are not: then the call is to be decided anew.
 */
export type Visit<Found, Move> = Found & {
  readonly caller: Caller
  readonly write: (turn: Turn, move: Move | undefined) => Promise<boolean>
}
