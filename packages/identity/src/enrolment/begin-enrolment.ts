/** Somebody begins to get a MitID. Nothing is known of them yet. */
import { accept, type Bytes, type Random, type UseCase } from '@open-mitid/kernel'
import { begin, EnrolmentId, type BegunEnrolment } from './enrolment.ts'
import type { Enrolments } from './enrolments.ts'

export function beginEnrolment({
  enrolments,
  random,
}: {
  enrolments: Enrolments
  random: Random
}): UseCase<{ readonly holder: Bytes }, BegunEnrolment, never> {
  return async ({ holder }) => {
    const begun = begin(EnrolmentId.make(random), holder, await enrolments.now())
    await enrolments.begin(begun)
    return accept(begun)
  }
}
