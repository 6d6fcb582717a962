/** Somebody begins to get a MitID. Nothing is known of them yet. */
import { accept, type Bytes, type Random, type UseCase } from '@open-mitid/kernel'
import { begin, EnrolmentId, type BegunEnrolment, type Wish } from './enrolment.ts'
import type { Enrolments } from './enrolments.ts'

export type BeginEnrolment = { readonly holder: Bytes; readonly wish?: Wish | undefined }

export function beginEnrolment({
  enrolments,
  random,
}: {
  enrolments: Enrolments
  random: Random
}): UseCase<BeginEnrolment, BegunEnrolment, never> {
  return async ({ holder, wish }) => {
    const begun = begin(EnrolmentId.make(random), holder, await enrolments.now(), wish)
    await enrolments.begin(begun)
    return accept(begun)
  }
}
