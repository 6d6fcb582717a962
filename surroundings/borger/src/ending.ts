/** What each of MitID's endings means to somebody at Borger: docs/connect.md, "When it does not succeed". */
import type { AuthorizationResponseError } from 'openid-client'
import type { Message } from './words.ts'

/** By `error_description` of `access_denied`. */
export const endings = {
  mitid_user_aborted: 'cancelled',
  mitid_not_me: 'notMe',
  mitid_timeout: 'timeout',
  mitid_started_elsewhere: 'elsewhere',
  mitid_wrong_user: 'wrongUser',
  mitid_other_person: 'otherPerson',
  mitid_blocked: 'blocked',
  mitid_unknown_person: 'unknownPerson',
} as const satisfies Readonly<Record<string, Message>>

const known: ReadonlyMap<string, Message> = new Map(Object.entries(endings))

/** An ending that MitID may add tomorrow is told as one that did not work. */
export function endingOf(
  answer: Pick<AuthorizationResponseError, 'error' | 'error_description'>,
): Message {
  if (answer.error === 'unmet_authentication_requirements') return 'tooLow'
  if (answer.error !== 'access_denied') return 'failed'
  return known.get(answer.error_description ?? '') ?? 'failed'
}
