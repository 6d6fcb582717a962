/** A code device's row with what its delivery says of it, and the part that moves it. */
import { sql } from 'kysely'
import type {
  CentreId,
  CodeDevice,
  Otp,
  OtpMemory,
  SerialNumber,
  StockDevice,
} from '@open-mitid/identity/authenticator'
import type { LetterId, StoredLetterCode } from '@open-mitid/identity/letter'
import type { PersonId } from '@open-mitid/identity/person'
import type { Bytes, Instant } from '@open-mitid/kernel'
import {
  letterCodeColumns,
  letterCodeOf,
  letterCodePart,
  type LetterCodeRow,
} from '../letter/index.ts'
import { statement } from '../statement.ts'
import { part, type Part } from '../together.ts'
import { seal, unseal, type DataKey, type Place } from '../vault/index.ts'
import { held } from './caller-row.ts'

type OtpRow = {
  readonly algorithm: Otp['algorithm'] | null
  readonly digest: Otp['digest'] | null
  readonly digits: number | null
  readonly period: number | null
}

/** The newest letter's code; an order has none. */
type CodeRow = { [Column in keyof LetterCodeRow]: LetterCodeRow[Column] | null }

export type CodeDeviceRow = OtpRow &
  CodeRow & {
    readonly device_id: CodeDevice['id']
    readonly device_person: PersonId
    readonly kind: CodeDevice['kind']
    readonly device_state: CodeDevice['state']
    readonly version: number
    readonly spare: boolean
    readonly centre: CentreId | null
    readonly ordered_at: Instant
    readonly serial: SerialNumber | null
    readonly seed: Bytes | null
    readonly last_step: number | null
    readonly drift: number
    readonly far_step: number | null
    readonly far_offset: number | null
    readonly tries: number
    readonly wait_until: Instant | null
    readonly sent_at: Instant | null
    readonly activated_at: Instant | null
    readonly suspended_for: 'codes' | 'lost' | null
  }

export const codeDeviceColumns = sql`code_device.id as device_id,
  code_device.person_id as device_person, code_device.kind, code_device.state as device_state,
  code_device.version, code_device.spare, code_device.centre, code_device.ordered_at,
  code_device.serial, code_device.seed, code_device.last_step, code_device.drift,
  code_device.far_step, code_device.far_offset, code_device.tries, code_device.wait_until,
  code_device.sent_at, code_device.activated_at, code_device.suspended_for, stock_device.algorithm,
  stock_device.digest, stock_device.digits, stock_device.period, ${letterCodeColumns}`

export const codeDeviceSource = sql`mitid.code_device
  left join mitid.stock_device on stock_device.serial = code_device.serial
  left join lateral (
    select newest.* from mitid.letter_code as newest
    join mitid.letter on letter.id = newest.letter_id
    where newest.device_id = code_device.id order by letter.queued_at desc, letter.id limit 1
  ) as letter_code on true`

/** `key` is the person's. */
export function codeDeviceOf(key: DataKey, row: CodeDeviceRow): CodeDevice {
  const delivery: CodeDevice['delivery'] =
    row.centre === null ? { to: 'home' } : { to: 'centre', centre: row.centre }
  const known = {
    id: row.device_id,
    person: row.device_person,
    kind: row.kind,
    spare: row.spare,
    delivery,
    orderedAt: row.ordered_at,
  }
  const inHand = () => ({
    serial: held(row.serial),
    otp: otpOf(row),
    seed: unseal(key, seedPlace(row.device_id), held(row.seed)),
    memory: memoryOf(row),
  })
  const tries = { count: row.tries, waitUntil: row.wait_until ?? undefined }
  const activated = () => ({ activatedAt: held(row.activated_at), code: codeOf(row), tries })
  switch (row.device_state) {
    case 'ordered':
      return { ...known, state: 'ordered' }
    case 'sent':
      return {
        ...known,
        ...inHand(),
        state: 'sent',
        sentAt: held(row.sent_at),
        code: codeOf({ ...row, letter_id: held(row.letter_id) }),
        tries,
      }
    case 'active':
      return { ...known, ...inHand(), ...activated(), state: 'active' }
    case 'suspended':
      return {
        ...known,
        ...inHand(),
        ...activated(),
        state: 'suspended',
        reason: held(row.suspended_for),
      }
    case 'revoked':
      return { ...known, state: 'revoked', serial: row.serial ?? undefined }
  }
}

export function otpOf(row: OtpRow): Otp {
  const codes = { digest: held(row.digest), digits: held(row.digits) }
  return row.algorithm === 'TOTP'
    ? { ...codes, algorithm: 'TOTP', period: held(row.period) }
    : { ...codes, algorithm: 'HOTP' }
}

