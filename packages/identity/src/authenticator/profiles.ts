/** The port to the profiles of apps. */
import type { ProfileId } from '@open-mitid/protocol'
import type { Visit } from './call.ts'

/** Nothing more than the caller, and nothing more to move. */
export type ProfileVisit = Visit<object, undefined>

export type Profiles = {
  /** One query; undefined where there is no such profile. */
  visit(id: ProfileId): Promise<ProfileVisit | undefined>
  /**
   * The profile as its last call has left it, where this process answered that: no query, and once.
   * Much may have changed since, so nothing but a write that wins may come of it.
   */
  recall(id: ProfileId): ProfileVisit | undefined
}
