/** What the page of an approved change shows: whose it is, and for a user ID what could be chosen. */
import { accept, refuse, type Result, type UseCase } from '@open-mitid/kernel'
import { candidateUserIds, UserId, type UserIdRefusal } from '../person/index.ts'
import {
  approvedChange,
  type ApprovedChange,
  type OwnChange,
  type OwnChangeRefusal,
} from './own-change.ts'
import type { OwnChanges } from './own-changes.ts'
import type { OwnSignIn } from './own-sign-in.ts'

export type OwnChangeView = {
  readonly change: OwnChange
  readonly userId: UserId
  readonly hasPassword: boolean
  /** For a new user ID: three that are free, the same each time. */
  readonly suggestions: readonly UserId[]
}

type Ports = { readonly ownChanges: OwnChanges }

export function findOwnChange({
  ownChanges,
}: Ports): UseCase<OwnSignIn, OwnChangeView, OwnChangeRefusal> {
  return async (own) => {
    const approved = approvedChange(await ownChanges.find(own))
    if (!approved.ok) return approved
    const { change, person, hasPassword, free } = approved.value
    const wanted = change === 'user-id' ? candidateUserIds(person, own.id) : []
    const suggestions = (await free(wanted)).slice(0, 3)
    return accept({ change, userId: person.userId, hasPassword, suggestions })
  }
}

export type WantedUserIdRefusal =
  UserIdRefusal | { readonly kind: 'user-id-same' | 'user-id-taken' | 'asked-out' }

/** Told only to somebody who has just shown who they are, and only so many times (product §A). */
export async function wantedUserId(
  { person, isTaken }: ApprovedChange,
  typed: string,
): Promise<Result<UserId, WantedUserIdRefusal>> {
  const parsed = UserId.parse(typed, person.cpr)
  if (!parsed.ok) return parsed
  if (parsed.value === person.userId) return refuse({ kind: 'user-id-same' })
  const taken = await isTaken(parsed.value)
  if (!taken.ok) return taken
  return taken.value ? refuse({ kind: 'user-id-taken' }) : parsed
}

export type CheckOwnUserId = OwnSignIn & { readonly typed: string }

/** The same without taking it: told while it is typed. */
export function checkOwnUserId({
  ownChanges,
}: Ports): UseCase<CheckOwnUserId, UserId, OwnChangeRefusal | WantedUserIdRefusal> {
  return async ({ typed, ...own }) => {
    const approved = approvedChange(await ownChanges.find(own))
    return approved.ok ? wantedUserId(approved.value, typed) : approved
  }
}
