/** A look-up in the CPR register as the event that its person sees (protocols §5). */
import type { Instant } from '@open-mitid/kernel'
import type { Actor, EventBodies, EventDraft } from '../ledger/index.ts'

export type LookUpPurpose = EventBodies['cpr-looked-up']['purpose']

/**
 * `at` is when the register was asked: where the person has no chain yet, the event is written when
 * it begins, with everything else that the enrolment did.
 */
export function cprLookedUp(purpose: LookUpPurpose, actor: Actor, at: Instant): EventDraft {
  return { type: 'cpr-looked-up', actor, body: { purpose, looked_up_at: at } }
}
