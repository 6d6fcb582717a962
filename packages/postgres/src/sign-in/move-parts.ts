/** The parts that move a sign-in: each from one state, and lost where that is no longer its state. */
import { sql } from 'kysely'
import type {
  AbortedSignIn,
  ApprovedSignIn,
  ClaimedSignIn,
  AppCompletedSignIn,
  RefusedSignIn,
  SignInId,
  SignInMove,
} from '@open-mitid/identity/sign-in'
import type { Bytes, Instant } from '@open-mitid/kernel'
import { statement } from '../statement.ts'
import { part, type Part } from '../together.ts'
import { seal, type DataKey } from '../vault/index.ts'
import { place, type SealedColumn, type SignInRow } from './sign-in-row.ts'

/** What a move is conditional on. */
export type MovedFrom = Pick<SignInRow, 'sign_in_state' | 'wrong_profiles'>

/** The claimant and their person, as they must still be for anything to come of a claim. */
const claimantStands = sql`exists (
  select from mitid.profile join mitid.person on person.id = profile.person_id
  where profile.id = sign_in.profile_id and profile.state = 'active' and person.state = 'active')`

const countWrong = statement<{ id: string; from: number; to: number }>(
  'count-wrong-profile',
  (p) => sql`
    update mitid.sign_in set wrong_profiles = ${p.to}
    where id = ${p.id} and state = 'open' and wrong_profiles = ${p.from}
  `,
)

/** The user ID may have been typed anew since it was compared. */
const claim = statement<{
  id: string
  user_id_hash: Bytes | null
  profile: string
  person: string
  flow: string
  known_browser: boolean
  offer: Bytes
  at: Instant
}>(
  'claim-sign-in',
  (p) => sql`
    update mitid.sign_in set state = 'claimed', profile_id = ${p.profile},
      person_id = ${p.person}, flow = ${p.flow}, known_browser = ${p.known_browser},
      offer = ${p.offer}, claimed_at = to_timestamp(${p.at}::float8)
    where id = ${p.id} and state = 'open' and user_id_hash = ${p.user_id_hash}
  `,
)

const approve = statement<{
  id: string
  profile: string
  approval: Bytes
  epoch: number
  remember: boolean
  at: Instant
  expires_at: Instant
  return_sha256: Bytes | null
  return_until: Instant | null
}>(
  'approve-sign-in',
  (p) => sql`
    update mitid.sign_in set state = 'approved', approval = ${p.approval},
      pin_epoch = ${p.epoch}, remember = ${p.remember},
      approved_at = to_timestamp(${p.at}::float8),
      expires_at = to_timestamp(${p.expires_at}::float8), return_sha256 = ${p.return_sha256},
      return_until = to_timestamp(${p.return_until}::float8)
    where id = ${p.id} and state = 'claimed' and profile_id = ${p.profile}
  `,
)

const acceptReturn = statement<{ id: string; at: Instant }>(
  'accept-return',
  (p) => sql`
    update mitid.sign_in set returned_at = to_timestamp(${p.at}::float8)
    where id = ${p.id} and state = 'approved' and returned_at is null
  `,
)

const complete = statement<{
  id: string
  receipt: Bytes
  statement: Bytes
  sub: string
  loa: string
  aal: string
  phr: boolean
  at: Instant
}>(
  'complete-sign-in',
  (p) => sql`
    update mitid.sign_in set state = 'completed', receipt = ${p.receipt},
      statement = ${p.statement}, sub = ${p.sub}, loa = ${p.loa}, aal = ${p.aal}, phr = ${p.phr},
      completed_at = to_timestamp(${p.at}::float8)
    where id = ${p.id} and state = 'approved' and (flow <> 'same' or returned_at is not null)
      and ${claimantStands}
  `,
)

const end = statement<{ id: string; from: string; state: string; reason: string; at: Instant }>(
  'end-sign-in',
  (p) => sql`
    update mitid.sign_in set state = ${p.state}, ended_reason = ${p.reason},
      ended_at = to_timestamp(${p.at}::float8)
    where id = ${p.id} and state = ${p.from}
  `,
)

