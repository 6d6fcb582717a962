/** The port to sign-ins: what one query finds, and the one write that may follow it. */
import type { Bytes, Instant, Seconds } from '@open-mitid/kernel'
import type { Flow, KnownBrowser, OfferId, ProfileId, Qid } from '@open-mitid/protocol'
import type { Holder, Visit } from '../authenticator/index.ts'
import type { AppendedEvents, ChainHead, LedgerEvent } from '../ledger/index.ts'
import type { PersonId } from '../person/index.ts'
import type { ClientId, OrganisationId } from '../service/index.ts'
import type { OwnSignIn } from './own-sign-in.ts'
import type { AbortReason, Asked, CodeCompletedSignIn, SignIn, SignInId } from './sign-in.ts'

/** A sign-in that begins; its times are the database's own. */
export type NewSignIn = {
  readonly id: SignInId
  readonly qid: Qid
  readonly client: ClientId
  readonly asked: Asked
  readonly browser: Bytes
  /** Only this person's profiles may claim it; the box then asks for no user ID. */
  readonly boundPerson: PersonId | undefined
  /** Kept with it, in the same write. */
  readonly request: ServiceRequest | undefined
}

/** The service's request, as the one who answers it wants it back. */
export type ServiceRequest = {
  /** Names it in the address to which the browser returns; kept as a hash. */
  readonly uid: string
  readonly content: string
  /** The pushed request it came by, which yields one answer however often it is opened. */
  readonly pushedId: string | undefined
  readonly life: Seconds
}

/** What a page may see of its sign-in; nothing of the person is opened for it. */
export type Glance = {
  readonly now: Instant
  readonly id: SignInId
  readonly qid: Qid
  readonly state: SignIn['state']
  readonly client: ClientId
  readonly asked: Asked
  readonly browser: Bytes
  readonly hasUserId: boolean
  readonly bound: boolean
  readonly openedAt: Instant
  readonly openUntil: Instant
  readonly expiresAt: Instant
  readonly flow: Flow | undefined
  /** In flow `same`: the app gave the tab back. */
  readonly returned: boolean
  readonly reason: AbortReason | 'cancel' | 'not_me' | undefined
}

/** Whoever claimed a sign-in, as they stand now. */
export type Claimant = {
  readonly person: Holder
  readonly profile: { readonly id: ProfileId; readonly active: boolean }
  readonly chain: ChainHead
  /** The binding under which it was approved. */
  readonly binding: string | undefined
}

export type FoundSignIn = {
  readonly now: Instant
  readonly signIn: SignIn
  readonly organisation: OrganisationId
  readonly claimant: Claimant | undefined
  /** The person's pairwise subject at the organisation, where they have been there before. */
  readonly sub: string | undefined
  /** Writes the move, its events and what belongs to it; false where anything has changed. */
  readonly write: (
    move: SignInMove & { readonly events: AppendedEvents | undefined },
  ) => Promise<boolean>
}

export type SignInMove = {
  readonly to: Exclude<SignIn, CodeCompletedSignIn>
  /** The browser counts as known to the person from then on. */
  readonly knowBrowserFrom?: Instant
  /** The browser is not, and is not about to be, known to the person. */
  readonly forgetBrowser?: boolean
  /** A pairwise subject that the person is given at the organisation. */
  readonly newSub?: string
}

/** The secret's own locator, or the name of a sign-in that the app has claimed. */
export type SignInLocator =
  | { readonly qid: Qid | undefined }
  /** Only among sign-ins with the user ID of the caller's own person. */
  | { readonly codeMac: Bytes | undefined }
  | { readonly id: OfferId }

export type SignInVisit = Visit<
  {
    readonly signIn: SignIn | undefined
    /** Whether the browser that started it is known to the caller's person. */
    readonly knownBrowser: boolean
  },
  SignInMove
>

export type EvidenceVisit = SignInVisit & {
  /** The binding under which it was approved. */
  readonly binding: string | undefined
}

/** What a profile has claimed and not yet answered, and how the person stands. */
export type StateVisit = Visit<
  {
    readonly waiting: readonly { readonly offer: string; readonly expiresAt: Instant }[]
    /** Active apps of the person besides this one. */
    readonly otherApps: number
  },
  never
>

export type Decided = {
  readonly offer: string
  readonly decision: 'approve' | 'refuse'
  readonly at: Instant
}
export type HistoryVisit = Visit<
  {
    /** The newest first, at most 200. */
    readonly decided: readonly Decided[]
    /** The newest first and without a gap, at most 100. */
    readonly told: readonly LedgerEvent[]
  },
  never
>

/** The browsers that count, or are about to count, as known to the person; the newest first. */
export type BrowsersVisit = Visit<
  { readonly browsers: readonly KnownBrowser[] },
  { readonly forget: SignInId }
>

export type SignIns = {
  /** As it stands then; undefined where the pushed request has ended: nothing is written. */
  open(signIn: NewSignIn): Promise<Glance | undefined>
  /**
   * Each of these three is one write to an open sign-in of that browser that is not overdue, and
   * reaches nothing else. A user ID that is typed ends the codes and buttons made for another, and
   * the sign-in is answered as it stands then.
   */
  name(own: OwnSignIn, userIdHash: Bytes): Promise<Glance | undefined>
  showCode(
    own: OwnSignIn,
    mac: Bytes,
    life: Seconds,
  ): Promise<{ readonly until: Instant; readonly now: Instant } | undefined>
  showStart(
    own: OwnSignIn,
    sha256: Bytes,
    life: Seconds,
  ): Promise<{ readonly qid: Qid; readonly until: Instant } | undefined>
  glance(id: SignInId): Promise<Glance | undefined>
  find(by: { id: SignInId } | { returnSha256: Bytes }): Promise<FoundSignIn | undefined>
  /** As its approval has left it, where this process wrote that: as `Profiles.recall`. */
  recall(id: SignInId): FoundSignIn | undefined
  visit(profile: ProfileId, by: SignInLocator): Promise<SignInVisit | undefined>
  /** As `Profiles.recall`: what the last call was about has to be this sign-in. */
  recallVisit(profile: ProfileId, id: OfferId): SignInVisit | undefined
  visitEvidence(profile: ProfileId, id: SignInId): Promise<EvidenceVisit | undefined>
  visitState(profile: ProfileId): Promise<StateVisit | undefined>
  visitBrowsers(profile: ProfileId): Promise<BrowsersVisit | undefined>
  visitHistory(profile: ProfileId, before: number | undefined): Promise<HistoryVisit | undefined>
}
