/** 10,000 notices leave the queue while people sign in: how long it takes, and what it costs them. */
import pg from 'pg'
import { changeWishes, UserId } from '@open-mitid/identity/person'
import { openDatabase, openVault, postgresWishLists } from '@open-mitid/postgres'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openLocalKeyVault } from '../../apps/server/src/outbound/vault/index.ts'
import { portOf } from '../installation/places.ts'
import { startProgram, type Running } from '../installation/program.ts'
import { openInstallation, type Installation } from '../installation/installation.ts'
import { activateAll } from '../load/citizens.ts'
import { workAtOnce } from '../load/rounds.ts'
import { signIn } from '../load/sign-in.ts'
import { cpuOfTree } from '../measure/processes.ts'
import type { Findings } from '../measure/report.ts'
import { median } from '../measure/statistics.ts'

const people = 1_000
const signers = 4
const rounds = 10
const perRound = 1_000
const signInsABlock = 40

export async function measureNotices(): Promise<Findings> {
  const installation = await openInstallation({ people, server: 'built' })
  const client = new pg.Client({ connectionString: installation.database.url })
  await client.connect()
  const carriers = await startCarriers()
  try {
    const citizens = await activateAll({
      ...installation,
      people: installation.people.slice(0, signers),
    })
    await installation.serveBy('edges')
    const held = await prepare(installation, client)
    const worker = await installation.startWorker(toCarriers)
    const work = (until?: () => boolean) => workAtOnce(citizens, until ?? signInsABlock, signIn)
    await work()
    const found: Round[] = []
    for (let round = 0; round < rounds; round += 1) found.push(await measure(client, held, work))
    const alone = await costAlone(installation, client, held, { worker, carriers })
    return findings(found, alone)
  } finally {
    await client.end()
    await installation.close()
    await carriers.stop()
  }
}

const toCarriers = {
  SMTP_URL: `smtp://127.0.0.1:${String(portOf('relay'))}`,
  SMPP_URL: `smpp://127.0.0.1:${String(portOf('smsCentre'))}`,
}

function startCarriers(): Promise<Running> {
  return startProgram({
    script: join(import.meta.dirname, 'carriers.ts'),
    env: { SMTP_PORT: String(portOf('relay')), SMPP_PORT: String(portOf('smsCentre')) },
  })
}

/** An event that is not in the outbox yet. */
type Held = { readonly subject: string; readonly n: string }

/** Written as the house writes them, while there is no worker, and held back until a round. */
async function prepare(
  { people: all, database, keys }: Installation,
  client: pg.Client,
): Promise<Held[]> {
  const db = openDatabase(database.url, { max: 8 })
  try {
    const vault = await openVault(
      db,
      await openLocalKeyVault({ folder: keys, environment: 'production' }),
    )
    const random = (length: number) => Uint8Array.from(randomBytes(length))
    const change = changeWishes({ wishLists: postgresWishLists(db, vault), random })
    const count = Math.ceil(((rounds + 1) * perRound) / people)
    await workAtOnce(Array.from({ length: 8 }), count * people, nextOf(all, change))
  } finally {
    await db.close()
  }
  await client.query('update mitid.event set outbox = false where outbox')
  const { rows } = await client.query<Held>(
    `select subject, n from mitid.event where type = 'wishes-changed' order by n, subject`,
  )
  return rows
}

function nextOf(all: Installation['people'], change: ReturnType<typeof changeWishes>) {
  let next = 0
  return async () => {
    const person = all[next % all.length]
    next += 1
    const isEvenRound = Math.floor((next - 1) / all.length) % 2 === 0
    const userId = UserId.parse(person?.user_id ?? '')
    if (!userId.ok) throw new Error('a bench person has no user ID')
    const wanted = { large_print: isEvenRound }
    const changed = await change({ userId: userId.value, wanted })
    if (!changed.ok) throw new Error(changed.refusal.kind)
  }
}

type Round = { readonly seconds: number; readonly quiet: number; readonly busy: number }

/** Sign-ins without notices, and then those that begin while notices are on their way. */
async function measure(
  client: pg.Client,
  held: Held[],
  work: (until?: () => boolean) => Promise<{ readonly times: readonly number[] }>,
): Promise<Round> {
  const quiet = median((await work()).times)
  let left = false
  const leaving = leave(client, held).finally(() => (left = true))
  const busy = median((await work(() => left)).times)
  return { seconds: await leaving, quiet, busy }
}

/** Seconds until every message of the next notices has been taken over. */
async function leave(client: pg.Client, held: Held[]): Promise<number> {
  const next = held.splice(0, perRound)
  if (next.length < perRound) throw new Error('too few notices were prepared')
  await client.query(
    `update mitid.event set outbox = true from unnest($1::text[], $2::bigint[]) as next (subject, n)
    where event.subject = next.subject and event.n = next.n`,
    [next.map(({ subject }) => subject), next.map(({ n }) => n)],
  )
  const from = performance.now()
  for (;;) {
    await pause(100)
    const { rows } = await client.query<{ waiting: boolean }>(
      `select exists (select from mitid.event where outbox)
        or exists (select from mitid.lane) as waiting`,
    )
    if (rows[0]?.waiting === false) return (performance.now() - from) / 1000
  }
}

type Alone = {
  readonly seconds: number
  readonly worker: number
  readonly postgres: number
  readonly carriers: number
}

/** Milliseconds of CPU for one notice, where nobody signs in meanwhile. */
async function costAlone(
  { database }: Installation,
  client: pg.Client,
  held: Held[],
  { worker, carriers }: Readonly<Record<'worker' | 'carriers', Running>>,
): Promise<Alone> {
  const cpu = () => [worker.pid, database.serverPid, carriers.pid].map(cpuOfTree)
  const before = cpu()
  const seconds = await leave(client, held)
  const [a = 0, b = 0, c = 0] = cpu().map((now, at) => (now - (before[at] ?? 0)) / perRound)
  return { seconds, worker: a, postgres: b, carriers: c }
}

function findings(found: readonly Round[], alone: Alone): Findings {
  const seconds = found.reduce((sum, round) => sum + round.seconds, 0)
  const slower = median(found.map(({ quiet, busy }) => busy / quiet))
  return {
    figures: [
      {
        name: '10,000 notices, beside sign-ins',
        value: seconds,
        unit: 's',
        target: { atMost: 60 },
      },
      {
        name: '10,000 notices, nothing beside',
        value: alone.seconds * rounds,
        unit: 's',
      },
      { name: 'CPU of the worker per notice', value: alone.worker, unit: 'ms' },
      { name: 'CPU of PostgreSQL per notice', value: alone.postgres, unit: 'ms' },
      { name: 'CPU of the carriers per notice', value: alone.carriers, unit: 'ms' },
      {
        name: 'a sign-in beside notices takes',
        value: slower,
        unit: '×',
        target: { atMost: 1.2 },
      },
      { name: '  without', value: median(found.map(({ quiet }) => quiet)), unit: 'ms' },
      { name: '  with', value: median(found.map(({ busy }) => busy)), unit: 'ms' },
    ],
    conditions: {
      carriers:
        'a mail relay and an SMS centre that say yes and do nothing else: they are other people’s machines',
      notices: `${rounds} rounds of ${perRound} to ${people} people, each over SMS and e-mail, in turn with sign-ins alone`,
      'sign-ins': `${signers} at once; edges and worker are two processes; the load client and the carriers run on the same machine`,
      database: 'embedded PostgreSQL, fsync and synchronous_commit on',
    },
  }
}
