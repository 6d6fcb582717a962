/** The port to those who have proved again whose MitID it is, and to what is theirs. */
import type { Bytes, Instant } from '@open-mitid/kernel'
import type {
  Activation,
  EndedActivation,
  IssuedActivation,
  ProfileId,
  Visit,
} from '../authenticator/index.ts'
import type { AppendedEvents, ChainHead } from '../ledger/index.ts'
import type { Person, PersonId } from '../person/index.ts'
import type { PassportProof, ProvedPassport } from './passport-proof.ts'

export type ActiveApp = { readonly profile: ProfileId; readonly activatedAt: Instant }

/** What has been proved is that somebody is the person of a MitID that there is. */
export type RegainingProof = ProvedPassport & { readonly person: PersonId }

export type FoundRegaining = {
  readonly now: Instant
  readonly proof: RegainingProof
  readonly person: Person
  readonly chain: ChainHead
  /** The longest active first. */
  readonly apps: readonly ActiveApp[]
  /** Activations that could still be opened or finished. */
  readonly unfinished: readonly Activation[]
  /** How far the activation has come that the proof led to. */
  readonly gave: Activation['state'] | undefined
  /**
   * The events and what they tell, together or not at all: false where the chain has grown, or
   * anything of it has moved.
   */
  readonly write: (change: {
    readonly events: AppendedEvents
    readonly to?: PassportProof
    /** Takes effect everywhere at once. */
    readonly closed?: ProfileId
    readonly activation?: {
      readonly issued: IssuedActivation
      readonly codeMac: Bytes
      readonly ended: readonly EndedActivation[]
    }
  }) => Promise<boolean>
}

/** An app's own call, and the proof that it names; undefined where there is none for that person. */
export type RegainingVisit = Visit<
  { readonly proof: RegainingProof | undefined },
  /** What becomes of the proof. */
  PassportProof
>

export type Regainings = {
  /** By the token of the proof; undefined where it has not proved whose MitID it is. */
  find(token: string): Promise<FoundRegaining | undefined>
  visit(profile: ProfileId, token: string): Promise<RegainingVisit | undefined>
}
