import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { borrowedAccount } from './account.ts'
import { openCluster, removeCluster } from './index.ts'
import type { Cluster } from './index.ts'
import { placeOf } from './place.ts'
import { isAlive } from './server.ts'

let folder: string
const opened: Cluster[] = []

beforeEach(() => {
  folder = join(
    import.meta.dirname,
    '../../../../.data',
    `cluster-${randomBytes(6).toString('hex')}`,
  )
})

afterEach(async () => {
  for (const cluster of opened.splice(0)) await cluster.close()
  await removeCluster({ folder })
})

async function open(durable = false): Promise<Cluster> {
  const cluster = await openCluster({ folder, purpose: 'test', durable })
  opened.push(cluster)
  return cluster
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

/** Another process that opens the same cluster and is killed without a word. */
async function openInAnotherProcessAndKillIt(): Promise<number> {
  const script = `
    const { openCluster } = await import(${JSON.stringify(new URL('index.ts', import.meta.url).href)})
    const cluster = await openCluster({ folder: ${JSON.stringify(folder)}, purpose: 'test' })
    process.stdout.write(String(cluster.serverPid))`
  const launcher = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = (await once(launcher.stdout, 'data')) as [Buffer]
  launcher.kill('SIGKILL')
  await once(launcher, 'exit')
  return Number(said.toString())
}

test('a cluster listens on a socket only its owner reaches, and on no network', async () => {
  const cluster = await open()
  expect(await query(cluster.url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '' }])
  expect(await query(cluster.url, 'SELECT current_database() AS name')).toEqual([{ name: 'mitid' }])
  expect(existsSync(join(cluster.socketFolder, '.s.PGSQL.5432'))).toBe(true)
})

test('the server ends with the last who closes, and data survive it', async () => {
  const first = await open()
  const second = await open()
  expect(second.serverPid).toBe(first.serverPid)
  await query(first.url, 'CREATE TABLE kept AS SELECT 7 AS n')

  await first.close()
  expect(await query(second.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }])
  await second.close()
  expect(isAlive(second.serverPid)).toBe(false)

  const third = await open()
  expect(await query(third.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }])
})

test('two that open at once on empty data share one server', async () => {
  const [one, other] = await Promise.all([open(), open()])
  expect(one.serverPid).toBe(other.serverPid)
  expect(await one.holders()).toEqual([process.pid, process.pid])
})

test('a server whose launcher was killed is adopted, and stops with its new holder', async () => {
  const orphan = await openInAnotherProcessAndKillIt()
  expect(isAlive(orphan)).toBe(true)
  const cluster = await open()
  expect(cluster.serverPid).toBe(orphan)
  await expect.poll(() => cluster.holders()).toEqual([process.pid])
  await cluster.close()
  await expect.poll(() => isAlive(orphan)).toBe(false)
})

test('a server that is killed is started again, and what was committed is there', async () => {
  const cluster = await open(true)
  await query(cluster.url, 'CREATE TABLE kept AS SELECT 7 AS n')
  const killed = cluster.serverPid
  process.kill(killed, 'SIGKILL')
  await expect.poll(() => cluster.serverPid, { timeout: 20_000 }).not.toBe(killed)
  expect(await query(cluster.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }])
}, 30_000)

test('a checkout made anew where one was deleted begins with empty data', async () => {
  const first = await open()
  await query(first.url, 'CREATE TABLE sealed AS SELECT 7 AS n')
  await first.close()
  const { home } = placeOf(folder, borrowedAccount())
  rmSync(folder, { recursive: true })
  const second = await open()
  expect(await query(second.url, `SELECT to_regclass('sealed') AS found`)).toEqual([
    { found: null },
  ])
  if (home !== folder) rmSync(home, { recursive: true })
})

test('data are not removed while somebody holds them', async () => {
  const cluster = await open()
  expect(await removeCluster({ folder })).toEqual({ kind: 'in-use', holders: [process.pid] })
  await cluster.close()
  const removed = await removeCluster({ folder })
  expect(removed.kind).toBe('removed')
  expect(existsSync(cluster.socketFolder)).toBe(false)
})

test('a database is made from a template and dropped although sessions are open', async () => {
  const cluster = await open()
  const template = await cluster.createDatabase('pattern')
  await query(template, 'CREATE TABLE kept AS SELECT 7 AS n')
  const clone = await cluster.createDatabase('clone', 'pattern')
  const session = new pg.Client({ connectionString: clone })
  session.on('error', () => undefined)
  await session.connect()
  await cluster.dropDatabase('clone')
  expect(await cluster.databases()).not.toContain('clone')
})
