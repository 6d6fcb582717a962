/** `PasswordLogins` on PostgreSQL: one query and one write a try, the same for every user ID. */
import { sql, type RawBuilder } from 'kysely'
import type { PasswordCaller, PasswordLogins, TryCounter } from '@open-mitid/identity/authenticator'
import { utf8, type Bytes, type Instant } from '@open-mitid/kernel'
import type { Connection, Database } from '../database.ts'
import { statement } from '../statement.ts'
import { part, together, type Part } from '../together.ts'
import { seal, unsealText, type Place, type Vault } from '../vault/index.ts'

/** The row of nobody. */
const nobody = new Uint8Array()

type TryRow = {
  readonly now: Instant
  readonly hash: Bytes
  readonly record: Bytes | null
  readonly decoy: Bytes
  /** To the microsecond: another password has another time. */
  readonly set_at: string | null
  readonly known: boolean
  readonly let_on: boolean
} & Counted<'network'> &
  Counted<'strangers'> &
  Counted<'browser'> &
  Counted<'browser_day'>
type Counted<Name extends string> = Readonly<Record<`${Name}_key`, Bytes>> &
  Readonly<Record<`${Name}_count`, number | null>> &
  Readonly<Record<`${Name}_at`, Instant | null>> &
  Readonly<Record<`${Name}_wait`, Instant | null>>

const counters = ['network', 'strangers', 'browser', 'browser_day'] as const
type CounterName = (typeof counters)[number]

const counterColumns = sql.join(
  counters.map((name) => {
    const [key, table] = [sql.ref(`keys.${name}`), sql.table(`of_${name}`)]
    return sql`${key} as ${sql.ref(`${name}_key`)}, ${table}.count as ${sql.ref(`${name}_count`)},
      ${table}.at as ${sql.ref(`${name}_at`)}, ${table}.wait_until as ${sql.ref(`${name}_wait`)}`
  }),
)
const counterSource = sql.join(
  counters.map((name) => {
    const table = sql.table(`of_${name}`)
    return sql`left join mitid.password_try as ${table} on ${table}.key = ${sql.ref(`keys.${name}`)}`
  }),
  sql` `,
)

/** The browser's own open sign-in with the user ID typed in it, or its activation of a device. */
const place = (p: { id: string; browser: Bytes }): RawBuilder<unknown> => sql`
  select id, browser, user_id_hash as hash, expires_at as until from mitid.sign_in
  where id = ${p.id} and browser = ${p.browser} and state = 'open' and open_until > mitid.now()
    and user_id_hash is not null
  union all
  select attempt.id, attempt.browser, person.user_id_index, attempt.until
  from mitid.device_attempt as attempt
    join mitid.code_device on code_device.id = attempt.device_id
    join mitid.person on person.id = code_device.person_id
  where attempt.id = ${p.id} and attempt.browser = ${p.browser} and attempt.until > mitid.now()`

type TryParams = { browser: Bytes; network: Bytes; nobody: Bytes }
const selectTry = (p: TryParams, where: RawBuilder<unknown>) => sql<TryRow>`
    select mitid.now() as now, place.hash, real.record, decoy.record as decoy,
      real.set_at::text as set_at,
      coalesce(known.known_from <= mitid.now(), false) as known,
      coalesce(ask.let_on_until > mitid.now(), false) as let_on, ${counterColumns}
    from (${where}) as place
      cross join lateral (select
        sha256('network' || place.hash || ${p.network}::bytea) as network,
        sha256('strangers' || place.hash) as strangers,
        sha256('browser' || place.hash || ${p.browser}::bytea) as browser,
        sha256('browser-day' || place.hash || ${p.browser}::bytea) as browser_day) as keys
      join mitid.password as decoy on decoy.user_id_index = ${p.nobody}
      left join mitid.password as real on real.user_id_index = place.hash
      left join mitid.known_browser as known on known.browser = ${p.browser}
        and known.person_id = real.person_id
      left join mitid.owner_ask as ask on ask.browser = ${p.browser}
        and ask.user_id_hash = place.hash
      ${counterSource}`

const findTry = statement<TryParams & { id: string }, TryRow>('find-password-try', (p) =>
  selectTry(p, place(p)),
)
const findRegistration = statement<TryParams & { hash: Bytes }, TryRow>(
  'find-password-registration',
  (p) => selectTry(p, sql`select ${p.hash}::bytea as hash`),
)

