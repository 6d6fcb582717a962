/** The first code on the proofed page ran out, or served and the spare is due: the page shows another. */
import { accept, refuse, type UseCase } from '@open-mitid/kernel'
import type {
  IssueActivationCode,
  IssueActivationCodeRefusal,
  IssuedActivationCode,
} from '../authenticator/index.ts'
import { appsOf } from './chosen-authenticators.ts'
import type { Enrolments, OwnEnrolment } from './enrolments.ts'
import type { OwnEnrolmentRefusal } from './moves.ts'

type Issue = UseCase<IssueActivationCode, IssuedActivationCode, IssueActivationCodeRefusal>

/** `app-active`: as many apps as were chosen are active. */
export type RenewActivationCodeRefusal =
  IssueActivationCodeRefusal | OwnEnrolmentRefusal | { readonly kind: 'app-active' }

export function renewActivationCode({
  enrolments,
  issueActivationCode,
}: {
  enrolments: Enrolments
  issueActivationCode: Issue
}): UseCase<OwnEnrolment, IssuedActivationCode, RenewActivationCodeRefusal> {
  return async (own) => {
    const found = await enrolments.find(own)
    if (!found) return refuse({ kind: 'enrolment-unknown' })
    const { enrolment } = found
    if (enrolment.state !== 'completed') return refuse({ kind: 'enrolment-moved-on' })
    const active = await enrolments.activeApps(enrolment.person)
    if (active >= appsOf(enrolment.answers.authenticators)) return refuse({ kind: 'app-active' })
    const { person } = enrolment
    const issued = await issueActivationCode({
      person: { id: person },
      channel: 'page',
      actor: person,
    })
    return issued.ok ? accept(issued.value) : issued
  }
}
