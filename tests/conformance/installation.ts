/** A whole server on a database of its own, with citizens and services, for foreign clients. */
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ProfileId } from '@open-mitid/identity/authenticator'
import { rotateKeys } from '@open-mitid/identity/keys'
import {
  BirthDate,
  CprNumber,
  createPerson,
  PersonName,
  UserId,
  type AssuranceLevel,
  type Person,
} from '@open-mitid/identity/person'
import { registerService, type RegisterService } from '@open-mitid/identity/service'
import type { SignInId } from '@open-mitid/identity/sign-in'
import { Instant, type Bytes } from '@open-mitid/kernel'
import {
  advanceClock,
  newKeyPair,
  openDatabase,
  openKeyRing,
  openVault,
  postgresPersons,
  postgresServices,
  postgresSigningKeys,
  readChain,
  type Database,
  type Vault,
} from '@open-mitid/postgres'
import { databaseTime } from '@open-mitid/postgres/oidc'
import { freshDatabase } from '@open-mitid/postgres/testing'
import { Digest, issueBinding, PublicJwk } from '@open-mitid/protocol'
import pg from 'pg'
import { readConfig } from '../../apps/server/src/config.ts'
import { startServer, type RunningServer } from '../../apps/server/src/main.ts'
import { openLocalKeyVault } from '../../apps/server/src/outbound/vault/index.ts'
import { seal } from '../../packages/postgres/src/vault/seal.ts'
import { freePorts } from '../journeys/free-ports.ts'
import type { Browser } from './browser.ts'

type GivenPerson = {
  readonly userId: string
  readonly cpr: string
  readonly hidden?: boolean
  readonly ial?: AssuranceLevel
}

/** Everything by the doors of the house, except the phone: its yes is written by hand. */
export async function openInstallation(settings: Readonly<Record<string, string>> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'mitid-conformance-'))
  const fresh = await freshDatabase()
  const trips: string[] = []
  const config = readConfig({
    MITID_ENV: 'test',
    EDGES: 'oidc',
    MITID_ROLES: 'edges',
    PORT_BASE: String(await freePorts()),
    METRICS_PORT: 'off',
    DATABASE_URL: fresh.url,
    MITID_KEYS: folder,
    LOG_LEVEL: 'error',
    ...settings,
  })
  const start = () => startServer(config, { onTrip: ({ name }) => void trips.push(name) })
  let server: RunningServer = await start()
  const db = openDatabase(fresh.url, { max: 2 })
  const vault = await openVault(db, await openLocalKeyVault({ folder, environment: 'test' }))
  const services = postgresServices(db, vault)
  const persons = postgresPersons(db, vault)
  const sql = new pg.Pool({ connectionString: fresh.url, max: 2 })
  const issuer = config.origins.oidc

  return {
    issuer,
    appOrigin: config.origins.phone,
    /** The names of the statements that the server has run. */
    trips,
    advance: (seconds: number) => advanceClock(db, seconds),
    async register(
      service: Pick<RegisterService, 'clientId' | 'authentication'> & Partial<RegisterService>,
    ) {
      const made = await registerService({ services, random, surface: 'sandbox' })({
        organisation: 'Bank A/S',
        name: 'Bank',
        domain: 'bank.example',
        redirectUris: ['http://localhost:3006/callback'],
        postLogoutRedirectUris: ['http://localhost:3006/'],
        legalBases: [],
        replace: false,
        ...service,
      })
      if (!made.ok) throw new Error(JSON.stringify(made.refusal))
    },
    async person(given: GivenPerson): Promise<Person> {
      const userId = UserId.parse(given.userId)
      const cpr = CprNumber.parse(given.cpr, 'synthetic')
      const name = PersonName.parse('Åse Ærø Nielsen')
      const birthDate = BirthDate.parse('1980-02-29')
      if (!userId.ok || !cpr.ok || !name || !birthDate) throw new Error('not a person')
      const made = await createPerson({ persons, random })({
        userId: userId.value,
        cpr: cpr.value,
        name,
        birthDate,
        protected: given.hidden ?? false,
        ial: given.ial ?? 'Substantial',
        language: 'da',
        address: undefined,
        phone: undefined,
        email: undefined,
      })
      if (!made.ok) throw new Error(made.refusal.kind)
      return made.value
    },
    /** The person approves, and the page finishes; answers where the browser goes on. */
    async complete(id: SignInId, person: Person, browser: Browser): Promise<string> {
      await approveByHand({ db, vault, sql }, id, person)
      return finish(issuer, id, browser)
    },
    finish: (id: SignInId, browser: Browser) => finish(issuer, id, browser),
    async refuse(id: SignInId, person: Person, reason: 'cancel' | 'not_me') {
      await approveByHand({ db, vault, sql }, id, person)
      await end(sql, id, 'refused', reason)
    },
    abort: (id: SignInId, reason: string) => end(sql, id, 'aborted', reason),
    /** What the provider keeps of its sign-ins, bytes in hexadecimal. */
    async kept() {
      const { rows } = await sql.query<{ row: string }>(
        `select interaction::text as row from mitid.interaction
         union all select pushed_request::text from mitid.pushed_request`,
      )
      return rows.map(({ row }) => row).join('\n')
    },
    async block({ id }: Person, state: 'blocked' | 'active') {
      await sql.query('update mitid.person set state = $2 where id = $1', [id, state])
    },
    async boundPerson(id: SignInId) {
      const { rows } = await sql.query<{ bound_person: string | null }>(
        'select bound_person from mitid.sign_in where id = $1',
        [id],
      )
      return rows[0]?.bound_person
    },
    /** How many events of a type tell of this sign-in. */
    async told(person: Person, type: string, id: SignInId) {
      const events = await readChain(db, vault, person.id)
      return events.filter((event) => event.type === type && event.body.includes(id)).length
    },
    /** What a server tells when it ends has been told. */
    stop: () => server.stop(),
    async restart() {
      await server.stop()
      server = await start()
    },
    /** A running server knows the new key within a minute. */
    async rotateKeys() {
      const keys = postgresSigningKeys(db, vault)
      const made = await rotateKeys({ keys, random, newKeyPair })({ list: 'oidc', lead: 0 })
      if (!made.ok) throw new Error(made.refusal.kind)
    },
    async close() {
      await server.stop()
      await sql.end()
      await db.close()
      await fresh.drop()
      await rm(folder, { recursive: true })
    },
  }
}

