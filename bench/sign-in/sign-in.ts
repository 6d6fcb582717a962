/** What a sign-in costs the server and PostgreSQL, against a floor measured in the same run. */
import { openInstallation, type Installation } from '../installation/installation.ts'
import { activateAll } from '../load/citizens.ts'
import { workAtOnce } from '../load/rounds.ts'
import { signIn, type Citizen } from '../load/sign-in.ts'
import { cpuOfTree } from '../measure/processes.ts'
import type { Findings } from '../measure/report.ts'
import { median, quantile } from '../measure/statistics.ts'
import { countsPerSignIn, type Counts } from './counts.ts'
import { openFloorClient, startFloor } from './floor.ts'

const atOnce = 8
const rounds = 20
const perRound = 60
const warmUp = 600

/** Milliseconds of CPU, each per sign-in. */
type Cost = { readonly server: number; readonly postgres: number; readonly client: number }

export async function measureSignIn(): Promise<Findings> {
  const installation = await openInstallation({ people: atOnce, server: 'built' })
  try {
    const citizens = await activateAll(installation)
    const counts = await countSignIns(installation, citizens)
    await installation.serveBy('built')
    return await measure(installation, citizens, counts)
  } finally {
    await installation.close()
  }
}

/** Counted one after another, so that no two get in each other's way and one of them tries again. */
export async function countSignIns(
  { tally, serveBy }: Installation,
  citizens: readonly Citizen[],
): Promise<Counts> {
  await serveBy('counting')
  for (const citizen of citizens) await signIn(citizen) // what is kept from now on is kept already
  const before = await tally()
  for (const citizen of citizens) await signIn(citizen)
  return countsPerSignIn(before, await tally(), citizens.length)
}

async function measure(
  { database, server, line, service }: Installation,
  citizens: readonly Citizen[],
  counts: Counts,
): Promise<Findings> {
  const floor = await startFloor(await database.another(), service, counts)
  try {
    const floorSignIn = await openFloorClient(line, service)
    const floorClients = citizens.map(() => undefined)
    const real = (pieces: number) => workAtOnce(citizens, pieces, signIn)
    const bare = (pieces: number) => workAtOnce(floorClients, pieces, floorSignIn)
    await real(warmUp)
    await bare(warmUp)
    const costs: { real: Cost; bare: Cost }[] = []
    const times: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const found = await costOf(server().pid, database.serverPid, real)
      times.push(...found.times)
      const { cost } = await costOf(floor.pid, database.serverPid, bare)
      costs.push({ real: found.cost, bare: cost })
    }
    return findings(costs, times, counts)
  } finally {
    await floor.stop()
  }
}

async function costOf(
  serverPid: number,
  postgresPid: number,
  work: (pieces: number) => Promise<{ readonly times: readonly number[] }>,
) {
  const read = () => ({
    server: cpuOfTree(serverPid),
    postgres: cpuOfTree(postgresPid),
    client: process.cpuUsage(),
  })
  const before = read()
  const { times } = await work(perRound)
  const after = read()
  const { user, system } = process.cpuUsage(before.client)
  const cost: Cost = {
    server: (after.server - before.server) / perRound,
    postgres: (after.postgres - before.postgres) / perRound,
    client: (user + system) / 1000 / perRound,
  }
  return { cost, times }
}

function findings(
  costs: readonly { readonly real: Cost; readonly bare: Cost }[],
  times: readonly number[],
  counts: Counts,
): Findings {
  const all = (which: 'real' | 'bare') => costs.map((each) => whole(each[which]))
  const middle = (which: 'real' | 'bare', part: 'server' | 'postgres' | 'client') =>
    median(costs.map((each) => each[which][part]))
  const ratios = costs.map(({ real, bare }) => whole(real) / whole(bare))
  const total = median(all('real'))
  const ms = 'ms'
  return {
    figures: [
      { name: 'CPU against the floor', value: median(ratios), unit: '×', target: { atMost: 2 } },
      { name: 'least of the rounds', value: Math.min(...ratios), unit: '×' },
      { name: 'most of the rounds', value: Math.max(...ratios), unit: '×' },
      { name: 'CPU per sign-in', value: total, unit: ms },
      { name: '  server', value: middle('real', 'server'), unit: ms },
      { name: '  PostgreSQL', value: middle('real', 'postgres'), unit: ms },
      { name: 'CPU of the floor', value: median(all('bare')), unit: ms },
      { name: '  server', value: middle('bare', 'server'), unit: ms },
      { name: '  PostgreSQL', value: middle('bare', 'postgres'), unit: ms },
      { name: 'rate on 2 cores', value: 2000 / total, unit: '/s', target: { atLeast: 150 } },
      { name: 'CPU of the load client', value: middle('real', 'client'), unit: ms },
      { name: `whole sign-in, ${atOnce} at once, p50`, value: quantile(times, 0.5), unit: ms },
      { name: `whole sign-in, ${atOnce} at once, p95`, value: quantile(times, 0.95), unit: ms },
      { name: 'trips to the database', value: counts.trips, unit: '' },
      { name: 'write transactions', value: counts.writes, unit: '' },
      { name: 'signature checks', value: counts.checks, unit: '' },
      { name: 'signatures', value: counts.signatures, unit: '' },
    ],
    conditions: {
      samples: `${rounds} rounds of ${perRound} sign-ins and ${perRound} of the floor, in turn, after ${warmUp} each`,
      'at once': atOnce,
      flow: 'QR code in a known browser, a transfer by authorization_details, private_key_jwt',
      database: 'embedded PostgreSQL, fsync and synchronous_commit on',
      rate: '2 cores / CPU of server and PostgreSQL; the load client runs on the same machine and is counted apart',
    },
  }
}

function whole({ server, postgres }: Cost): number {
  return server + postgres
}
