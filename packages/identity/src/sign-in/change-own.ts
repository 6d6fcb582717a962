/**
 * An approved change is done: a new password, or a new user ID with the password that goes with it,
 * since a password is registered under its user ID. What was proved with the old one ends with it.
 */
import { accept, refuse, type Random, type UseCase } from '@open-mitid/kernel'
import {
  passwordIdentifier,
  PasswordTries,
  type PasswordLogins,
  type PasswordServer,
  type PasswordWait,
} from '../authenticator/index.ts'
import type { Mac } from '../keys/index.ts'
import { appendEvents, type EventDraft } from '../ledger/index.ts'
import { userIdIndex, type UserId } from '../person/index.ts'
import { wantedUserId, type WantedUserIdRefusal } from './find-own-change.ts'
import { approvedChange, type ApprovedChange, type OwnChangeRefusal } from './own-change.ts'
import type { OwnChanges } from './own-changes.ts'
import type { OwnSignIn } from './own-sign-in.ts'

type Ports = {
  readonly ownChanges: OwnChanges
  readonly logins: PasswordLogins
  readonly passwordServer: PasswordServer
  readonly mac: Mac
  readonly random: Random
}

export type RegisterOwnPassword = OwnSignIn & {
  readonly network: string
  readonly request: string
  /** The new user ID as it was typed, where that is what changes. */
  readonly userId: string | undefined
}
export type RegisterOwnPasswordRefusal =
  | OwnChangeRefusal
  | WantedUserIdRefusal
  | PasswordWait
  | { readonly kind: 'malformed' | 'user-id-missing' | 'busy' }

const tries = 5

/** Answered only to whoever has just approved the change, and counted like a try. */
export function registerOwnPassword({
  ownChanges,
  logins,
  passwordServer,
  mac,
}: Ports): UseCase<RegisterOwnPassword, { readonly response: string }, RegisterOwnPasswordRefusal> {
  return async ({ network, request, userId: typed, ...own }) => {
    const approved = approvedChange(await ownChanges.find(own))
    if (!approved.ok) return approved
    const wanted = await newUserId(approved.value, typed)
    if (!wanted.ok) return wanted
    const userIdHash = await userIdIndex(mac, wanted.value ?? approved.value.person.userId)
    for (let left = tries; left > 0; left -= 1) {
      const found = await logins.findRegistration({ userIdHash, browser: own.browser }, network)
      const counted = PasswordTries.begin(found.counters, found.caller, found.now)
      if (!counted.ok) return counted
      const response = passwordServer.register(passwordIdentifier(userIdHash, 'real'), request)
      if (response === undefined) return refuse({ kind: 'malformed' })
      const { own: each, day } = counted.value
      if (await found.write({ own: each, day, login: undefined })) return accept({ response })
    }
    return refuse({ kind: 'busy' })
  }
}

export type ChangeOwn = OwnSignIn & {
  /** Of the password that was chosen, under the user ID that will be theirs. */
  readonly record: string | undefined
  readonly userId: string | undefined
}
export type ChangeOwnRefusal =
  | OwnChangeRefusal
  | WantedUserIdRefusal
  | { readonly kind: 'malformed' | 'user-id-missing' | 'password-needed' | 'busy' }

export function changeOwn(ports: Ports): UseCase<ChangeOwn, undefined, ChangeOwnRefusal> {
  const { ownChanges, passwordServer, random } = ports
  return async ({ record, userId: typed, ...own }) => {
    if (record !== undefined && !passwordServer.accepts(record))
      return refuse({ kind: 'malformed' })
    for (let left = tries; left > 0; left -= 1) {
      const approved = approvedChange(await ownChanges.find(own))
      if (!approved.ok) return approved
      const { chain, now, hasPassword } = approved.value
      const wanted = await newUserId(approved.value, typed)
      if (!wanted.ok) return wanted
      // Whoever has no password chooses none here: they have no device to use it with.
      if (hasPassword !== (record !== undefined)) return refuse({ kind: 'password-needed' })
      const events = appendEvents(chain, draftsOf(approved.value), { random, now })
      const written = await approved.value.write({ record, userId: wanted.value }, events)
      if (written.ok) return written
      const { kind } = written.refusal
      if (kind !== 'lost') return refuse({ kind })
    }
    return refuse({ kind: 'busy' })
  }
}

async function newUserId(approved: ApprovedChange, typed: string | undefined) {
  if (approved.change === 'password') return accept<UserId | undefined>(undefined)
  return typed === undefined
    ? refuse({ kind: 'user-id-missing' } as const)
    : wantedUserId(approved, typed)
}

function draftsOf({ change, person, byCode, hasPassword }: ApprovedChange): readonly EventDraft[] {
  const actor = person.id
  if (change === 'password') {
    const reason = byCode ? 'change' : 'forgotten'
    return [{ type: 'password-set', actor, body: { reason } }]
  }
  const renamed: EventDraft = { type: 'user-id-changed', actor, body: { by: 'person' } }
  const set: EventDraft = { type: 'password-set', actor, body: { reason: 'user-id' } }
  return hasPassword ? [renamed, set] : [renamed]
}