export function sha256(text: string): Bytes {
  return Uint8Array.from(createHash('sha256').update(text).digest())
}

function random(length: number): Bytes {
  return Uint8Array.from(randomBytes(length))
}

type Stores = { readonly db: Database; readonly vault: Vault; readonly sql: pg.Pool }

/** What the app's calls would leave: an active profile, its binding, a claim and an approval. */
async function approveByHand({ db, vault, sql }: Stores, id: SignInId, person: Person) {
  const { rows } = await sql.query<{ wrapped_key: Buffer; profile: string | null }>(
    `select wrapped_key, (select min(id) from mitid.profile where person_id = $1) as profile
     from mitid.person where id = $1`,
    [person.id],
  )
  const [row] = rows
  if (!row) throw new Error('no such person')
  const profile = row.profile ?? (await activateByHand({ db, vault, sql }, person))
  const key = await vault.personKey(person.id, Uint8Array.from(row.wrapped_key))
  const sealed = (column: string) =>
    seal(key, { table: 'sign_in', column, row: id }, `${column} ${randomBytes(8).toString('hex')}`)
  await sql.query(
    `update mitid.sign_in set state = 'approved', profile_id = $2, person_id = $3, flow = 'qr',
       known_browser = true, offer = $4, claimed_at = mitid.now(), approval = $5, pin_epoch = 1,
       remember = false, approved_at = mitid.now(), expires_at = mitid.now() + interval '1 minute'
     where id = $1 and state = 'open'`,
    [id, profile, person.id, sealed('offer'), sealed('approval')],
  )
}

async function activateByHand({ db, vault, sql }: Stores, person: Person): Promise<string> {
  const profile = ProfileId.make(random)
  const now = await databaseTime(db)
  const ring = await openKeyRing(db, vault, 'evidence', random)
  const binding = await issueBinding(
    {
      v: 1,
      profile,
      dk_jwk: someKey(),
      ak_jwk: someKey(),
      pin_epoch: 1,
      auth: { method: 'test', evidence_sha256: Digest.ofText('proofed') },
      loa_cap: 'Substantial',
      iat: now,
      exp: Instant.plus(now, 3600),
    },
    ring.current(now),
  )
  ring.close()
  await sql.query(
    `insert into mitid.profile (id, person_id, state, dk, created_at, rn, last_jti,
       last_body_sha256, last_answer, pin_epoch, pin_record)
     values ($1, $2, 'active', '{}', mitid.now(), '', '', '', '', 1, '')`,
    [profile, person.id],
  )
  await sql.query('insert into mitid.binding values ($1, 1, $2)', [profile, binding])
  return profile
}

function someKey(): PublicJwk {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { kty, crv, x, y } = publicKey.export({ format: 'jwk' })
  const jwk = PublicJwk.parse({ kty, crv, x, y })
  if (!jwk) throw new Error('not a key')
  return jwk
}

async function end(sql: pg.Pool, id: SignInId, state: 'refused' | 'aborted', reason: string) {
  await sql.query(
    `update mitid.sign_in set state = $2, ended_reason = $3, ended_at = mitid.now() where id = $1`,
    [id, state, reason],
  )
}

/** As the script of the sign-in's page does it. */
async function finish(issuer: string, id: SignInId, browser: Browser): Promise<string> {
  const answer = await browser.post(`${issuer}/sign-in/${id}/finish`)
  const { location } = (await answer.json()) as { location: string }
  return new URL(location, issuer).href
}
