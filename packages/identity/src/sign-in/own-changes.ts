/** The port to a person's changes of their own MitID, by the sign-in that approved them. */
import type { Instant, Result } from '@open-mitid/kernel'
import type { Holder } from '../authenticator/index.ts'
import type { AppendedEvents, ChainHead } from '../ledger/index.ts'
import type { CprNumber, PersonName, UserId } from '../person/index.ts'
import type { OwnChange } from './own-change.ts'
import type { OwnSignIn } from './own-sign-in.ts'
import type { SignInId } from './sign-in.ts'

export type FoundOwnChange = {
  readonly now: Instant
  /** What the sign-in asked for; undefined for a sign-in at a service. */
  readonly change: OwnChange | undefined
  readonly completedAt: Instant
  /** Whether the sign-in withstands phishing. */
  readonly phr: boolean
  /** By password and code, not by an app. */
  readonly byCode: boolean
  /** A link to the owner had let the browser on. */
  readonly letOn: boolean
  readonly done: boolean
  readonly person: Holder & {
    readonly userId: UserId
    readonly name: PersonName
    readonly cpr: CprNumber | undefined
  }
  readonly hasPassword: boolean
  readonly chain: ChainHead
  /** Counts the question; `asked-out` where it was one too many. */
  readonly isTaken: (userId: UserId) => Promise<Result<boolean, { kind: 'asked-out' }>>
  /** The same for several that nobody typed; not counted. */
  readonly free: (userIds: readonly UserId[]) => Promise<readonly UserId[]>
  /**
   * Once: password, user ID and events together. A password is of the user ID that is current
   * afterwards. `lost` where anything has moved on.
   */
  readonly write: (
    changed: { readonly record: string | undefined; readonly userId: UserId | undefined },
    events: AppendedEvents,
  ) => Promise<Result<undefined, { kind: 'lost' | 'user-id-taken' }>>
}

export type OwnChanges = {
  /** Before its sign-in opens. */
  begin(id: SignInId): Promise<void>
  /** Undefined where this browser has completed no such sign-in. */
  find(own: OwnSignIn): Promise<FoundOwnChange | undefined>
}
