/** The server or PostgreSQL dies while an enrolment is completed: one whole person, or none yet. See protocols §7, 11. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { issueActivationCode } from '@open-mitid/identity/authenticator'
import { renewActivationCode, type OwnEnrolment } from '@open-mitid/identity/enrolment'
import { emptyChain, verifyChain } from '@open-mitid/identity/ledger'
import type { CprNumber, PersonId } from '@open-mitid/identity/person'
import type { Bytes } from '@open-mitid/kernel'
import {
  localKeyVault,
  migrate,
  openDatabase,
  openVault,
  postgresActivations,
  readChain,
} from '@open-mitid/postgres'
import { openCluster, removeCluster } from '@open-mitid/postgres/cluster'
import { enrolmentsOn, openQueries, type Queries } from '@open-mitid/postgres/testing'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openDatabaseLine, type DatabaseLine } from './database-line.ts'
import { killPostgres, patience } from './kill-postgres.ts'

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))
const keys = { madeFor: 'development', master: random(32), mac: random(32) } as const

let folder: string
let cluster: Awaited<ReturnType<typeof openCluster>>
let line: DatabaseLine
let rows: Queries
let isBack = () => true
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mitid-enrolment-'))
  cluster = await openCluster({ folder: join(folder, 'pg'), purpose: 'test', durable: true })
  await migrate(cluster.url, { clock: 'adjustable' })
  line = await openDatabaseLine(cluster.socketFolder)
  rows = openQueries(cluster.url)
})
afterAll(async () => {
  await rows.close()
  await line.close()
  await cluster.close()
  await removeCluster({ folder: join(folder, 'pg') })
  await rm(folder, { recursive: true })
})

/** What a process holds; all of it is gone with the process. */
async function openProcess(url: string) {
  const db = openDatabase(url, { max: 2 })
  const vault = await openVault(db, localKeyVault(keys))
  return { db, vault, ...enrolmentsOn({ db, vault, rows }) }
}
type Process = Awaited<ReturnType<typeof openProcess>>

const throughLine = () => cluster.url.replace(/host=[^&]*/u, `host=${encodeURI(line.folder)}`)

let serial = 0
/** Proved and answered to the last page. */
async function readyToEnd({ someone, proofed, answeredAll }: Process): Promise<OwnEnrolment> {
  serial += 1
  const own = await proofed(someone({ cpr: `610190${String(1000 + serial)}` as CprNumber }))
  await answeredAll(own, `asta havn ${String(serial)}`)
  return own
}

/** What there is of this person, by number; `person` by whom the enrolment names. */
async function made({ id }: OwnEnrolment) {
  const [enrolment] = await rows.query<{ person_id: PersonId | null; state: string }>(
    'select person_id, state from mitid.enrolment where id = $1',
    [id],
  )
  const person = enrolment?.person_id
  const counts: Record<string, number> = {}
  for (const table of ['contact', 'code_device', 'letter', 'identity_proof', 'activation'])
    counts[table] = (
      await rows.query(`select from mitid.${table} where person_id = $1`, [person])
    ).length
  const [all] = await rows.query<{ persons: number; done: number }>(
    `select (select count(*)::int from mitid.person) as persons,
       (select count(*)::int from mitid.enrolment where state = 'completed') as done`,
  )
  return { person, state: enrolment?.state, counts, ...all }
}

async function recovered(): Promise<void> {
  await vi.waitUntil(isBack, patience)
  await vi.waitFor(() => rows.query('select 1'), patience)
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
      const finish = (process: Process) => process.finish(own).catch(() => undefined)
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
