/** `CodeSignIns` on PostgreSQL. */
import { sql, type RawBuilder } from 'kysely'
import type { AssuranceLevel, PersonId } from '@open-mitid/identity/person'
import type { ClientId, OrganisationId } from '@open-mitid/identity/service'
import type {
  CodeCompletion,
  CodeSignIn,
  CodeSignIns,
  FoundCodeEntry,
  OwnSignIn,
  PasswordProved,
  SignInId,
} from '@open-mitid/identity/sign-in'
import { base64url, fromBase64url, type Bytes, type Instant } from '@open-mitid/kernel'
import {
  codeDeviceColumns,
  codeDeviceOf,
  codeDeviceParts,
  codeDeviceSource,
  forgetTriesPart,
  held,
  loginPlace,
  type CodeDeviceRow,
} from '../authenticator/index.ts'
import type { Database } from '../database.ts'
import { ledgerParts } from '../ledger/index.ts'
import { statement } from '../statement.ts'
import { part, together, type Part } from '../together.ts'
import { seal, unsealText, type DataKey, type Place, type Vault } from '../vault/index.ts'
import { insertSub, knowBrowser } from './move-parts.ts'
import { openAsked, place } from './sign-in-row.ts'

/**
 * Whatever is found is of an open sign-in of this browser, under the user ID typed last. What was
 * begun or proved before a password was set was of another one: it has no password and no person.
 */
const openLogin = (p: { id: string; browser: Bytes }): RawBuilder<unknown> => sql`
  mitid.password_login as login join mitid.sign_in on sign_in.id = login.id
    and sign_in.browser = login.browser and sign_in.user_id_hash = login.user_id_hash
    and sign_in.state = 'open' and sign_in.open_until > mitid.now()
    and login.id = ${p.id} and login.browser = ${p.browser}
  left join mitid.password on password.user_id_index = login.user_id_hash
    and password.set_at = login.password_set_at`

type SignInRow = {
  readonly sign_in_id: SignInId
  readonly client_id: ClientId
  readonly browser: Bytes
  readonly user_id_hash: Bytes
  readonly asked: Bytes
  readonly expires_at: Instant
}
const signInColumns = sql`sign_in.id as sign_in_id, sign_in.client_id, sign_in.browser,
  sign_in.user_id_hash, sign_in.asked, sign_in.expires_at`

type Own = { id: string; browser: Bytes }
type LoginRow = SignInRow & {
  readonly now: Instant
  readonly own_try: Bytes
  readonly login: Bytes
  readonly login_until: Instant
  readonly owner: PersonId | null
  readonly wrapped_key: Bytes | null
  readonly known: boolean
  readonly let_on: boolean
}

const findLogin = statement<Own, LoginRow>(
  'find-password-login',
  (p) => sql`
    select mitid.now() as now, ${signInColumns}, login.own_try, login.login, login.login_until,
      password.person_id as owner, person.wrapped_key,
      coalesce(known.known_from <= mitid.now(), false) as known,
      coalesce(ask.let_on_until > mitid.now(), false) as let_on
    from ${openLogin(p)}
      left join mitid.owner_ask as ask on ask.browser = login.browser
        and ask.user_id_hash = login.user_id_hash
      left join mitid.person on person.id = password.person_id
      left join mitid.known_browser as known on known.browser = login.browser
        and known.person_id = password.person_id
    where login.login is not null
  `,
)
const endLogin = statement<{ id: string; login: Bytes }>(
  'end-password-login',
  (p) => sql`
    update mitid.password_login set login = null where id = ${p.id} and login = ${p.login}
  `,
)
const proveLogin = statement<{
  id: string
  login: Bytes
  hash: Bytes
  person: string | null
  proved: Bytes | null
  known: boolean
}>(
  'prove-password-login',
  (p) => sql`
    update mitid.password_login set login = null, person_id = ${p.person}, proved = ${p.proved},
      known_browser = ${p.known}
    where id = ${p.id} and login = ${p.login} and user_id_hash = ${p.hash}
  `,
)
/** Whoever has shown the password has the sign-in's whole time to find the device. */
const keepOpen = statement<{ id: string; hash: Bytes }>(
  'keep-sign-in-open',
  (p) => sql`
    update mitid.sign_in set open_until = expires_at
    where id = ${p.id} and state = 'open' and user_id_hash = ${p.hash}
  `,
)

