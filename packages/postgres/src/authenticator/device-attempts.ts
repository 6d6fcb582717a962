/** `DeviceAttempts` on PostgreSQL. */
import { sql } from 'kysely'
import type { DeviceAttempts, OwnAttempt } from '@open-mitid/identity/authenticator'
import type { AssuranceLevel, PersonId } from '@open-mitid/identity/person'
import type { Bytes, Instant } from '@open-mitid/kernel'
import type { Database } from '../database.ts'
import { ledgerParts } from '../ledger/index.ts'
import { endPasswordCodesPart } from '../letter/index.ts'
import { openPersonal } from '../person/index.ts'
import { statement } from '../statement.ts'
import { part, together } from '../together.ts'
import { unsealText, type Vault } from '../vault/index.ts'
import {
  codeDeviceColumns,
  codeDeviceOf,
  codeDeviceParts,
  codeDeviceSource,
  type CodeDeviceRow,
} from './code-device-row.ts'
import { held } from './caller-row.ts'
import { loginPlace, passwordPart } from './password-logins.ts'

const openAttempt = statement<{
  id: string
  browser: Bytes
  device: string
  mac: Bytes | null
  proved_at: Instant | null
  life: number
}>(
  'open-device-attempt',
  (p) => sql`
    insert into mitid.device_attempt (id, browser, device_id, letter_mac, proved_at, until)
    values (${p.id}, ${p.browser}, ${p.device}, ${p.mac}, to_timestamp(${p.proved_at}::float8),
      mitid.now() + make_interval(secs => ${p.life}::float8))
  `,
)

type AttemptRow = CodeDeviceRow & {
  readonly now: Instant
  readonly letter_mac: Bytes | null
  readonly proved_at: Instant | null
  readonly overruled_at: Instant | null
  readonly password_proved: boolean
  readonly login: Bytes | null
  readonly has_password: boolean
  readonly person_id: PersonId
  readonly person_state: 'active' | 'blocked'
  readonly ial: AssuranceLevel
  readonly user_id_index: Bytes
  readonly user_id: Bytes
  readonly wrapped_key: Bytes
  readonly n: number
  readonly head: Bytes
}

const findAttempt = statement<{ id: string; browser: Bytes }, AttemptRow>(
  'find-device-attempt',
  (p) => sql`
    select mitid.now() as now, attempt.letter_mac, attempt.proved_at, attempt.password_proved,
      greatest(password.set_at, code_device.lost_at) as overruled_at,
      case when login.login_until > mitid.now() then login.login end as login,
      password.person_id is not null as has_password,
      person.id as person_id, person.state as person_state, person.ial, person.user_id_index,
      person.user_id, person.wrapped_key, chain.n, chain.head, ${codeDeviceColumns}
    from mitid.device_attempt as attempt
      join (${codeDeviceSource}) on code_device.id = attempt.device_id
      join mitid.person on person.id = code_device.person_id
      join mitid.chain on chain.subject = person.id
      left join mitid.password on password.person_id = person.id
      left join mitid.password_login as login on login.id = attempt.id
        and login.browser = attempt.browser and login.user_id_hash = person.user_id_index
    where attempt.id = ${p.id} and attempt.browser = ${p.browser} and attempt.until > mitid.now()
  `,
)
const endProof = statement<{ id: string; login: Bytes | null }>(
  'end-device-login',
  (p) =>
    sql`update mitid.password_login set login = null where id = ${p.id} and login = ${p.login}`,
)
const proved = statement<{ id: string }>(
  'prove-for-device',
  (p) => sql`update mitid.device_attempt set password_proved = true where id = ${p.id}`,
)
const removeAttempt = statement<{ id: string }>(
  'remove-device-attempt',
  (p) => sql`delete from mitid.device_attempt where id = ${p.id}`,
)
const insertPass = statement<{ sha256: Bytes; person: string; life: number }>(
  'insert-browser-pass',
  (p) => sql`
    insert into mitid.browser_pass (sha256, person_id, until)
    values (${p.sha256}, ${p.person}, mitid.now() + make_interval(secs => ${p.life}::float8))
  `,
)

export function postgresDeviceAttempts(db: Database, vault: Vault): DeviceAttempts {
  return {
    async open({ by, ...attempt }) {
      const mac = 'letterMac' in by ? by.letterMac : null
      const proved_at = 'provedAt' in by ? by.provedAt : null
      await db.affect(openAttempt, { ...attempt, mac, proved_at })
    },

    async find(own: OwnAttempt) {
      const row = await db.first(findAttempt, own)
      if (!row) return undefined
      const { person_id: id, person_state: state, ial, user_id_index: userIdHash } = row
      const key = await vault.personKey(id, row.wrapped_key)
      return {
        now: row.now,
        device: codeDeviceOf(key, row),
        by:
          row.proved_at === null
            ? { letterMac: held(row.letter_mac) }
            : { provedAt: row.proved_at },
        overruledAt: row.overruled_at ?? undefined,
        person: { id, state, ial, userIdHash },
        chain: { subject: id, n: row.n, head: row.head },
        userId: openPersonal(key, id, 'user_id', row.user_id),
        hasPassword: row.has_password,
        passwordProved: row.password_proved,
        serverState: row.login
          ? unsealText(vault.system, loginPlace(own.id), row.login)
          : undefined,
        async endProof(right) {
          const ended = part(endProof, { id: own.id, login: row.login })
          await together(db, right ? [ended, part(proved, { id: own.id })] : [ended])
        },
        count: async (device, events) =>
          (await together(db, [...ledgerParts(events, key), ...codeDeviceParts(key, row, device)]))
            .ok,
        async complete({ device, record, pass }, events) {
          const password =
            record === undefined
              ? []
              : [
                  passwordPart(vault, { person: id, userIdHash, record }),
                  endPasswordCodesPart(id, device.id),
                ]
          const written = await together(db, [
            ...ledgerParts(events, key),
            ...codeDeviceParts(key, row, device),
            ...password,
            part(removeAttempt, { id: own.id }),
            part(insertPass, { ...pass, person: id }),
          ])
          return written.ok
        },
      }
    },
  }
}
