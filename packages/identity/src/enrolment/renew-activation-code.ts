/**
 * The first code ran out, its answer was lost, or it served and the spare is due: where the person
 * was proved, they get another.
 */
import { accept, refuse, type UseCase } from '@open-mitid/kernel'
import type {
  CodeChannel,
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

/** `channel`: the page on which the person was proved, or the app. */
export function renewActivationCode({
  enrolments,
  issueActivationCode,
  channel,
}: {
  enrolments: Enrolments
  issueActivationCode: Issue
  channel: Extract<CodeChannel, 'page' | 'app'>
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
      channel,
      actor: person,
    })
    return issued.ok ? accept(issued.value) : issued
  }
}
