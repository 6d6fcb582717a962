/** The parts of a statement that write what a call leaves behind on its profile. */
import { sql } from 'kysely'
import type { Caller, Profile, Turn } from '@open-mitid/identity/authenticator'
import type { Bytes, Instant } from '@open-mitid/kernel'
import { ledgerParts } from '../ledger/index.ts'
import { statement } from '../statement.ts'
import { part, type Part } from '../together.ts'
import { seal, type DataKey } from '../vault/index.ts'
import { place, type KeptColumns, type OpenedCaller } from './caller-row.ts'

type CallColumns = {
  rn: string
  last_jti: string
  last_body_sha256: string
  last_answer: Bytes
}
type PinColumns = Omit<KeptColumns, 'rn' | 'person_state'>

/** The nonce, which every call changes, and who may act at all. */
type Conditions = { id: string; from_rn: string; from_state: string; person_state: string }
const stillThere = (p: Conditions) => sql`
  id = ${p.id} and rn = ${p.from_rn} and state = ${p.from_state}
  and exists (
    select from mitid.person where person.id = person_id and person.state = ${p.person_state})
`

const updateProfile = statement<CallColumns & PinColumns & Conditions>(
  'update-profile',
  (p) => sql`
    update mitid.profile set state = ${p.state}, suspended_for = ${p.suspended_for}, rn = ${p.rn},
      last_jti = ${p.last_jti}, last_body_sha256 = ${p.last_body_sha256},
      last_answer = ${p.last_answer}, pin_drawn = ${p.pin_drawn},
      pin_draw_nonce = ${p.pin_draw_nonce}, pin_draw_for = ${p.pin_draw_for},
      pin_epoch = ${p.pin_epoch}, pin_record = ${p.pin_record}, pin_tries = ${p.pin_tries},
      pin_wait_until = to_timestamp(${p.pin_wait_until}::float8), pin_login = ${p.pin_login},
      pin_login_until = to_timestamp(${p.pin_login_until}::float8), code_tries = ${p.code_tries},
      code_wait_until = to_timestamp(${p.code_wait_until}::float8),
      opened_until = to_timestamp(${p.opened_until}::float8)
    where ${stillThere(p)}
  `,
)
/** Where the call has changed nothing else. */
const updateCall = statement<CallColumns & Conditions>(
  'update-call',
  (p) => sql`
    update mitid.profile set rn = ${p.rn}, last_jti = ${p.last_jti},
      last_body_sha256 = ${p.last_body_sha256}, last_answer = ${p.last_answer}
    where ${stillThere(p)}
  `,
)

const insertProfile = statement<
  CallColumns & {
    id: string
    person_id: string
    dk: string
    created_at: Instant
  }
>(
  'insert-profile',
  (p) => sql`
    insert into mitid.profile (id, person_id, state, dk, created_at, rn, last_jti,
      last_body_sha256, last_answer)
    values (${p.id}, ${p.person_id}, 'activating', ${p.dk}::jsonb, to_timestamp(${p.created_at}::float8),
      ${p.rn}, ${p.last_jti}, ${p.last_body_sha256}, ${p.last_answer})
  `,
)

const insertBinding = statement<{ profile_id: string; pin_epoch: number; jws: string }>(
  'insert-binding',
  (p) => sql`
    insert into mitid.binding (profile_id, pin_epoch, jws)
    values (${p.profile_id}, ${p.pin_epoch}, ${p.jws})
  `,
)

export function turnParts(opened: OpenedCaller, turn: Turn): Part[] {
  return takeTurn(opened, turn).parts
}

/** The parts, and the caller as they leave it: events first, then the profile, then its binding. */
export function takeTurn(
  { caller, reading, key, row }: OpenedCaller,
  turn: Turn,
): { readonly parts: Part[]; readonly after: OpenedCaller } {
  const { profile } = turn
  const before = caller.profile
  const call = callColumns(key, turn)
  const pin = pinColumns(key, before, profile, row)
  const { rn, state, person_state } = row
  const conditions = { id: profile.id, from_rn: rn, from_state: state, person_state }
  const bound =
    profile.state === 'active' &&
    (before.state !== 'active' || before.pin.epoch !== profile.pin.epoch)
  const parts = [
    ...ledgerParts(turn.events, key),
    same(row, pin)
      ? part(updateCall, { ...call, ...conditions })
      : part(updateProfile, { ...call, ...pin, ...conditions }),
    ...(bound
      ? [
          part(insertBinding, {
            profile_id: profile.id,
            pin_epoch: profile.pin.epoch,
            jws: profile.binding,
          }),
        ]
      : []),
  ]
  const left = { ...pin, rn: call.rn, person_state }
  return { parts, after: { caller: callerAfter(caller, turn), reading, key, row: left } }
}

function same(row: KeptColumns, pin: PinColumns): boolean {
  return (Object.keys(pin) as (keyof PinColumns)[]).every((name) => row[name] === pin[name])
}

function callerAfter(caller: Caller, { profile, rn, jti, body_sha256, answer, events }: Turn) {
  const last = { jti, body_sha256, answer: () => answer }
  return { ...caller, profile, rn, last, chain: events.head }
}

/** A profile that begins to be activated. */
export function firstTurnParts(key: DataKey, turn: Turn): Part[] {
  const { id, person, dk, createdAt } = turn.profile
  return [
    ...ledgerParts(turn.events, key),
    part(insertProfile, {
      id,
      person_id: person,
      dk: JSON.stringify(dk),
      created_at: createdAt,
      ...callColumns(key, turn),
    }),
  ]
}

function callColumns(key: DataKey, { profile, rn, jti, body_sha256, answer }: Turn): CallColumns {
  return {
    rn,
    last_jti: jti,
    last_body_sha256: body_sha256,
    last_answer: seal(key, place(profile.id, 'last_answer'), answer),
  }
}

/** What is unchanged keeps the bytes that it has. */
function pinColumns(key: DataKey, before: Profile, profile: Profile, row: KeptColumns): PinColumns {
  const active = profile.state === 'active' ? profile : undefined
  const pinBefore = before.state === 'active' ? before.pin : undefined
  const draw = 'draw' in profile ? profile.draw : undefined
  const pin = active?.pin
  const login = pin?.login
  return {
    state: profile.state,
    suspended_for: profile.state === 'suspended' ? profile.reason : null,
    pin_drawn: profile.drawn,
    pin_draw_nonce: draw?.nonce ?? null,
    pin_draw_for: draw?.purpose ?? null,
    pin_epoch: pin?.epoch ?? row.pin_epoch,
    pin_record:
      pin && pin.record === pinBefore?.record ? row.pin_record : sealed(key, profile, pin?.record),
    pin_tries: pin?.tries.count ?? 0,
    pin_wait_until: pin?.tries.waitUntil ?? null,
    pin_login:
      login && login === pinBefore?.login ? row.pin_login : sealedLogin(key, profile, login),
    pin_login_until: login?.until ?? null,
    code_tries: active?.codeTries.count ?? 0,
    code_wait_until: active?.codeTries.waitUntil ?? null,
    opened_until: active?.openUntil ?? null,
  }
}

function sealed(key: DataKey, { id }: Profile, record: string | undefined): Bytes | null {
  return record === undefined ? null : seal(key, place(id, 'pin_record'), record)
}

function sealedLogin(
  key: DataKey,
  { id }: Profile,
  login: { readonly until: Instant } | undefined,
): Bytes | null {
  if (!login) return null
  const { until: _, ...rest } = login
  return seal(key, place(id, 'pin_login'), JSON.stringify(rest))
}
