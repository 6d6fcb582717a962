/** The port to the comparison of faces: much arithmetic, done where no sign-in waits for it. */
import type { Bytes, Result } from '@open-mitid/kernel'
import type { FaceMeasure } from './face-challenge.ts'
import type { TooMuch } from './passport-inspector.ts'

export type FaceMatcher = {
  /**
   * Measures each picture (JPEG) against the photo in DG2. The images live in memory until it
   * answers and nowhere else. `photo-unreadable`: there is no face in the document's photo, or it
   * is in no form that can be decoded.
   */
  measure(
    dg2: Bytes,
    pictures: readonly Bytes[],
  ): Promise<Result<readonly FaceMeasure[], TooMuch | { readonly kind: 'photo-unreadable' }>>
}