const countTry = statement<{
  key: Bytes
  from: number
  count: number
  at: Instant
  wait_until: Instant | null
}>(
  'count-password-try',
  (p) => sql`
    insert into mitid.password_try as tried (key, count, at, wait_until)
    values (${p.key}, ${p.count}, to_timestamp(${p.at}::float8),
      to_timestamp(${p.wait_until}::float8))
    on conflict (key) do update set count = excluded.count, at = excluded.at,
      wait_until = excluded.wait_until
    where tried.count = ${p.from}
  `,
)

const keepLogin = statement<{
  id: string
  browser: Bytes
  hash: Bytes
  own_try: Bytes
  login: Bytes
  until: Instant
  set_at: string | null
}>(
  'keep-password-login',
  (p) => sql`
    insert into mitid.password_login (id, browser, user_id_hash, own_try, login, login_until,
      password_set_at, expires_at)
    select id, browser, hash, ${p.own_try}, ${p.login}, to_timestamp(${p.until}::float8),
      ${p.set_at}::timestamptz, until
    from (${place(p)}) as place where hash = ${p.hash}
    on conflict (id) do update set user_id_hash = excluded.user_id_hash,
      own_try = excluded.own_try, login = excluded.login, login_until = excluded.login_until,
      password_set_at = excluded.password_set_at,
      person_id = null, proved = null, known_browser = null
  `,
)

export function postgresPasswordLogins(db: Database, vault: Vault): PasswordLogins {
  // Keyed, so that whoever reads the table finds no address by trying all that there are.
  const keyed = (network: string) => vault.mac('password-network', utf8(network))
  return {
    async findTry({ id, browser }, network) {
      const about = { browser, network: await keyed(network), nobody }
      const row = await db.first(findTry, { ...about, id })
      if (!row) return undefined
      // One record is opened beside the decoy, whether or not it is somebody's.
      const [index, record] = row.record ? [row.hash, row.record] : [nobody, row.decoy]
      const opened = unsealText(vault.system, recordPlace(index), record)
      const decoy = unsealText(vault.system, recordPlace(nobody), row.decoy)
      const caller = callerOf(row)
      const [own, day] = countedAs[caller]
      return {
        now: row.now,
        userIdHash: row.hash,
        caller,
        counters: { own: counterOf(row, own), day: counterOf(row, day) },
        record: row.record ? opened : undefined,
        decoy,
        async write(tried) {
          const counted = [countPart(row, own, tried.own), countPart(row, day, tried.day)]
          if (!tried.login) return (await together(db, counted)).ok
          const { serverState, until } = tried.login
          const login = seal(vault.system, loginPlace(id), serverState)
          const own_try = row[`${own}_key`]
          const { hash, set_at } = row
          const kept = { id, browser, hash, own_try, login, until, set_at }
          return (await together(db, [...counted, part(keepLogin, kept)])).ok
        },
      }
    },

    async findRegistration({ userIdHash: hash, browser }, network) {
      const about = { browser, network: await keyed(network), nobody }
      const row = await db.first(findRegistration, { ...about, hash })
      if (!row) throw new Error('there is no decoy to answer from')
      const [own, day] = countedAs.known
      return {
        now: row.now,
        caller: 'known',
        counters: { own: counterOf(row, own), day: counterOf(row, day) },
        write: async (tried) =>
          (await together(db, [countPart(row, own, tried.own), countPart(row, day, tried.day)])).ok,
      }
    },
  }
}

/** Which counters a try of each is counted on: the one that waits, and the one of the day. */
const countedAs: Readonly<Record<PasswordCaller, readonly [CounterName, CounterName]>> = {
  stranger: ['network', 'strangers'],
  'let-on': ['browser', 'browser_day'],
  known: ['browser', 'browser_day'],
}

function callerOf({ known, let_on }: TryRow): PasswordCaller {
  if (known) return 'known'
  return let_on ? 'let-on' : 'stranger'
}

export function loginPlace(row: string): Place {
  return { table: 'password_login', column: 'login', row }
}

function recordPlace(userIdHash: Bytes): Place {
  return { table: 'password', column: 'record', row: Buffer.from(userIdHash).toString('base64url') }
}

function counterOf(row: TryRow, name: CounterName): TryCounter {
  return {
    count: row[`${name}_count`] ?? 0,
    at: row[`${name}_at`] ?? undefined,
    waitUntil: row[`${name}_wait`] ?? undefined,
  }
}

