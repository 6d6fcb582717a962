/** The port to proofs by passport that are under way or decided. */
import type { Instant, Result } from '@open-mitid/kernel'
import type { AppendedEvents } from '../ledger/index.ts'
import type { PersonId } from '../person/index.ts'
import type { InspectedPassport, PassportProof, ReadingPassport } from './passport-proof.ts'

export type FoundPassportProof = { readonly now: Instant; readonly proof: PassportProof }

export type PassportProofs = {
  now(): Promise<Instant>
  /** Who holds `token` can go on with the proof; it is kept as a hash alone. */
  add(token: string, proof: ReadingPassport): Promise<void>
  /** One that has not expired. */
  find(token: string): Promise<FoundPassportProof | undefined>
  /**
   * Answers false, and writes nothing, where the proof is no longer as it was found. What was moved
   * can be moved on.
   */
  move(from: PassportProof, to: PassportProof): Promise<boolean>
  /** Moves it and writes what its person is told, both or neither. */
  moveTelling(
    from: PassportProof,
    to: PassportProof,
    told: { readonly person: PersonId; readonly events: AppendedEvents },
  ): Promise<Result<undefined, { readonly kind: 'proof-moved-on' | 'chain-grew' }>>
  /**
   * Faces that were tried against the document of this proof within a day, this one's included,
   * and proved nobody.
   */
  facesTried(proof: InspectedPassport): Promise<number>
}
