/** What the holder of an enrolment may see of it. */
import { accept, refuse, type Instant, type UseCase } from '@open-mitid/kernel'
import type { Enrolment } from './enrolment.ts'
import type { Enrolments, OwnEnrolment } from './enrolments.ts'

export type EnrolmentView = { readonly enrolment: Enrolment; readonly now: Instant }
export type EnrolmentUnknown = { readonly kind: 'enrolment-unknown' }

export function findEnrolment({
  enrolments,
}: {
  enrolments: Enrolments
}): UseCase<OwnEnrolment, EnrolmentView, EnrolmentUnknown> {
  return async (own) => {
    const found = await enrolments.find(own)
    return found
      ? accept({ enrolment: found.enrolment, now: found.now })
      : refuse({ kind: 'enrolment-unknown' })
  }
}
