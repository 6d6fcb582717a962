/** The person stops: what was known of them is gone at once, and they may begin anew. */
import { accept, refuse, type UseCase } from '@open-mitid/kernel'
import { end } from './enrolment.ts'
import type { Enrolments, OwnEnrolment } from './enrolments.ts'
import type { OwnEnrolmentRefusal } from './moves.ts'

const tries = 5

export function leaveEnrolment({
  enrolments,
}: {
  enrolments: Enrolments
}): UseCase<OwnEnrolment, undefined, OwnEnrolmentRefusal> {
  return async (own) => {
    for (let left = tries; left > 0; left -= 1) {
      const found = await enrolments.find(own)
      if (!found) return refuse({ kind: 'enrolment-unknown' })
      const { state } = found.enrolment
      if (state === 'completed') return refuse({ kind: 'enrolment-moved-on' })
      if (state === 'ended' || (await found.write(end(found.enrolment, 'left'))))
        return accept(undefined)
    }
    return refuse({ kind: 'enrolment-moved-on' })
  }
}
