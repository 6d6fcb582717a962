/** What the holder of an enrolment may see of it. */
import { accept, refuse, type Instant, type UseCase } from '@open-mitid/kernel'
import type { Enrolment } from './enrolment.ts'
import type { Enrolments, OwnEnrolment } from './enrolments.ts'

export type EnrolmentView = {
  readonly enrolment: Enrolment
  readonly now: Instant
  /** Of the person that it ended in; 0 before. */
  readonly activeApps: number
}
export type EnrolmentUnknown = { readonly kind: 'enrolment-unknown' }

export function findEnrolment({
  enrolments,
}: {
  enrolments: Enrolments
}): UseCase<OwnEnrolment, EnrolmentView, EnrolmentUnknown> {
  return async (own) => {
    const found = await enrolments.find(own)
    if (!found) return refuse({ kind: 'enrolment-unknown' })
    const { enrolment, now } = found
    const isPerson = enrolment.state === 'completed'
    const activeApps = isPerson ? await enrolments.activeApps(enrolment.person) : 0
    return accept({ enrolment, now, activeApps })
  }
}
