/** The first code on the proofed page ran out before the app was there: the page shows another. */
import { accept, refuse, type UseCase } from '@open-mitid/kernel'
import type {
  IssueActivationCode,
  IssueActivationCodeRefusal,
  IssuedActivationCode,
} from '../authenticator/index.ts'
import { hasApp } from './chosen-authenticators.ts'
import type { Enrolments, OwnEnrolment } from './enrolments.ts'
import type { OwnEnrolmentRefusal } from './moves.ts'

type Issue = UseCase<IssueActivationCode, IssuedActivationCode, IssueActivationCodeRefusal>

/** `app-active`: there is an app already, and the next one is activated by that. */
export function renewActivationCode({
  enrolments,
  issueActivationCode,
}: {
  enrolments: Enrolments
  issueActivationCode: Issue
}): UseCase<
  OwnEnrolment,
  IssuedActivationCode,
  IssueActivationCodeRefusal | OwnEnrolmentRefusal | { readonly kind: 'app-active' }
> {
  return async (own) => {
    const found = await enrolments.find(own)
    if (!found) return refuse({ kind: 'enrolment-unknown' })
    const { enrolment } = found
    if (enrolment.state !== 'completed' || !hasApp(enrolment.answers.authenticators))
      return refuse({ kind: 'enrolment-moved-on' })
    if ((await enrolments.activeApps(enrolment.person)) > 0) return refuse({ kind: 'app-active' })
    const { person } = enrolment
    const issued = await issueActivationCode({
      person: { id: person },
      channel: 'page',
      actor: person,
    })
    return issued.ok ? accept(issued.value) : issued
  }
}
