/**
 * The server or PostgreSQL dies while a person changes their password or user ID, or replaces a
 * forgotten password: it is done whole and once, or nothing has happened and it can be done again.
 * See protocols §7, 3 and 11.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  activateCodeDevice,
  registerPassword,
  renewDeviceCode,
} from '@open-mitid/identity/authenticator'
import { emptyChain, verifyChain } from '@open-mitid/identity/ledger'
import { LetterCode, type LetterId } from '@open-mitid/identity/letter'
import type { Person } from '@open-mitid/identity/person'
import type { Client } from '@open-mitid/identity/service'
import {
  changeOwn,
  registerOwnPassword,
  type OwnChange,
  type OwnSignIn,
} from '@open-mitid/identity/sign-in'
import type { Bytes, Result } from '@open-mitid/kernel'
import {
  localKeyVault,
  migrate,
  openDatabase,
  openVault,
  postgresDeviceAttempts,
  postgresLetters,
  postgresOwnChanges,
  postgresPasswordLogins,
  readChain,
} from '@open-mitid/postgres'
import { openCluster, removeCluster } from '@open-mitid/postgres/cluster'
import { openQueries } from '@open-mitid/postgres/testing'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { beginRegistration } from '../../../apps/server/src/edge/password-proof.ts'
import { openCodeHouse, type CodeHouse, type Device } from '../../invariants/code-house.ts'
import { openHouse, type House } from '../../invariants/house.ts'
import { random } from '../../invariants/random.ts'
import { openDatabaseLine, type DatabaseLine } from './database-line.ts'
import { killPostgres, patience } from './kill-postgres.ts'
import { must } from './mortal-house.ts'

const old = 'blå cykel 47'
const next = 'grøn måne 58'
const network = '198.51.100.9'

let folder: string
let cluster: Awaited<ReturnType<typeof openCluster>>
let line: DatabaseLine
let house: House
let code: CodeHouse
let isBack = () => true
let people = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mitid-own-change-'))
  cluster = await openCluster({ folder: join(folder, 'pg'), purpose: 'test', durable: true })
  await migrate(cluster.url, { clock: 'adjustable' })
  line = await openDatabaseLine(cluster.socketFolder)
  house = await openHouse({ database: { url: cluster.url, drop: () => Promise.resolve() } })
  code = await openCodeHouse(house)
}, 60_000)
afterAll(async () => {
  await house.close()
  await line.close()
  await cluster.close()
  await removeCluster({ folder: join(folder, 'pg') })
  await rm(folder, { recursive: true })
})

/** What a process holds; all of it is gone with the process. */
async function openProcess(url: string) {
  const [master = random(32), mac = random(32)] = house.secrets
  const db = openDatabase(url, { max: 2 })
  const vault = await openVault(db, localKeyVault({ madeFor: 'development', master, mac }))
  const ports = {
    ...{ random, mac: vault.mac, passwordServer: code.own.passwordServer },
    attempts: postgresDeviceAttempts(db, vault),
    logins: postgresPasswordLogins(db, vault),
    ownChanges: postgresOwnChanges(db, vault),
  }
  return { db, ports }
}
type Process = Awaited<ReturnType<typeof openProcess>>

const throughLine = () => cluster.url.replace(/host=[^&]*/u, `host=${encodeURI(line.folder)}`)

async function query<Row>(text: string, values: readonly unknown[]): Promise<readonly Row[]> {
  const sql = openQueries(cluster.url)
  try {
    return await sql.query<Row & object>(text, values)
  } finally {
    await sql.close()
  }
}

type Owner = { readonly person: Person; readonly device: Device; readonly known: Bytes }
type Finish = (process: Process) => Promise<Result<unknown, { readonly kind: string }> | undefined>

async function newOwner(): Promise<Owner> {
  people += 1
  const person = await house.newPerson(`dør midt i ${String(people)}`)
  const { device, pass } = await code.giveDevice(person, old)
  const known = random(32)
  must(await code.password.know({ token: pass, browser: known, name: 'Firefox' }))
  return { person, device, known }
}

const lost = () => undefined

/** Approved with password and code, up to the button. */
async function ownChange(
  { person, device, known }: Owner,
  change: OwnChange,
  userId?: string,
): Promise<Finish> {
  const own: OwnSignIn = await code.beginChange(change, person.userId, known)
  const proved = await code.prove(own, old)
  if (!proved?.ok) throw new Error(JSON.stringify(proved))
  must(await code.approve(own, proved, await code.codeOf(device)))
  await house.advance(61)
  const registration = await beginRegistration(next as never)
  const { request } = registration
  const { response } = must(
    await registerOwnPassword(code.own)({ ...own, network, request, userId }),
  )
  const record = registration.finish(response)
  return ({ ports }) => changeOwn(ports)({ ...own, record, userId }).catch(lost)
}

