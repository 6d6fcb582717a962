/** The port to activations, and to the codes that are on their way. */
import type { Bytes, Id, Instant } from '@open-mitid/kernel'
import type { ProfileId, SecondCode } from '@open-mitid/protocol'
import type { AppendedEvents, ChainHead } from '../ledger/index.ts'
import type { Letter, LetterStyle } from '../letter/index.ts'
import type { Contact, PersonId, UserId } from '../person/index.ts'
import type {
  Activation,
  ConfirmedActivation,
  EndedActivation,
  IssuedActivation,
  OpenedActivation,
  UsedActivation,
} from './activation.ts'
import type { Caller, Holder, Turn, Visit } from './call.ts'

/** A second code to be sent; it goes into the outbox in the statement that opens the activation. */
export type CodeMessage = {
  readonly id: Id<'msg'>
  readonly contact: Contact['id']
  readonly code: SecondCode
  readonly expiresAt: Instant
}

export type FoundForIssue = {
  readonly now: Instant
  readonly person: Holder
  readonly contacts: readonly Contact[]
  readonly chain: ChainHead
  readonly activeApps: number
  /** Whether a letter would reach the person, and how theirs are set. */
  readonly addressed: boolean
  readonly letterStyle: LetterStyle
  /** Activations that could still be opened or finished. */
  readonly unfinished: readonly Activation[]
  /** Adds the activation and ends those it replaces; false where anything has changed. */
  readonly write: (issue: {
    readonly activation: IssuedActivation
    readonly codeMac: Bytes
    readonly ended: readonly EndedActivation[]
    readonly events: AppendedEvents
    /** Brings the code: its life begins when this is printed. */
    readonly letter: Letter | undefined
  }) => Promise<boolean>
}

export type FoundByCode = {
  readonly now: Instant
  readonly person: Holder
  readonly contacts: readonly Contact[]
  /** Whether a letter would reach the person, and how theirs are set. */
  readonly addressed: boolean
  readonly letterStyle: LetterStyle
  readonly chain: ChainHead
  readonly activation: Activation
  /** Of the attempt that is under way. */
  readonly caller: Caller | undefined
  /** Writes the attempt, the profile that makes it, and the code to be sent, where one is. */
  readonly write: (opening: {
    readonly turn: Turn
    readonly activation?: OpenedActivation | ConfirmedActivation
    readonly message?: CodeMessage | undefined
    /** Brings the second code: its life begins when this is printed. */
    readonly letter?: Letter | undefined
  }) => Promise<boolean>
}

export type ActivationMove =
  OpenedActivation | ConfirmedActivation | UsedActivation | EndedActivation

export type ActivationVisit = Visit<
  {
    readonly activation: Activation
    readonly activeApps: number
    /** What the app may call its new profile, until the person calls it something else. */
    readonly givenName: string
  },
  ActivationMove
>

export type Activations = {
  findForIssue(
    person: { readonly id: PersonId } | { readonly userId: UserId },
  ): Promise<FoundForIssue | undefined>
  findByCode(codeMac: Bytes): Promise<FoundByCode | undefined>
  /** The activation that this profile is an attempt of; undefined where it is none of any. */
  visit(profile: ProfileId): Promise<ActivationVisit | undefined>
}
