/** What a way to sign in costs the server and PostgreSQL, against a floor measured in the same run. */
import type { Installation } from '../installation/installation.ts'
import { workAtOnce } from '../load/rounds.ts'
import { cpuOfTree } from '../measure/processes.ts'
import type { Figure, Findings } from '../measure/report.ts'
import { median, quantile } from '../measure/statistics.ts'
import { countsPerSignIn, type Counts, type Tally } from './counts.ts'
import { openFloorClient, startFloor, type FloorWay } from './floor.ts'

/** Milliseconds of CPU, each per sign-in. */
type Cost = { readonly server: number; readonly postgres: number; readonly client: number }

export type AgainstFloor<Person> = {
  readonly way: FloorWay
  /** Each signs in as soon as they have done so before: so many at once. */
  readonly people: readonly Person[]
  readonly signIn: (person: Person) => Promise<void>
  readonly rounds: number
  readonly perRound: number
  readonly warmUp: number
  readonly targets: {
    readonly ratio: Pick<Figure, 'target'>
    readonly rate: Pick<Figure, 'target'>
  }
  readonly flow: string
}

/** Counts with the counting server, and then measures the built one. */
export async function measureAgainstFloor<Person>(
  installation: Installation,
  wanted: AgainstFloor<Person>,
): Promise<Findings> {
  const counts = await countSignIns(installation, wanted)
  await installation.serveBy('built')
  return await measure(installation, wanted, counts)
}

/** Counted one after another, so that no two get in each other's way and one of them tries again. */
export async function countSignIns<Person>(
  { ask, serveBy }: Installation,
  { people, signIn }: Pick<AgainstFloor<Person>, 'people' | 'signIn'>,
): Promise<Counts> {
  await serveBy('counting')
  for (const person of people) await signIn(person) // what is kept from now on is kept already
  const tally = async () => (await ask('tally')) as Tally
  const tallies = [await tally()]
  for (const person of people) {
    await signIn(person)
    tallies.push(await tally())
  }
  return countsPerSignIn(tallies)
}

async function measure<Person>(
  { database, server, line, service }: Installation,
  wanted: AgainstFloor<Person>,
  counts: Counts,
): Promise<Findings> {
  const { way, people, signIn, rounds, perRound, warmUp } = wanted
  const floor = await startFloor(await database.another(), service, counts, way)
  try {
    const floorSignIn = await openFloorClient(line, service, way)
    const floorClients = people.map(() => undefined)
    const real = (pieces: number) => workAtOnce(people, pieces, signIn)
    const bare = (pieces: number) => workAtOnce(floorClients, pieces, floorSignIn)
    await real(warmUp)
    await bare(warmUp)
    const costs: { real: Cost; bare: Cost }[] = []
    const times: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const found = await costOf(server().pid, database.serverPid, () => real(perRound), perRound)
      times.push(...found.times)
      const { cost } = await costOf(floor.pid, database.serverPid, () => bare(perRound), perRound)
      costs.push({ real: found.cost, bare: cost })
    }
    return findings(wanted, costs, times, counts)
  } finally {
    await floor.stop()
  }
}

async function costOf(
  serverPid: number,
  postgresPid: number,
  work: () => Promise<{ readonly times: readonly number[] }>,
  pieces: number,
) {
  const read = () => ({
    server: cpuOfTree(serverPid),
    postgres: cpuOfTree(postgresPid),
    client: process.cpuUsage(),
  })
  const before = read()
  const { times } = await work()
  const after = read()
  const { user, system } = process.cpuUsage(before.client)
  const cost: Cost = {
    server: (after.server - before.server) / pieces,
    postgres: (after.postgres - before.postgres) / pieces,
    client: (user + system) / 1000 / pieces,
  }
  return { cost, times }
}

function findings(
  { people, rounds, perRound, warmUp, targets, flow }: Omit<AgainstFloor<unknown>, 'signIn'>,
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
  const atOnce = people.length
  return {
    figures: [
      { name: 'CPU against the floor', value: median(ratios), unit: '×', ...targets.ratio },
      { name: 'least of the rounds', value: Math.min(...ratios), unit: '×' },
      { name: 'most of the rounds', value: Math.max(...ratios), unit: '×' },
      { name: 'CPU per sign-in', value: total, unit: ms },
      { name: '  server', value: middle('real', 'server'), unit: ms },
      { name: '  PostgreSQL', value: middle('real', 'postgres'), unit: ms },
      { name: 'CPU of the floor', value: median(all('bare')), unit: ms },
      { name: '  server', value: middle('bare', 'server'), unit: ms },
      { name: '  PostgreSQL', value: middle('bare', 'postgres'), unit: ms },
      { name: 'rate on 2 cores', value: 2000 / total, unit: '/s', ...targets.rate },
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
      'at once': people.length,
      flow,
      database: 'embedded PostgreSQL, fsync and synchronous_commit on',
      rate: '2 cores / CPU of server and PostgreSQL; the load client runs on the same machine and is counted apart',
    },
  }
}

function whole({ server, postgres }: Cost): number {
  return server + postgres
}