/** With the letter of support in hand, up to the device's code. */
async function forgotten({ person, device: { serial, seed } }: Owner): Promise<Finish> {
  must(await renewDeviceCode(code.own)({ by: { serial }, owner: undefined, actor: 'operator' }))
  const [letter] = await query<{ id: LetterId }>(
    'select id from mitid.letter where person_id = $1 order by queued_at desc limit 1',
    [person.id],
  )
  const printed =
    letter && (await postgresLetters(house.db, house.vault).print(letter.id, 30 * 24 * 60 * 60))
  const given = LetterCode.parse(/"code":"(\d{8})"/u.exec(JSON.stringify(printed?.content))?.[1])
  const browser = random(32)
  const id = must(await code.site.openLetter({ serial, code: given ?? '', browser }))
  const registration = await beginRegistration(next as never)
  const { request } = registration
  const { response } = must(await registerPassword(code.own)({ id, browser, network, request }))
  const record = registration.finish(response)
  const shown = await code.codeOf({ serial, seed })
  return ({ ports }) => activateCodeDevice(ports)({ id, browser, code: shown, record }).catch(lost)
}

const renamed = () => `nyt navn ${String(people)}`
const changes = {
  'a new password': { begin: (owner: Owner) => ownChange(owner, 'password'), name: undefined },
  'a new user ID': {
    begin: (owner: Owner) => ownChange(owner, 'user-id', renamed()),
    name: renamed,
  },
  'a forgotten password': { begin: forgotten, name: undefined },
} as const

/** Whether the password is theirs, under the user ID. */
async function isPassword(userId: string, password: string): Promise<boolean> {
  bank ??= await house.newService('bank')
  const { own } = await house.begin(bank, { userId })
  const proved = await code.prove(own, password)
  await house.advance(61)
  return proved?.ok === true
}
let bank: Client | undefined

async function recovered(): Promise<void> {
  await vi.waitUntil(isBack, patience)
  await vi.waitFor(() => query('select 1', []), patience)
  await vi.waitFor(() => house.sql.query('select 1'), patience)
}

const deaths = {
  'the server': () => undefined, // its line is cut, and nothing that it held is used again
  PostgreSQL: () => {
    isBack = killPostgres(cluster)
  },
} as const

describe.each(Object.entries(deaths))('%s is killed', (_, kill) => {
  it.each(Object.entries(changes))(
    'in the round trips of %s: it is whole and told once, or can be made again',
    async (change, { begin, name }) => {
      let cuts = 0
      for (let trips = 0; trips <= cuts; trips += 1) {
        const owner = await newOwner()
        const { id, userId } = owner.person
        const finish = await begin(owner)
        const before = await openProcess(throughLine())
        line.cutAfter(trips, kill)
        const answer = await finish(before)
        const cut = line.mend()
        if (cut) cuts += 1
        await before.db.close()
        await recovered()

        const chainOf = () => readChain(house.db, house.vault, id)
        const setOf = async () =>
          (await chainOf()).filter(({ type }) => type === 'password-set').length
        const done = (await setOf()) === 2
        if (!cut) expect(answer?.ok).toBe(true)
        const after = await openProcess(cluster.url)
        const again = await finish(after)
        await after.db.close()
        if (done) expect(again?.ok).toBe(false)
        else must(again ?? { ok: false, refusal: { kind: 'nothing came' } })

        expect(await setOf(), change).toBe(2)
        expect(verifyChain(emptyChain(id), await chainOf()).fault).toBeUndefined()
        const now = name ? name() : userId
        expect(await isPassword(now, next)).toBe(true)
        expect(await isPassword(userId, old)).toBe(false)
        const rows = await query<{ n: number }>(
          'select count(*)::int as n from mitid.password where person_id = $1',
          [id],
        )
        expect(rows).toEqual([{ n: 1 }])
        expect(
          await query('select 1 from mitid.released_user_id where person_id = $1', [id]),
        ).toHaveLength(name ? 1 : 0)
      }
      // Before its statement at the least, and after it.
      expect(cuts).toBeGreaterThanOrEqual(2)
    },
  )
})
