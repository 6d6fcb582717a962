/** A server and a durable PostgreSQL that may be killed, with one person, their app and a service. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import type { CodeMessageId } from '@open-mitid/identity/notice'
import { PersonId } from '@open-mitid/identity/person'
import type { Bytes, Result } from '@open-mitid/kernel'
import {
  openDatabase,
  openVault,
  postgresCodeMessages,
  readChain,
  type Database,
} from '@open-mitid/postgres'
import { openCluster, removeCluster } from '@open-mitid/postgres/cluster'
import { openQueries } from '@open-mitid/postgres/testing'
import * as client from 'openid-client'
import { expect, vi } from 'vitest'
import { folderStore } from '../../../apps/phone/command/folder-store.ts'
import { openPhone, serverClock } from '../../../apps/phone/src/core/index.ts'
import { openMitid } from '../../../apps/sandbox/src/command.ts'
import { openLocalKeyVault } from '../../../apps/server/src/outbound/vault/index.ts'
import { build } from '../../../tools/build.ts'
import { redirect } from '../../conformance/foreign-services.ts'
import { root } from '../country.ts'
import { freePorts } from '../free-ports.ts'
import { openDatabaseLine } from './database-line.ts'
import { killPostgres, patience } from './kill-postgres.ts'

export const pin = '402917'
export const userId = 'faults.one'

/** The value of what must not be refused here. */
export function must<Value>(result: Result<Value, { readonly kind: string }>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

/** The tables, a person who may activate an app, and a service. */
async function found(env: Readonly<Record<string, string>>) {
  const mitid = openMitid(join(root, 'apps/server/dist/mitid.js'), env)
  try {
    await mitid('migrate', '--clock', 'adjustable')
    const born = ['--birth-date=1980-02-29', '--cpr=8902801234', '--phone=+4520304050']
    const made = await mitid('create-person', `--user-id=${userId}`, '--name=Asta Holm', ...born)
    const service = await mitid(
      'register-service',
      '--client-id=shop',
      '--name=Shop',
      '--org=Shop',
      '--domain=shop.example',
      `--redirect-uri=${redirect}`,
      '--secret',
    )
    const issued = await mitid('issue-activation-code', `--user-id=${userId}`)
    return { made, service, issued }
  } finally {
    await mitid.close()
  }
}

export async function openMortalHouse() {
  await build({ only: ['apps/server'] })
  const folder = await mkdtemp(join(tmpdir(), 'mitid-faults-'))
  const cluster = await openCluster({
    folder: join(folder, 'pg'),
    purpose: 'test',
    durable: true,
  })
  const line = await openDatabaseLine(cluster.socketFolder)
  const port = await freePorts()
  const env = {
    MITID_ENV: 'test',
    EDGES: 'oidc,phone',
    MITID_ROLES: 'edges',
    PORT_BASE: String(port),
    METRICS_PORT: 'off',
    DATABASE_URL: cluster.url,
    MITID_KEYS: join(folder, 'keys'),
    LOG_LEVEL: 'silent',
  }
  const { made, service, issued } = await found(env)
  const person = PersonId.parse(textIn(made, 'id'))
  if (!person) throw new Error('the person was not created')

  const throughLine = cluster.url.replace(/host=[^&]*/u, `host=${encodeURI(line.folder)}`)
  let server = await startServer({ ...env, DATABASE_URL: throughLine })
  let killed: Promise<unknown> | undefined
  let isBack = () => true
  const origin = (place: number) => `http://localhost:${String(port + place)}`
  const keys = () => openLocalKeyVault({ folder: env.MITID_KEYS, environment: 'test' })

  const phone = openPhone(
    folderStore(join(folder, 'phone')),
    {
      app: origin(2),
      fetch,
      random: (length): Bytes => crypto.getRandomValues(new Uint8Array(length)),
      clock: serverClock(() => Date.now() / 1000),
    },
    'faults',
  )
  const { id } = must(await phone.open(textIn(issued, 'code'), ''))
  must(await phone.confirmSecond(id, await secondCode()))
  must(await phone.finish(id, pin))
  const shop = await client.discovery(
    new URL(origin(1)),
    'shop',
    {},
    client.ClientSecretBasic(textIn(service, 'client_secret')),
    { execute: [client.allowInsecureRequests] },
  )

  async function secondCode() {
    return reading(async (db) => {
      const codes = postgresCodeMessages(db, await openVault(db, await keys()))
      const sql = openQueries(cluster.url)
      const [newest] = await sql.query<{ id: CodeMessageId }>('select id from mitid.code_message')
      await sql.close()
      const found = newest && (await codes.find(newest.id))
      if (!found) throw new Error('no second code is on its way')
      return found.code
    })
  }
  async function reading<Value>(read: (db: Database) => Promise<Value>): Promise<Value> {
    const db = openDatabase(cluster.url, { max: 1 })
    try {
      return await read(db)
    } finally {
      await db.close()
    }
  }

  return {
    issuer: origin(1),
    line,
    phone,
    id,
    shop,
    /** The person's events from the first to the last. */
    events: () => reading(async (db) => readChain(db, await openVault(db, await keys()), person)),
    state: (signIn: string) =>
      reading(async () => {
        const sql = openQueries(cluster.url)
        const [row] = await sql.query<{ state: string }>(
          'select state from mitid.sign_in where id = $1',
          [signIn],
        )
        await sql.close()
        return row?.state
      }),
    killServer() {
      killed = once(server, 'exit')
      server.kill('SIGKILL')
    },
    killPostgres() {
      isBack = killPostgres(cluster)
    },
    /** Both are there again and answer. */
    async recovered() {
      if (killed) {
        await killed
        killed = undefined
        server = await startServer({ ...env, DATABASE_URL: throughLine })
      }
      await vi.waitUntil(isBack, patience)
      await vi.waitFor(async () => {
        expect((await fetch(`${origin(1)}/health`)).ok).toBe(true)
      }, patience)
    },
    /** What pages do is not waited for; from here on no crash loses what they have done so far. */
    async flushed() {
      const sql = openQueries(cluster.url)
      await sql.query('checkpoint')
      await sql.close()
    },
    async close() {
      server.kill('SIGKILL')
      await line.close()
      await cluster.close()
      await removeCluster({ folder: join(folder, 'pg') })
      await rm(folder, { recursive: true })
    },
  }
}

function startServer(env: Readonly<Record<string, string>>): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(root, 'apps/server/dist/main.js')], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => {
      reject(new Error(`the server did not start (${String(code)})`))
    })
    if (child.stdout)
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (/"ready":\s*true/u.test(line)) resolve(child)
      })
  })
}

function textIn(answer: unknown, name: string): string {
  const value = (answer as Readonly<Record<string, unknown>>)[name]
  if (typeof value !== 'string') throw new Error(`no ${name} was told`)
  return value
}
