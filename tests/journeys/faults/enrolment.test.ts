/** The server or PostgreSQL dies while an enrolment is completed: one whole person, or none yet. See protocols §7, 11. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  acceptTerms,
  askOlderEid,
  beginEnrolment,
  chooseAuthenticators,
  chooseDelivery,
  chooseUserId,
  completeEnrolment,
  confirmContact,
  proveWithNemId,
  renewActivationCode,
  sendContactCode,
  termsVersions,
  type ContactCodeMessage,
  type OlderEid,
  type OwnEnrolment,
  type RegisteredPerson,
} from '@open-mitid/identity/enrolment'
import { issueActivationCode } from '@open-mitid/identity/authenticator'
import { emptyChain, verifyChain } from '@open-mitid/identity/ledger'
import type {
  BirthDate,
  CprNumber,
  PersonId,
  PersonName,
  PhoneNumber,
} from '@open-mitid/identity/person'
import { accept, refuse, type Bytes, type Instant } from '@open-mitid/kernel'
import {
  localKeyVault,
  migrate,
  openDatabase,
  openVault,
  postgresActivations,
  postgresContactCodes,
  postgresEnrolments,
  postgresPersons,
  readChain,
} from '@open-mitid/postgres'
import { openCluster, removeCluster } from '@open-mitid/postgres/cluster'
import { openQueries } from '@open-mitid/postgres/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabaseLine, type DatabaseLine } from './database-line.ts'
import { killPostgres, until } from './kill-postgres.ts'
import { must } from './mortal-house.ts'

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))
const keys = { madeFor: 'development', master: random(32), mac: random(32) } as const

let folder: string
let cluster: Awaited<ReturnType<typeof openCluster>>
let line: DatabaseLine
let isBack = () => true
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mitid-enrolment-'))
  cluster = await openCluster({ folder: join(folder, 'pg'), purpose: 'test', durable: true })
  await migrate(cluster.url, { clock: 'adjustable' })
  line = await openDatabaseLine(cluster.socketFolder)
})
afterAll(async () => {
  await line.close()
  await cluster.close()
  await removeCluster({ folder: join(folder, 'pg') })
  await rm(folder, { recursive: true })
})

/** What a process holds; all of it is gone with the process. */
async function openProcess(url: string) {
  const db = openDatabase(url, { max: 2 })
  const vault = await openVault(db, localKeyVault(keys))
  const enrolments = postgresEnrolments(db, vault)
  return { db, vault, enrolments, ports: { enrolments, mac: vault.mac, random } }
}
type Process = Awaited<ReturnType<typeof openProcess>>

const throughLine = () => cluster.url.replace(/host=[^&]*/u, `host=${encodeURI(line.folder)}`)

let serial = 0
/** Proved and answered to the last page. */
async function readyToEnd({ db, vault, enrolments, ports }: Process) {
  serial += 1
  const person: RegisteredPerson = {
    cpr: `610190${String(1000 + serial)}` as CprNumber,
    name: 'Asta Østergård' as PersonName,
    birthDate: '1990-01-01' as BirthDate,
    status: 'resident',
    address: ['Algade 7', '4000 Roskilde'],
    protected: false,
  }
  const { id, holder } = must(await beginEnrolment({ enrolments, random })({ holder: random(32) }))
  const own: OwnEnrolment = { id, holder }
  const persons = postgresPersons(db, vault)
  const world = { enrolments, persons, random, olderEid: olderEidOf(person), register: of(person) }
  await askOlderEid(world)({ ...own, way: 'card', userId: 'asta', password: 'x' })
  must(await proveWithNemId(world)({ ...own, key: '123456' }))
  await chooseAuthenticators(ports)({ ...own, chosen: { first: 'app', spare: 'code-display' } })
  await acceptTerms(ports)({ ...own, versions: termsVersions })
  const contact = { channel: 'sms', to: '+4520123456' as PhoneNumber } as const
  await sendContactCode(ports)({ ...own, contact, language: 'da' })
  must(await confirmContact(ports)({ ...own, code: await lastCode({ db, vault }) }))
  const userId = `asta havn ${String(serial)}`
  must(await chooseUserId(ports)({ ...own, typed: userId }))
  must(await chooseDelivery(ports)({ ...own, delivery: { to: 'home' } }))
  return own
}

