/** How a sign-in ended, as the service is told: the person's own no is always `access_denied`. */
import type { EndReason, SignInOutcome } from '@open-mitid/postgres/oidc'
import { AssuranceLevel } from '@open-mitid/identity/person'
import { errors, type InteractionResults } from 'oidc-provider'
import { uriOfLevel } from './assurance.ts'
import { amrOf } from './claims.ts'

const descriptions: Readonly<Record<EndReason, string>> = {
  user: 'mitid_user_aborted',
  cancel: 'mitid_user_aborted',
  not_me: 'mitid_not_me',
  expired: 'mitid_timeout',
  'started-elsewhere': 'mitid_started_elsewhere',
  'wrong-user-id': 'mitid_wrong_user',
  'other-person': 'mitid_other_person',
  blocked: 'mitid_blocked',
}

/** A browser that returns too early: it belongs on the sign-in's page. */
export class SignInUnderWay extends errors.InvalidRequest {
  readonly signIn: string

  constructor(signIn: string) {
    super('the sign-in is under way')
    this.signIn = signIn
  }
}

/**
 * The library's result of an interaction. It is never written: the state of the sign-in is the
 * result, so that no crash can part the two. A person below the `least` level that the service
 * takes is no failure of theirs, and the service is told so.
 */
export function resultOf(
  outcome: SignInOutcome,
  least: AssuranceLevel | undefined,
): InteractionResults {
  switch (outcome.state) {
    case 'under-way':
      throw new SignInUnderWay(outcome.signIn)
    case 'ended':
      return { error: 'access_denied', error_description: descriptions[outcome.reason] }
    case 'completed': {
      const { signIn, loa, completedAt } = outcome.completed
      if (least !== undefined && AssuranceLevel.lower(loa, least) !== least)
        return {
          error: 'unmet_authentication_requirements',
          error_description: `the person reaches ${loa}`,
        }
      const acr = uriOfLevel(loa)
      const amr = amrOf(outcome.completed)
      return { login: { accountId: signIn, acr, amr, ts: completedAt, remember: false } }
    }
  }
}