export const knowBrowser = statement<{
  browser: Bytes
  person: string
  from: Instant
  sign_in: string | null
}>(
  'know-browser',
  (p) => sql`
    insert into mitid.known_browser as known (browser, person_id, known_from, sign_in_id)
    values (${p.browser}, ${p.person}, to_timestamp(${p.from}::float8), ${p.sign_in})
    on conflict (browser, person_id)
    do update set known_from = least(known.known_from, excluded.known_from),
      sign_in_id = coalesce(known.sign_in_id, excluded.sign_in_id)
  `,
)
const forgetBrowser = statement<{ browser: Bytes; person: string }>(
  'forget-browser',
  (p) => sql`
    delete from mitid.known_browser where browser = ${p.browser} and person_id = ${p.person}
  `,
)
export const insertSub = statement<{ client: string; person: string; sub: string }>(
  'insert-pairwise',
  (p) => sql`
    insert into mitid.pairwise (organisation_id, person_id, sub)
    select organisation_id, ${p.person}::text, ${p.sub}::text
    from mitid.client where id = ${p.client} on conflict do nothing
  `,
)

type Person = { readonly key: DataKey; readonly remembersBrowser: boolean } | undefined

/** `from` is what was loaded; `person` opens what is theirs, where anybody has claimed it. */
export function moveParts(from: MovedFrom, move: SignInMove, person: Person): Part[] {
  const { to } = move
  const parts = [statePart(from, to, person?.key)]
  if (!('person' in to)) return parts
  const browser = { browser: to.browser, person: to.person }
  if (move.newSub !== undefined)
    parts.push(part(insertSub, { client: to.client, person: to.person, sub: move.newSub }))
  if (move.knowBrowserFrom !== undefined)
    parts.push(part(knowBrowser, { ...browser, from: move.knowBrowserFrom, sign_in: to.id }))
  if (move.forgetBrowser === true && person?.remembersBrowser === true)
    parts.push(part(forgetBrowser, browser))
  return parts
}

function statePart(row: MovedFrom, to: SignInMove['to'], key: DataKey | undefined): Part {
  switch (to.state) {
    case 'open':
      return part(countWrong, { id: to.id, from: row.wrong_profiles, to: to.wrongProfiles })
    case 'claimed':
      return claimPart(to, key)
    case 'approved':
      return row.sign_in_state === 'approved' ? returnPart(to) : approvePart(to, key)
    case 'completed':
      return completePart(to, key)
    case 'refused':
    case 'aborted':
      return endPart(row, to)
  }
}

function claimPart(to: ClaimedSignIn, key: DataKey | undefined): Part {
  return part(claim, {
    id: to.id,
    user_id_hash: to.userIdHash ?? null,
    profile: to.profile,
    person: to.person,
    flow: to.flow,
    known_browser: to.knownBrowser,
    offer: sealed(key, to.id, 'offer', to.offer),
    at: to.claimedAt,
  })
}

function approvePart(to: ApprovedSignIn, key: DataKey | undefined): Part {
  return part(approve, {
    id: to.id,
    profile: to.profile,
    approval: sealed(key, to.id, 'approval', to.approval),
    epoch: to.pinEpoch,
    remember: to.remember,
    at: to.approvedAt,
    expires_at: to.expiresAt,
    return_sha256: to.return?.sha256 ?? null,
    return_until: to.return?.until ?? null,
  })
}

function returnPart({ id, return: back }: ApprovedSignIn): Part {
  if (back?.acceptedAt === undefined) throw new Error('an approval can only be returned')
  return part(acceptReturn, { id, at: back.acceptedAt })
}

function completePart(to: AppCompletedSignIn, key: DataKey | undefined): Part {
  return part(complete, {
    id: to.id,
    receipt: sealed(key, to.id, 'receipt', to.receipt),
    statement: sealed(key, to.id, 'statement', to.statement),
    sub: to.sub,
    loa: to.loa,
    aal: to.aal,
    phr: to.phr,
    at: to.completedAt,
  })
}

function endPart(row: MovedFrom, { id, state, reason, endedAt }: RefusedSignIn | AbortedSignIn) {
  return part(end, { id, from: row.sign_in_state, state, reason, at: endedAt })
}

function sealed(key: DataKey | undefined, id: SignInId, column: SealedColumn, text: string): Bytes {
  if (!key) throw new Error('what a person decides is sealed under their key')
  return seal(key, place(id, column), text)
}