function memoryOf({ last_step, drift, far_step, far_offset }: CodeDeviceRow): OtpMemory {
  const far = far_step === null ? undefined : { step: far_step, offset: held(far_offset) }
  return { lastStep: held(last_step), drift, far }
}

const moveCodeDevice = statement<{
  id: string
  from_version: number
  state: string
  serial: string | null
  seed: Bytes | null
  last_step: number | null
  drift: number
  far_step: number | null
  far_offset: number | null
  tries: number
  wait_until: Instant | null
  sent_at: Instant | null
  activated_at: Instant | null
  suspended_for: string | null
}>(
  'move-code-device',
  (p) => sql`
    update mitid.code_device set version = version + 1, state = ${p.state},
      serial = coalesce(${p.serial}, serial), seed = ${p.seed}, last_step = ${p.last_step},
      drift = ${p.drift}, far_step = ${p.far_step}, far_offset = ${p.far_offset},
      tries = ${p.tries}, wait_until = to_timestamp(${p.wait_until}::float8),
      sent_at = coalesce(to_timestamp(${p.sent_at}::float8), sent_at),
      activated_at = coalesce(to_timestamp(${p.activated_at}::float8), activated_at),
      suspended_for = ${p.suspended_for},
      lost_at = case when ${p.suspended_for}::text = 'lost' and suspended_for is distinct from 'lost'
        then mitid.now() else lost_at end
    where id = ${p.id} and version = ${p.from_version}
  `,
)

/**
 * Conditional on the row as it was loaded. What a state does not hold is forgotten, and so is the
 * code of a letter that it does not name.
 */
export function codeDeviceParts(key: DataKey, row: CodeDeviceRow, to: CodeDevice): Part[] {
  const from = codeOf(row)
  if (from?.state !== 'issued') return [devicePart(key, row, to)]
  const { letter, device } = from
  const kept = 'code' in to && to.code?.letter === letter ? to.code : undefined
  const code = kept ?? { letter, device, state: 'ended' as const }
  // A sign-in leaves it as it is.
  if (code.state === 'issued' && code.tries === from.tries) return [devicePart(key, row, to)]
  return [devicePart(key, row, to), letterCodePart(from, code)]
}

function codeOf(row: CodeRow & { readonly letter_id: LetterId }): StoredLetterCode
function codeOf(row: CodeRow): StoredLetterCode | undefined
function codeOf(row: CodeRow): StoredLetterCode | undefined {
  if (row.letter_id === null) return undefined
  return letterCodeOf({
    letter_id: row.letter_id,
    code_device: held(row.code_device),
    code_state: held(row.code_state),
    code_mac: held(row.code_mac),
    code_tries: held(row.code_tries),
    code_until: row.code_until,
  })
}

function devicePart(key: DataKey, row: CodeDeviceRow, to: CodeDevice): Part {
  const inHand = to.state === 'ordered' || to.state === 'revoked' ? undefined : to
  const tries = 'tries' in to ? to.tries : undefined
  return part(moveCodeDevice, {
    id: to.id,
    from_version: row.version,
    state: to.state,
    serial: inHand?.serial ?? null,
    seed: inHand ? seal(key, seedPlace(to.id), inHand.seed) : null,
    last_step: inHand?.memory.lastStep ?? null,
    drift: inHand?.memory.drift ?? 0,
    far_step: inHand?.memory.far?.step ?? null,
    far_offset: inHand?.memory.far?.offset ?? null,
    tries: tries?.count ?? 0,
    wait_until: tries?.waitUntil ?? null,
    sent_at: to.state === 'sent' ? to.sentAt : null,
    activated_at: to.state === 'active' ? to.activatedAt : null,
    suspended_for: to.state === 'suspended' ? to.reason : null,
  })
}

const insertCodeDevice = statement<{
  id: string
  person_id: string
  kind: string
  spare: boolean
  centre: string | null
  ordered_at: Instant
}>(
  'insert-code-device',
  (p) => sql`
    insert into mitid.code_device (id, person_id, kind, state, spare, centre, ordered_at)
    values (${p.id}, ${p.person_id}, ${p.kind}, 'ordered', ${p.spare}, ${p.centre},
      to_timestamp(${p.ordered_at}::float8))
  `,
)

/** An order, also in the statement that makes its person. */
export function orderPart(device: Extract<CodeDevice, { state: 'ordered' }>): Part {
  const { id, person, kind, spare, delivery, orderedAt } = device
  return part(insertCodeDevice, {
    id,
    person_id: person,
    kind,
    spare,
    centre: delivery.to === 'centre' ? delivery.centre : null,
    ordered_at: orderedAt,
  })
}

function seedPlace(id: CodeDevice['id']): Place {
  return { table: 'code_device', column: 'seed', row: id }
}

export function stockSeedPlace(serial: StockDevice['serial']): Place {
  return { table: 'stock_device', column: 'seed', row: serial }
}
