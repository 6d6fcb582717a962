/** 10,000 notices leave the queue while people sign in: how long it takes, and what it costs them. */
import pg from 'pg'
import { changeWishes, UserId } from '@open-mitid/identity/person'
import { openDatabase, openVault, postgresWishLists } from '@open-mitid/postgres'
import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { openLocalKeyVault } from '../apps/server/src/outbound/vault/index.ts'
import { openInstallation, type Installation } from './installation/installation.ts'
import { activateAll } from './load/citizens.ts'
import { workAtOnce } from './load/rounds.ts'
import { signIn, type Citizen } from './load/sign-in.ts'
import { cpuOfTree } from './measure/processes.ts'
import type { Findings } from './measure/report.ts'
import { median } from './measure/statistics.ts'

const people = 1_000
const signers = 4
const rounds = 5
const perRound = 2_000
const signInsABlock = 40

export async function measureNotices(): Promise<Findings> {
  const installation = await openInstallation({ people, server: 'built' })
  const client = new pg.Client({ connectionString: installation.database.url })
  await client.connect()
  try {
    const citizens = await activateAll({
      ...installation,
      people: installation.people.slice(0, signers),
    })
    await installation.serveBy('edges')
    await prepare(installation, client)
    const worker = await installation.startWorker()
    const work = () => workAtOnce(citizens, signInsABlock, (citizen: Citizen) => signIn(citizen))
    await work()
    const found: Round[] = []
    for (let round = 0; round < rounds; round += 1) found.push(await measure(client, work))
    const alone = await costAlone(worker.pid, installation, client)
    return findings(found, alone)
  } finally {
    await client.end()
    await installation.close()
  }
}

/** Written as the house writes them, while there is no worker, and held back until a round. */
async function prepare({ people: all, database, keys }: Installation, client: pg.Client) {
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
}

function nextOf(all: Installation['people'], change: ReturnType<typeof changeWishes>) {
  let next = 0
  return async () => {
    const person = all[next % all.length]
    next += 1
    const userId = UserId.parse(person?.user_id ?? '')
    if (!userId.ok) throw new Error('a bench person has no user ID')
    const wanted = { largePrint: next % 2 === 0 }
    const changed = await change({ userId: userId.value, wanted, by: 'operator' })
    if (!changed.ok) throw new Error(changed.refusal.kind)
  }
}

type Round = { readonly seconds: number; readonly quiet: number; readonly busy: number }

/** Sign-ins without notices, and then as many as fit into the time that the notices take. */
async function measure(
  client: pg.Client,
  work: () => Promise<{ readonly times: readonly number[] }>,
): Promise<Round> {
  const quiet = median((await work()).times)
  const left = leave(client)
  let seconds: number | undefined
  void left.then((found) => (seconds = found))
  const times: number[] = []
  while (seconds === undefined) times.push(...(await work()).times)
  return { seconds: await left, quiet, busy: median(times) }
}

/** Seconds until every message of the next notices has been taken over. */
async function leave(client: pg.Client): Promise<number> {
  const { rowCount } = await client.query(
    `update mitid.event set outbox = true where (subject, n) in (
      select event.subject, event.n from mitid.event
      left join mitid.notice on notice.subject = event.subject and notice.n = event.n
      where type = 'wishes-changed' and notice.id is null
      order by event.n, event.subject limit $1)`,
    [perRound],
  )
  if (rowCount !== perRound) throw new Error('too few notices were prepared')
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

async function costAlone(worker: number, { database }: Installation, client: pg.Client) {
  const cpu = () => cpuOfTree(worker) + cpuOfTree(database.serverPid)
  const before = cpu()
  const seconds = await leave(client)
  return { seconds, cpu: (cpu() - before) / perRound }
}

function findings(found: readonly Round[], alone: { seconds: number; cpu: number }): Findings {
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
      { name: 'CPU of worker and PostgreSQL per notice', value: alone.cpu, unit: 'ms' },
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
      notices: `${rounds} rounds of ${perRound} to ${people} people, each over SMS and e-mail, in turn with sign-ins alone`,
      'sign-ins': `${signers} at once; edges and worker are two processes; the load client and the post run on the same machine`,
      database: 'embedded PostgreSQL, fsync and synchronous_commit on',
    },
  }
}
