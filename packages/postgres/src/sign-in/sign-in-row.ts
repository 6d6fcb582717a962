/** A sign-in's row. What is asked lies under the system's key, what was decided under the person's. */
import { sql } from 'kysely'
import type { AssuranceLevel, PersonId } from '@open-mitid/identity/person'
import type { ClientId } from '@open-mitid/identity/service'
import type {
  AbortReason,
  Asked,
  ClaimedSignIn,
  RefusedSignIn,
  SignIn,
  SignInId,
} from '@open-mitid/identity/sign-in'
import type { Bytes, Instant } from '@open-mitid/kernel'
import { held } from '../authenticator/index.ts'
import { seal, unsealText, type DataKey } from '../vault/index.ts'

/** The parts of it that open without a person. */
export type GlanceRow = {
  readonly sign_in_id: SignInId
  readonly qid: SignIn['qid']
  readonly sign_in_state: SignIn['state']
  readonly client_id: ClientId
  readonly browser: Bytes
  readonly asked: Bytes
  readonly bound_person: PersonId | null
  readonly user_id_hash: Bytes | null
  readonly opened_at: Instant
  readonly open_until: Instant
  readonly expires_at: Instant
  readonly flow: ClaimedSignIn['flow'] | null
  readonly returned_at: Instant | null
  readonly ended_reason: AbortReason | RefusedSignIn['reason'] | null
}

export type SignInRow = GlanceRow & {
  readonly wrong_profiles: number
  readonly code_mac: Bytes | null
  readonly code_until: Instant | null
  readonly start_sha256: Bytes | null
  readonly start_until: Instant | null
  readonly claimant: ClaimedSignIn['profile'] | null
  readonly claimant_person: PersonId | null
  readonly known_browser: boolean | null
  readonly offer: Bytes | null
  readonly claimed_at: Instant | null
  readonly approval: Bytes | null
  readonly approved_epoch: number | null
  readonly remember: boolean | null
  readonly approved_at: Instant | null
  readonly return_sha256: Bytes | null
  readonly return_until: Instant | null
  readonly receipt: Bytes | null
  readonly statement: Bytes | null
  readonly sub: string | null
  readonly loa: AssuranceLevel | null
  readonly aal: AssuranceLevel | null
  readonly phr: boolean | null
  readonly completed_at: Instant | null
  readonly ended_at: Instant | null
}

export const glanceColumns = sql`sign_in.id as sign_in_id, sign_in.qid,
  sign_in.state as sign_in_state, sign_in.client_id, sign_in.browser, sign_in.asked,
  sign_in.bound_person, sign_in.user_id_hash, sign_in.opened_at, sign_in.open_until,
  sign_in.expires_at, sign_in.flow, sign_in.returned_at, sign_in.ended_reason`

export const signInColumns = sql`${glanceColumns}, sign_in.wrong_profiles, sign_in.code_mac,
  sign_in.code_until, sign_in.start_sha256, sign_in.start_until, sign_in.profile_id as claimant,
  sign_in.person_id as claimant_person, sign_in.known_browser, sign_in.offer, sign_in.claimed_at,
  sign_in.approval, sign_in.pin_epoch as approved_epoch, sign_in.remember, sign_in.approved_at,
  sign_in.return_sha256, sign_in.return_until, sign_in.receipt, sign_in.statement, sign_in.sub,
  sign_in.loa, sign_in.aal, sign_in.phr, sign_in.completed_at, sign_in.ended_at`

export type SealedColumn = 'offer' | 'approval' | 'receipt' | 'statement'

export function place(row: SignInId, column: SealedColumn | 'asked') {
  return { table: 'sign_in', column, row }
}

export function sealAsked(system: DataKey, id: SignInId, asked: Asked): Bytes {
  return seal(system, place(id, 'asked'), JSON.stringify(asked))
}

/** It was parsed before it was sealed. */
export function openAsked(system: DataKey, id: SignInId, sealed: Bytes): Asked {
  return JSON.parse(unsealText(system, place(id, 'asked'), sealed)) as Asked
}

/** `person` opens what the claimant has seen and decided; before a claim there is nothing of it. */
export function signInOf(
  row: SignInRow,
  keys: { readonly system: DataKey; readonly person: DataKey | undefined },
): SignIn {
  const begun = {
    id: row.sign_in_id,
    qid: row.qid,
    client: row.client_id,
    asked: openAsked(keys.system, row.sign_in_id, row.asked),
    browser: row.browser,
    boundPerson: row.bound_person ?? undefined,
    openedAt: row.opened_at,
    openUntil: row.open_until,
    expiresAt: row.expires_at,
  }
  switch (row.sign_in_state) {
    case 'open':
      return { ...begun, ...waysOf(row), state: 'open' }
    case 'claimed':
      return { ...begun, ...waysOf(row), ...claimOf(row, keys), state: 'claimed' }
    case 'approved': {
      const decided = { ...claimOf(row, keys), ...yesOf(row, keys) }
      return { ...begun, ...decided, state: 'approved', return: returnOf(row) }
    }
    case 'completed': {
      const person = held(row.claimant_person)
      if (row.claimant === null)
        return {
          ...begun,
          ...completionOf(row, keys),
          state: 'completed',
          profile: undefined,
          person,
        }
      const decided = { ...claimOf(row, keys), ...yesOf(row, keys) }
      return { ...begun, ...decided, ...completionOf(row, keys), state: 'completed' }
    }
    case 'refused': {
      const reason = held(row.ended_reason) as RefusedSignIn['reason']
      const ended = { reason, endedAt: held(row.ended_at) }
      return { ...begun, ...claimOf(row, keys), ...ended, state: 'refused' }
    }
    case 'aborted': {
      const reason = held(row.ended_reason) as AbortReason
      return { ...begun, state: 'aborted', reason, endedAt: held(row.ended_at) }
    }
  }
}

type Keys = { readonly person: DataKey | undefined }

function open(row: SignInRow, { person }: Keys, column: SealedColumn): string {
  if (!person) throw new Error('a claimed sign-in was opened without its person')
  return unsealText(person, place(row.sign_in_id, column), held(row[column]))
}

function waysOf(row: SignInRow) {
  const { code_mac: mac, start_sha256: sha256 } = row
  return {
    userIdHash: row.user_id_hash ?? undefined,
    wrongProfiles: row.wrong_profiles,
    code: mac ? { mac, until: held(row.code_until) } : undefined,
    start: sha256 ? { sha256, until: held(row.start_until) } : undefined,
  }
}

function claimOf(row: SignInRow, keys: Keys) {
  return {
    profile: held(row.claimant),
    person: held(row.claimant_person),
    flow: held(row.flow),
    knownBrowser: held(row.known_browser),
    offer: open(row, keys, 'offer'),
    claimedAt: held(row.claimed_at),
  }
}

function yesOf(row: SignInRow, keys: Keys) {
  return {
    approval: open(row, keys, 'approval'),
    pinEpoch: held(row.approved_epoch),
    remember: held(row.remember),
    approvedAt: held(row.approved_at),
  }
}

function returnOf({ return_sha256: sha256, return_until, returned_at }: SignInRow) {
  return sha256
    ? { sha256, until: held(return_until), acceptedAt: returned_at ?? undefined }
    : undefined
}

function completionOf(row: SignInRow, keys: Keys) {
  return {
    receipt: open(row, keys, 'receipt'),
    statement: open(row, keys, 'statement'),
    sub: held(row.sub),
    loa: held(row.loa),
    aal: held(row.aal),
    phr: held(row.phr),
    completedAt: held(row.completed_at),
  }
}
