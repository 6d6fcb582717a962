/** A profile's row with its person and the end of the chain: what every call of an app loads. */
import { sql } from 'kysely'
import type {
  ActiveProfile,
  Caller,
  PinDraw,
  PinLogin,
  Profile,
  ProfileId,
} from '@open-mitid/identity/authenticator'
import type { AssuranceLevel, PersonId } from '@open-mitid/identity/person'
import type { Bytes, Instant } from '@open-mitid/kernel'
import { readNow, type Reading } from '../kept.ts'
import { unsealText, type DataKey, type Vault } from '../vault/index.ts'

export type CallerRow = {
  readonly now: Instant
  readonly id: ProfileId
  readonly person_id: PersonId
  readonly state: Profile['state']
  readonly suspended_for: 'copied' | 'pin' | 'person' | null
  readonly dk: Profile['dk']
  readonly created_at: Instant
  readonly rn: string
  readonly last_jti: string
  readonly last_body_sha256: string
  readonly last_answer: Bytes
  readonly pin_drawn: number
  readonly pin_draw_nonce: PinDraw['nonce'] | null
  readonly pin_draw_for: PinDraw['purpose'] | null
  readonly pin_epoch: number | null
  readonly pin_record: Bytes | null
  readonly pin_tries: number
  readonly pin_wait_until: Instant | null
  readonly pin_login: Bytes | null
  readonly pin_login_until: Instant | null
  readonly code_tries: number
  readonly code_wait_until: Instant | null
  readonly opened_until: Instant | null
  readonly binding: string | null
  readonly person_state: 'active' | 'blocked'
  readonly ial: AssuranceLevel
  readonly user_id_index: Bytes
  readonly wrapped_key: Bytes
  readonly n: number
  readonly head: Bytes
}

export const callerColumns = sql`mitid.now() as now, profile.id, profile.person_id, profile.state,
  profile.suspended_for, profile.dk, profile.created_at, profile.rn, profile.last_jti,
  profile.last_body_sha256, profile.last_answer, profile.pin_drawn, profile.pin_draw_nonce,
  profile.pin_draw_for, profile.pin_epoch, profile.pin_record, profile.pin_tries,
  profile.pin_wait_until, profile.pin_login, profile.pin_login_until, profile.code_tries,
  profile.code_wait_until, profile.opened_until, binding.jws as binding,
  person.state as person_state, person.ial, person.user_id_index, person.wrapped_key, chain.n,
  chain.head`

export const callerSource = sql`mitid.profile
  join mitid.person on person.id = profile.person_id
  join mitid.chain on chain.subject = profile.person_id
  left join mitid.binding on binding.profile_id = profile.id
    and binding.pin_epoch = profile.pin_epoch`

/** What a write is conditional on, or leaves as it is. */
export type KeptColumns = Pick<
  CallerRow,
  | 'rn'
  | 'state'
  | 'person_state'
  | 'suspended_for'
  | 'pin_drawn'
  | 'pin_draw_nonce'
  | 'pin_draw_for'
  | 'pin_epoch'
  | 'pin_record'
  | 'pin_tries'
  | 'pin_wait_until'
  | 'pin_login'
  | 'pin_login_until'
  | 'code_tries'
  | 'code_wait_until'
  | 'opened_until'
>

/** The caller, the key that opens what is theirs, and what a write rests on. */
export type OpenedCaller = {
  readonly caller: Caller
  readonly reading: Reading
  readonly key: DataKey
  readonly row: KeptColumns
}

export async function openCaller(vault: Vault, row: CallerRow): Promise<OpenedCaller> {
  const key = await vault.personKey(row.person_id, row.wrapped_key)
  const caller: Caller = {
    now: row.now,
    profile: profileOf(key, row),
    person: {
      id: row.person_id,
      state: row.person_state,
      ial: row.ial,
      userIdHash: row.user_id_index,
    },
    chain: { subject: row.person_id, n: row.n, head: row.head },
    rn: row.rn,
    last: {
      jti: row.last_jti,
      body_sha256: row.last_body_sha256,
      answer: () => unsealText(key, place(row.id, 'last_answer'), row.last_answer),
    },
  }
  return { caller, reading: readNow(row.now), key, row }
}

export function place(row: ProfileId, column: 'last_answer' | 'pin_record' | 'pin_login') {
  return { table: 'profile', column, row }
}

function profileOf(key: DataKey, row: CallerRow): Profile {
  const { id, person_id: person, dk, created_at: createdAt, pin_drawn: drawn } = row
  const known = { id, person, dk, createdAt, drawn }
  switch (row.state) {
    case 'activating':
      return { ...known, state: 'activating', draw: drawOf(row) }
    case 'active':
      return { ...known, ...activeOf(key, row) }
    case 'suspended':
      return { ...known, state: 'suspended', reason: held(row.suspended_for), draw: drawOf(row) }
    case 'revoked':
      return { ...known, state: 'revoked' }
  }
}

function activeOf(key: DataKey, row: CallerRow): Omit<ActiveProfile, keyof Known> {
  return {
    state: 'active',
    draw: drawOf(row),
    binding: held(row.binding),
    pin: {
      epoch: held(row.pin_epoch),
      record: unsealText(key, place(row.id, 'pin_record'), held(row.pin_record)),
      tries: { count: row.pin_tries, waitUntil: row.pin_wait_until ?? undefined },
      login: loginOf(key, row),
    },
    codeTries: { count: row.code_tries, waitUntil: row.code_wait_until ?? undefined },
    openUntil: row.opened_until ?? undefined,
  }
}

type Known = { id: unknown; person: unknown; dk: unknown; createdAt: unknown; drawn: unknown }

function drawOf({ pin_drawn: epoch, pin_draw_nonce, pin_draw_for }: CallerRow) {
  return pin_draw_nonce === null
    ? undefined
    : { epoch, nonce: pin_draw_nonce, purpose: held(pin_draw_for) }
}

function loginOf(key: DataKey, row: CallerRow): PinLogin | undefined {
  if (!row.pin_login) return undefined
  const text = unsealText(key, place(row.id, 'pin_login'), row.pin_login)
  const { attemptId, purpose, offer, serverState } = JSON.parse(text) as PinLogin
  return { attemptId, purpose, offer, serverState, until: held(row.pin_login_until) }
}

/** What the table's own checks promise. */
export function held<Value>(value: Value | null): Value {
  if (value === null) throw new Error('a row lacks what its state holds')
  return value
}