type ProvedRow = {
  readonly person_id: PersonId
  readonly wrapped_key: Bytes
  readonly proved: Bytes
  readonly login_known: boolean
}
type EntryRow = SignInRow &
  ProvedRow &
  CodeDeviceRow & {
    readonly now: Instant
    readonly person_state: 'active' | 'blocked'
    readonly ial: AssuranceLevel
    readonly user_id_index: Bytes
    readonly n: number
    readonly head: Bytes
    readonly organisation_id: OrganisationId
    readonly known_sub: string | null
  }

const provedColumns = sql`login.person_id, person.wrapped_key, login.proved,
  login.known_browser as login_known`

const findEntry = statement<Own & { device: string }, EntryRow>(
  'find-code-entry',
  (p) => sql`
    select mitid.now() as now, ${signInColumns}, ${codeDeviceColumns}, ${provedColumns},
      person.state as person_state, person.ial, person.user_id_index, chain.n, chain.head,
      client.organisation_id, pairwise.sub as known_sub
    from ${openLogin(p)}
      join mitid.person on person.id = login.person_id and person.id = password.person_id
      join mitid.chain on chain.subject = person.id
      join mitid.client on client.id = sign_in.client_id
      join (${codeDeviceSource}) on code_device.id = ${p.device}
        and code_device.person_id = login.person_id
      left join mitid.pairwise on pairwise.organisation_id = client.organisation_id
        and pairwise.person_id = login.person_id
  `,
)
const findProved = statement<Own, ProvedRow>(
  'find-proved-login',
  (p) => sql`
    select ${provedColumns} from ${openLogin(p)}
      join mitid.person on person.id = login.person_id and person.id = password.person_id
  `,
)
const findDevices = statement<{ person: string }, CodeDeviceRow>(
  'find-devices-for-code',
  (p) => sql`
    select ${codeDeviceColumns} from ${codeDeviceSource}
    where code_device.person_id = ${p.person} order by code_device.ordered_at, code_device.id
  `,
)

const completeByCode = statement<{
  id: string
  hash: Bytes
  person: string
  device_kind: string
  known: boolean
  offer: Bytes
  approval: Bytes
  receipt: Bytes
  statement: Bytes
  sub: string
  loa: string
  aal: string
  phr: boolean
  at: Instant
}>(
  'complete-by-code',
  (p) => sql`
    update mitid.sign_in set state = 'completed', person_id = ${p.person},
      device_kind = ${p.device_kind}, known_browser = ${p.known}, offer = ${p.offer},
      approval = ${p.approval}, receipt = ${p.receipt}, statement = ${p.statement},
      sub = ${p.sub}, loa = ${p.loa}, aal = ${p.aal}, phr = ${p.phr},
      completed_at = to_timestamp(${p.at}::float8)
    where id = ${p.id} and state = 'open' and user_id_hash = ${p.hash}
      and exists (select from mitid.person where id = ${p.person} and state = 'active')
  `,
)
const removeLogin = statement<{ id: string }>(
  'remove-password-login',
  (p) => sql`delete from mitid.password_login where id = ${p.id} and proved is not null`,
)