/** An eID and a register that know one person; the programs themselves are tested with theirs. */
function olderEidOf({ cpr, name }: RegisteredPerson): OlderEid {
  const expiresAt = 4_000_000_000 as Instant
  const prompt = { id: crypto.randomUUID(), nonce: 'n', expiresAt }
  const proved = { way: 'card', cpr, name, provedAt: 1_800_000_000 as Instant } as const
  return {
    begin: () => Promise.resolve(accept({ ...prompt, way: 'card', card: 'A1', number: '0042' })),
    answer: () => Promise.resolve(accept({ ...proved, assertion: crypto.randomUUID() })),
    read: () => Promise.resolve(accept('waiting')),
    abandon: () => Promise.resolve(),
  }
}

function of(person: RegisteredPerson) {
  return {
    find: () => Promise.resolve(accept(person)),
    findByName: () => Promise.resolve(refuse({ kind: 'person-unknown' as const })),
  }
}

async function lastCode({
  db,
  vault,
}: Pick<Process, 'db' | 'vault'>): Promise<ContactCodeMessage['code']> {
  const sql = openQueries(cluster.url)
  const [row] = await sql.query<{ id: string }>('select id from mitid.contact_code')
  await sql.close()
  const codes = postgresContactCodes(db, vault)
  const found = row && (await codes.find(row.id as never))
  if (!found) throw new Error('no code is on its way')
  await codes.remove(row.id as never)
  return found.code
}

/** What there is of this person, by number; `person` by whom the enrolment names. */
async function made({ id }: OwnEnrolment) {
  const sql = openQueries(cluster.url)
  const [enrolment] = await sql.query<{ person_id: PersonId | null; state: string }>(
    'select person_id, state from mitid.enrolment where id = $1',
    [id],
  )
  const person = enrolment?.person_id
  const counts: Record<string, number> = {}
  for (const table of ['contact', 'code_device', 'letter', 'identity_proof', 'activation'])
    counts[table] = (
      await sql.query(`select from mitid.${table} where person_id = $1`, [person])
    ).length
  const [all] = await sql.query<{ persons: number; done: number }>(
    `select (select count(*)::int from mitid.person) as persons,
       (select count(*)::int from mitid.enrolment where state = 'completed') as done`,
  )
  await sql.close()
  return { person, state: enrolment?.state, counts, ...all }
}

async function recovered(): Promise<void> {
  await until(isBack)
  await until(async () => {
    const sql = openQueries(cluster.url)
    return sql.query('select 1').then(
      () => sql.close().then(() => true),
      () => sql.close().then(() => false),
    )
  })
}

const deaths = {
  'the server': () => undefined, // its line is cut, and nothing that it held is used again
  PostgreSQL: () => {
    isBack = killPostgres(cluster)
  },
} as const

describe.each(Object.entries(deaths))('%s is killed', (_, kill) => {
  it('in the round trips of the last step: there is one whole person, or none and all answers', async () => {
    let cuts = 0
    for (let trips = 0; trips <= cuts; trips += 1) {
      const before = await openProcess(throughLine())
      const own = await readyToEnd(before)
      line.cutAfter(trips, kill)
      const finish = ({ ports }: Process) =>
        completeEnrolment(ports)({ ...own, language: 'da' }).catch(() => undefined)
      const first = await finish(before)
      const cut = line.mend()
      if (cut) cuts += 1
      await before.db.close()
      await recovered()

      const after = await openProcess(cluster.url)
      const left = await made(own)
      if (cut) expect(first).toBeUndefined()
      if (left.state === 'completed') expect(left.person).not.toBeNull()
      else expect(left.person).toBeNull()
      expect(left.persons).toBe(left.done)

      const again = await finish(after)
      if (left.state === 'completed')
        expect(again).toMatchObject({ refusal: { kind: 'enrolment-moved-on' } })
      else expect(again?.ok).toBe(true)
      // Whose first code was lost on the way gets another on the same page.
      const activations = postgresActivations(after.db, after.vault)
      const issue = issueActivationCode({ ...after.ports, activations })
      const renewed = await renewActivationCode({
        enrolments: after.enrolments,
        issueActivationCode: issue,
        channel: 'page',
      })(own)
      expect(renewed.ok).toBe(true)

      const { person, counts, persons, done } = await made(own)
      if (!person) throw new Error('nobody was made')
      expect(persons).toBe(done)
      expect(counts).toMatchObject({ contact: 1, code_device: 1, letter: 1, identity_proof: 1 })
      const chain = await readChain(after.db, after.vault, person)
      expect(chain.filter(({ type }) => type === 'person-created')).toHaveLength(1)
      expect(chain.filter(({ type }) => type === 'device-ordered')).toHaveLength(1)
      expect(verifyChain(emptyChain(person), chain).fault).toBeUndefined()
      await after.db.close()
    }
    // Before its statement at the least, and after it.
    expect(cuts).toBeGreaterThanOrEqual(2)
  })
})
