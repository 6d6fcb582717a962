export type { FoundCode } from './code-row.ts'
export { databaseTime } from './database-time.ts'
export { findPersonBySub, type FindPersonBySub } from './known-subjects.ts'
export {
  openInteractions,
  type EndReason,
  type Interactions,
  type SignInOutcome,
} from './interactions.ts'
export { openPushedRequests, type ClientAssertion, type PushedRequests } from './pushed-requests.ts'
export type { Completed, SignedIn } from './signed-in.ts'
export { sweepOidc } from './sweep.ts'
