/** An enrolment's row: what is known of a person who has no MitID yet, sealed whole. */
import { sql } from 'kysely'
import type { Enrolment, EnrolmentId } from '@open-mitid/identity/enrolment'
import type { Bytes, Instant } from '@open-mitid/kernel'
import { statement } from '../statement.ts'
import { part, type Part } from '../together.ts'
import { seal, unsealText, type DataKey } from '../vault/index.ts'

export type EnrolmentRow = {
  readonly id: EnrolmentId
  readonly holder: Bytes
  readonly state: Enrolment['state']
  readonly version: number
  readonly wrapped_key: Bytes
  readonly sealed: Bytes
  readonly begun_at: Instant
  readonly expires_at: Instant
}

export const enrolmentColumns = sql`id, holder, state, version, wrapped_key, sealed, begun_at,
  expires_at`

/** What was sealed under a state had the fields of that state. */
export function openEnrolment(key: DataKey, row: EnrolmentRow): Enrolment {
  const rest = JSON.parse(unsealText(key, placeOf(row.id), row.sealed)) as object
  const { id, holder, state, begun_at: begunAt, expires_at: expiresAt } = row
  return { id, holder, state, begunAt, expiresAt, ...rest } as Enrolment
}

export function sealEnrolment(key: DataKey, enrolment: Enrolment): Bytes {
  const columns = { id: undefined, holder: undefined, state: undefined }
  const times = { begunAt: undefined, expiresAt: undefined }
  const rest = JSON.stringify({ ...enrolment, ...columns, ...times })
  return seal(key, placeOf(enrolment.id), rest)
}

const moveEnrolment = statement<{
  id: string
  version: number
  state: string
  sealed: Bytes
  person: string | null
}>(
  'move-enrolment',
  (p) => sql`
    update mitid.enrolment set state = ${p.state}, version = version + 1, sealed = ${p.sealed},
      person_id = ${p.person}
    where id = ${p.id} and version = ${p.version} and expires_at > mitid.now()
  `,
)

/** Conditional on the version that was loaded. */
export function enrolmentPart(key: DataKey, row: EnrolmentRow, to: Enrolment): Part {
  return part(moveEnrolment, {
    id: row.id,
    version: row.version,
    state: to.state,
    sealed: sealEnrolment(key, to),
    person: to.state === 'completed' ? to.person : null,
  })
}

function placeOf(id: EnrolmentId) {
  return { table: 'enrolment', column: 'sealed', row: id }
}
