/** The port to passports that a helper's phone reads for another's (product §A.2). */
import type { Bytes, Instant } from '@open-mitid/kernel'
import type { PassportProofId, ReadingPassport } from './passport-proof.ts'

/** What the helper's phone has: the right to read into one proof, while it is being read. */
export type TakenReading = { readonly proof: ReadingPassport; readonly now: Instant }

export type HelpedReadings = {
  /**
   * Offers the reading by a code, kept as a hash alone, and ends whatever an earlier one has led to.
   * False where the proof is no longer being read.
   */
  offer(proof: PassportProofId, code: string, until: Instant): Promise<boolean>
  /** Of several who take one code, one gets the reading: `reader` opens it from then on. */
  take(code: string, reader: string): Promise<TakenReading | undefined>
  isTaken(proof: PassportProofId): Promise<boolean>
  /** Keeps the photo under the key that only the citizen's phone has; false where the right has ended. */
  keepPhoto(reader: string, sealed: Bytes): Promise<boolean>
  findPhoto(proof: PassportProofId): Promise<Bytes | undefined>
  /** The right to read ends, and the photo is gone. */
  end(proof: PassportProofId): Promise<void>
}
