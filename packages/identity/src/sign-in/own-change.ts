/**
 * What a person changes about their own MitID: approved in a sign-in that asked for exactly that,
 * and then done once on the page that began it (protocols §4).
 */
import { accept, Instant, refuse, type Brand, type Result, type Seconds } from '@open-mitid/kernel'
import type { FoundOwnChange } from './own-changes.ts'

export const ownChanges = ['password', 'user-id'] as const
export type OwnChange = (typeof ownChanges)[number]

/** From the approval to the change: to think of a password, or of a name. */
export const changeTime: Seconds = 15 * 60

/** How often a user ID may be asked about in one change, taken or not. */
export const mostQuestions = 30

/**
 * `browser-unseen`: somebody else's page may have asked for it. `no-password`: there is none to
 * change. `change-done`: it was used.
 */
export type OwnChangeRefusal = {
  readonly kind: 'change-ended' | 'change-done' | 'browser-unseen' | 'no-password'
}

/** Whoever gives this has approved exactly this change, here, and a moment ago. */
export type ApprovedChange = Brand<
  FoundOwnChange & { readonly change: OwnChange },
  'ApprovedChange'
>

export function approvedChange(
  found: FoundOwnChange | undefined,
): Result<ApprovedChange, OwnChangeRefusal> {
  if (!found?.change) return refuse({ kind: 'change-ended' })
  const { change, now, completedAt, person, hasPassword } = found
  if (found.done) return refuse({ kind: 'change-done' })
  if (person.state === 'blocked' || now >= Instant.plus(completedAt, changeTime))
    return refuse({ kind: 'change-ended' })
  if (!mayChange(found)) return refuse({ kind: 'browser-unseen' })
  if (change === 'password' && !hasPassword) return refuse({ kind: 'no-password' })
  return accept(found as ApprovedChange)
}

/**
 * From a browser that the person has not used before a page of somebody else may have shown them
 * the request: nothing is changed there (protocols §4, step 8), unless their own channel let it on.
 */
function mayChange({ phr, byCode, letOn }: FoundOwnChange): boolean {
  return phr || (byCode && letOn)
}