function countPart(row: TryRow, name: CounterName, to: TryCounter): Part {
  if (to.at === undefined) throw new Error('a counted try has its time')
  return part(countTry, {
    key: row[`${name}_key`],
    from: row[`${name}_count`] ?? 0,
    count: to.count,
    at: to.at,
    wait_until: to.waitUntil ?? null,
  })
}

const forgetTries = statement<{ key: Bytes }>(
  'forget-password-tries',
  (p) => sql`update mitid.password_try set count = 0, wait_until = null where key = ${p.key}`,
)

/** A right password forgets the tries before it, of this browser or network alone. */
export function forgetTriesPart(key: Bytes): Part {
  return part(forgetTries, { key })
}

const beginBrowserTries = statement<{ counter: string; hash: Bytes; browser: Bytes }>(
  'begin-browser-tries',
  (p) => sql`
    insert into mitid.password_try (key, count, at)
    values (sha256(convert_to(${p.counter}, 'UTF8') || ${p.hash}::bytea || ${p.browser}::bytea), 0,
      mitid.now())
    on conflict (key) do update set count = 0, at = excluded.at, wait_until = null
  `,
)

/** A browser that is let on begins to count anew. */
export function forgetBrowserTriesParts(hash: Bytes, browser: Bytes): readonly Part[] {
  return ['browser', 'browser-day'].map((counter) =>
    part(beginBrowserTries, { counter, hash, browser }),
  )
}

const setPassword = statement<{ hash: Bytes; person: string; record: Bytes }>(
  'set-password',
  (p) => sql`
    insert into mitid.password (user_id_index, person_id, record, set_at)
    values (${p.hash}, ${p.person}, ${p.record}, mitid.now())
    on conflict (user_id_index) do update set record = excluded.record, set_at = excluded.set_at
    where mitid.password.person_id = excluded.person_id
  `,
)

const movePassword = statement<{ from: Bytes; to: Bytes; person: string; record: Bytes }>(
  'move-password',
  (p) => sql`
    update mitid.password set user_id_index = ${p.to}, record = ${p.record}, set_at = mitid.now()
    where user_id_index = ${p.from} and person_id = ${p.person}
  `,
)

/** The part that puts a password registered under a new user ID in the place of the one before. */
export function movedPasswordPart(
  vault: Vault,
  { person, from, to, record }: { person: string; from: Bytes; to: Bytes; record: string },
): Part {
  const sealed = seal(vault.system, recordPlace(to), record)
  return part(movePassword, { from, to, person, record: sealed })
}

/** The part that gives a person a password, or another one, under the user ID that they have. */
export function passwordPart(
  vault: Vault,
  { person, userIdHash, record }: { person: string; userIdHash: Bytes; record: string },
): Part {
  const sealed = seal(vault.system, recordPlace(userIdHash), record)
  return part(setPassword, { hash: userIdHash, person, record: sealed })
}

const keepDecoy = statement<{ nobody: Bytes; record: Bytes }>(
  'keep-decoy-password',
  (p) => sql`
    insert into mitid.password (user_id_index, record, set_at)
    values (${p.nobody}, ${p.record}, mitid.now()) on conflict do nothing
  `,
)

/** Once for an installation: the first one stays. */
export async function keepDecoyPassword(
  db: Connection,
  vault: Vault,
  record: string,
): Promise<void> {
  const sealed = seal(vault.system, recordPlace(nobody), record)
  await db.affect(keepDecoy, { nobody, record: sealed })
}

const sweeps = [
  statement<object>(
    'sweep-password-logins',
    () => sql`delete from mitid.password_login where expires_at < mitid.now()`,
  ),
  statement<object>(
    'sweep-device-attempts',
    () => sql`delete from mitid.device_attempt where until < mitid.now()`,
  ),
  statement<object>(
    'sweep-browser-passes',
    () => sql`delete from mitid.browser_pass where until < mitid.now()`,
  ),
  statement<object>(
    'sweep-password-tries',
    () => sql`delete from mitid.password_try where at < mitid.now() - interval '2 days'`,
  ),
]

/** Deletes logins that are over and counters that count no more; a job of the worker. */
export async function sweepPasswords(db: Connection): Promise<void> {
  for (const sweep of sweeps) await db.affect(sweep, {})
}
