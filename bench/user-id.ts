/**
 * Whether the time of an answer tells a user ID that somebody has from one that nobody has, where the
 * user ID is given and where the password is. Both are asked in turn, in an order drawn for
 * each pair; a threshold is chosen on one half of the times and judged on the other, so that chance
 * alone gives an advantage of nothing.
 */
import { randomInt } from 'node:crypto'
import { openInstallation } from './installation/installation.ts'
import { origins } from './installation/places.ts'
import { openBrowser } from './load/browser.ts'
import { expectStatus, type Line } from './load/call.ts'
import { deviceHolders } from './load/device-holders.ts'
import { beginProof } from './load/password.ts'
import { openService, type Service } from './load/service.ts'
import { openBox, openPasswordStep } from './load/sign-in.ts'
import type { Figure, Findings } from './measure/report.ts'
import { median, shareInterval } from './measure/statistics.ts'

const pairs = 1000
const warmUp = 100

type Times = { readonly known: number; readonly unknown: number }
/** Milliseconds that one answer took. */
type Ask = (userId: string) => Promise<number>

export async function measureUserId(): Promise<Findings> {
  const installation = await openInstallation({ people: 1, server: 'edges' })
  try {
    const { line, service, serveBy } = installation
    const holders = (await deviceHolders(installation, 6)).map(({ userId }) => userId)
    await serveBy('built')
    const client = openService(line, origins.signIn, service)
    const userId = await timesOf(holders, (each) => askUserId(line, client, each))
    const password = await timesOf(holders, (each) => askPassword(line, client, each))
    return {
      figures: [...figuresOf('user ID', userId), ...figuresOf('password', password)],
      conditions: {
        samples: `${pairs} of each, interleaved; judged on the second half`,
        callers:
          'a browser and, for passwords, a network that were never seen: nobody is throttled',
        reading:
          'an advantage of 0 is a coin, of 1 always right; an interval that holds 0 shows no difference at this number of samples',
      },
    }
  } finally {
    await installation.close()
  }
}

async function timesOf(people: readonly string[], ask: Ask): Promise<readonly Times[]> {
  const pair = async (): Promise<Times> => {
    const known = people[randomInt(people.length)] ?? ''
    const unknown = `bench.nobody${randomInt(1000, 2000)}` // as long as those that exist
    if (randomInt(2) === 0) return { known: await ask(known), unknown: await ask(unknown) }
    const first = await ask(unknown)
    return { known: await ask(known), unknown: first }
  }
  for (let round = 0; round < warmUp; round += 1) await pair()
  const times: Times[] = []
  for (let round = 0; round < pairs; round += 1) times.push(await pair())
  return times
}

/** From sending the user ID to the whole next page. */
async function askUserId(line: Line, service: Service, userId: string): Promise<number> {
  const browser = openBrowser(line)
  const { page } = await openBox({ browser, service, userId })
  const from = performance.now()
  const answer = await browser.send(`${page}/user-id`, { user_id: userId, way: 'qr' })
  const time = performance.now() - from
  expectStatus(answer, 200, 'the user ID')
  return time
}

/** From sending the first message of OPAQUE to its answer, which is made up for nobody's user ID. */
async function askPassword(line: Line, service: Service, userId: string): Promise<number> {
  const network = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`
  const browser = openBrowser(line, { 'x-forwarded-for': network })
  const { page } = await openPasswordStep({ browser, service, userId })
  const { ke1 } = await beginProof()
  const from = performance.now()
  const answer = await browser.ask(`${page}/password`, { ke1 })
  const time = performance.now() - from
  expectStatus(answer, 200, 'the password')
  return time
}

function figuresOf(step: string, times: readonly Times[]): readonly Figure[] {
  const half = Math.floor(times.length / 2)
  const guess = bestThreshold(times.slice(0, half))
  const judged = times.slice(half)
  const hits = judged.reduce(
    (sum, { known, unknown }) => sum + Number(guess(known)) + Number(!guess(unknown)),
    0,
  )
  const tries = 2 * judged.length
  const { low, high } = shareInterval(hits, tries)
  const advantage = (share: number) => 2 * share - 1
  return [
    { name: `${step}: advantage over guessing`, value: advantage(hits / tries), unit: '' },
    { name: '  95 % interval, from', value: advantage(low), unit: '', target: { atMost: 0 } },
    { name: '  to', value: advantage(high), unit: '' },
    { name: '  known, median', value: median(times.map(({ known }) => known)), unit: 'ms' },
    { name: '  unknown, median', value: median(times.map(({ unknown }) => unknown)), unit: 'ms' },
  ]
}

/** The threshold and the side of it that guess "known" right most often. */
function bestThreshold(times: readonly Times[]): (time: number) => boolean {
  const all = times
    .flatMap(({ known, unknown }) => [
      { time: known, step: 1 },
      { time: unknown, step: -1 },
    ])
    .toSorted((one, other) => one.time - other.time)
  let lead = 0
  let best = { lead: 0, time: 0 }
  for (const { time, step } of all) {
    lead += step
    if (Math.abs(lead) > Math.abs(best.lead)) best = { lead, time }
  }
  return (time) => time <= best.time === best.lead > 0
}