export function postgresCodeSignIns(db: Database, vault: Vault): CodeSignIns {
  const { system } = vault
  const open = (row: SignInRow): CodeSignIn => ({
    id: row.sign_in_id,
    client: row.client_id,
    asked: openAsked(system, row.sign_in_id, row.asked),
    expiresAt: row.expires_at,
  })
  return {
    async findLogin(own) {
      const row = await db.first(findLogin, own)
      if (!row) return undefined
      const { owner, login } = row
      const hash = row.user_id_hash
      return {
        now: row.now,
        signIn: open(row),
        serverState: unsealText(system, loginPlace(own.id), login),
        until: row.login_until,
        person: owner ?? undefined,
        knownBrowser: row.known,
        letOn: row.let_on,
        async end() {
          await db.affect(endLogin, { id: own.id, login })
        },
        async prove(proved, events) {
          const key = await vault.personKey(held(owner), held(row.wrapped_key))
          const sealed = proved ? seal(key, provedPlace(own), provedText(proved)) : null
          const person = proved?.person ?? null
          const written = await together(db, [
            ...ledgerParts(events, key),
            part(keepOpen, { id: own.id, hash }),
            part(proveLogin, { id: own.id, login, hash, person, proved: sealed, known: row.known }),
            forgetTriesPart(row.own_try),
          ])
          return written.ok
        },
      }
    },

    async findEntry(own, device) {
      const row = await db.first(findEntry, { ...own, device })
      if (!row) return undefined
      const key = await vault.personKey(row.person_id, row.wrapped_key)
      return entryOf(db, own, row, key, open(row))
    },

    async findProved(own) {
      const row = await db.first(findProved, own)
      if (!row) return undefined
      const key = await vault.personKey(row.person_id, row.wrapped_key)
      const devices = await db.rows(findDevices, { person: row.person_id })
      return {
        proved: provedOf(key, own, row),
        devices: devices.map((device) => codeDeviceOf(key, device)),
      }
    },
  }
}

function entryOf(
  db: Database,
  own: OwnSignIn,
  row: EntryRow,
  key: DataKey,
  signIn: CodeSignIn,
): FoundCodeEntry {
  const { person_id: id, person_state: state, ial, user_id_index: userIdHash } = row
  return {
    now: row.now,
    signIn,
    proved: provedOf(key, own, row),
    person: { id, state, ial, userIdHash },
    chain: { subject: id, n: row.n, head: row.head },
    device: codeDeviceOf(key, row),
    organisation: row.organisation_id,
    sub: row.known_sub ?? undefined,
    count: async (device, events) =>
      (await together(db, [...ledgerParts(events, key), ...codeDeviceParts(key, row, device)])).ok,
    async complete(completion, events) {
      const written = await together(db, [
        ...ledgerParts(events, key),
        ...codeDeviceParts(key, row, completion.device),
        completePart(row, key, completion),
        ...aroundParts(row, completion),
        part(removeLogin, { id: own.id }),
      ])
      return written.ok
    },
  }
}

function completePart(
  row: EntryRow,
  key: DataKey,
  { device, offer, approval, receipt, statement: stated, sub, loa, phr }: CodeCompletion,
): Part {
  const id = row.sign_in_id
  return part(completeByCode, {
    id,
    hash: row.user_id_hash,
    person: row.person_id,
    device_kind: device.kind,
    known: row.login_known,
    offer: seal(key, place(id, 'offer'), offer),
    approval: seal(key, place(id, 'approval'), approval),
    receipt: seal(key, place(id, 'receipt'), receipt),
    statement: seal(key, place(id, 'statement'), stated),
    sub,
    loa,
    aal: 'Substantial',
    phr,
    at: row.now,
  })
}

function aroundParts(row: EntryRow, { sub, newSub, knowBrowserFrom }: CodeCompletion): Part[] {
  const { person_id: person, client_id: client, browser } = row
  return [
    ...(newSub ? [part(insertSub, { client, person, sub })] : []),
    ...(knowBrowserFrom === undefined
      ? []
      : [part(knowBrowser, { browser, person, from: knowBrowserFrom, sign_in: row.sign_in_id })]),
  ]
}

function provedPlace({ id }: OwnSignIn): Place {
  return { table: 'password_login', column: 'proved', row: id }
}

type ProvedText = { readonly key: string; readonly offers: PasswordProved['offers'] }

function provedText({ sessionKey, offers }: PasswordProved): string {
  return JSON.stringify({ key: base64url(sessionKey), offers } satisfies ProvedText)
}

/** It was made by `provedText`. */
function provedOf(key: DataKey, own: OwnSignIn, row: ProvedRow): PasswordProved {
  const text = unsealText(key, provedPlace(own), row.proved)
  const { key: sessionKey, offers } = JSON.parse(text) as ProvedText
  return {
    person: row.person_id,
    sessionKey: held(fromBase64url(sessionKey) ?? null),
    offers,
    knownBrowser: row.login_known,
  }
}
