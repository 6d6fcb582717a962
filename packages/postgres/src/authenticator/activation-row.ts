/** An activation's row, and the parts that move it. */
import { sql } from 'kysely'
import type {
  Activation,
  ActivationMove,
  CodeChannel,
  IssuedActivation,
  ProfileId,
} from '@open-mitid/identity/authenticator'
import type { LetterId } from '@open-mitid/identity/letter'
import type { PersonId } from '@open-mitid/identity/person'
import type { Bytes, Instant } from '@open-mitid/kernel'
import { statement } from '../statement.ts'
import { part, type Part } from '../together.ts'
import { held } from './caller-row.ts'

type Attempt = Extract<Activation, { state: 'opened' }>

export type ActivationRow = {
  readonly activation_id: Activation['id']
  readonly activation_person: PersonId
  readonly activation_state: Activation['state']
  readonly channel: CodeChannel
  readonly expires_at: Instant
  readonly attempt_profile: ProfileId | null
  readonly dk_sha256: Attempt['dk'] | null
  readonly second_mac: Bytes | null
  readonly second_channel: Attempt['second']['channel'] | null
  readonly second_to: string | null
  readonly second_until: Instant | null
  readonly second_tries: number
  readonly second_sends: number
  readonly finish_until: Instant | null
}

export const activationColumns = sql`activation.id as activation_id,
  activation.person_id as activation_person, activation.state as activation_state,
  activation.channel, activation.expires_at, activation.profile_id as attempt_profile,
  activation.dk_sha256, activation.second_mac, activation.second_channel, activation.second_to,
  activation.second_until, activation.second_tries, activation.second_sends,
  activation.finish_until`

export function activationOf(row: ActivationRow): Activation {
  const known = { id: row.activation_id, person: row.activation_person, channel: row.channel }
  const attempt = () => ({ profile: held(row.attempt_profile), dk: held(row.dk_sha256) })
  switch (row.activation_state) {
    case 'issued':
      return { ...known, state: 'issued', expiresAt: row.expires_at }
    case 'opened':
      return {
        ...known,
        ...attempt(),
        state: 'opened',
        second: {
          mac: held(row.second_mac),
          channel: held(row.second_channel),
          to: held(row.second_to),
          until: held(row.second_until),
        },
        tries: row.second_tries,
        sends: row.second_sends,
        codeUntil: row.expires_at,
      }
    case 'confirmed':
      return { ...known, ...attempt(), state: 'confirmed', finishUntil: held(row.finish_until) }
    case 'used':
      return { ...known, ...attempt(), state: 'used' }
    case 'ended':
      return { ...known, state: 'ended' }
  }
}

const insertActivation = statement<{
  id: string
  person: string
  mac: Bytes
  channel: string
  expires_at: Instant
  letter_id: string | null
}>(
  'insert-activation',
  (p) => sql`
    insert into mitid.activation (id, person_id, state, code_mac, channel, expires_at, letter_id)
    values (${p.id}, ${p.person}, 'issued', ${p.mac}, ${p.channel},
      to_timestamp(${p.expires_at}::float8), ${p.letter_id})
  `,
)

/** The code itself is kept nowhere: it is found again by its keyed hash. */
export function newActivationPart(
  { id, person, channel, expiresAt }: IssuedActivation,
  codeMac: Bytes,
  letter?: LetterId,
): Part {
  return part(insertActivation, {
    id,
    person,
    mac: codeMac,
    channel,
    expires_at: expiresAt,
    letter_id: letter ?? null,
  })
}

const moveActivation = statement<{
  id: string
  from_state: string
  from_tries: number
  from_sends: number
  state: string
  profile_id: string | null
  dk_sha256: string | null
  second_mac: Bytes | null
  second_channel: string | null
  second_letter: string | null
  second_to: string | null
  second_until: Instant | null
  second_tries: number
  second_sends: number
  finish_until: Instant | null
}>(
  'move-activation',
  (p) => sql`
    update mitid.activation set state = ${p.state},
      profile_id = coalesce(${p.profile_id}, profile_id),
      dk_sha256 = coalesce(${p.dk_sha256}, dk_sha256), second_mac = ${p.second_mac},
      second_channel = ${p.second_channel},
      second_letter_id = coalesce(${p.second_letter}, second_letter_id), second_to = ${p.second_to},
      second_until = to_timestamp(${p.second_until}::float8), second_tries = ${p.second_tries},
      second_sends = ${p.second_sends}, finish_until = to_timestamp(${p.finish_until}::float8)
    where id = ${p.id} and state = ${p.from_state} and second_tries = ${p.from_tries}
      and second_sends = ${p.from_sends}
  `,
)

/** Conditional on the state and the counts as they were loaded. */
export function activationPart(row: ActivationRow, to: ActivationMove, letter?: LetterId): Part {
  const opened = to.state === 'opened' ? to : undefined
  return part(moveActivation, {
    id: to.id,
    from_state: row.activation_state,
    from_tries: row.second_tries,
    from_sends: row.second_sends,
    state: to.state,
    profile_id: 'profile' in to ? to.profile : null,
    dk_sha256: 'dk' in to ? to.dk : null,
    second_mac: opened?.second.mac ?? null,
    second_channel: opened?.second.channel ?? null,
    second_letter: letter ?? null,
    second_to: opened?.second.to ?? null,
    second_until: opened?.second.until ?? null,
    second_tries: opened?.tries ?? row.second_tries,
    second_sends: opened?.sends ?? row.second_sends,
    finish_until: to.state === 'confirmed' ? to.finishUntil : null,
  })
}
