/** The port to proofs by passport that are under way or decided. */
import type { Instant } from '@open-mitid/kernel'
import type { CprNumber } from '../person/index.ts'
import type { PassportProof, ReadingPassport } from './passport-proof.ts'

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
  /** Whether somebody with this number has a MitID. */
  hasMitId(cpr: CprNumber): Promise<boolean>
}
