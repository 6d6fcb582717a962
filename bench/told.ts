/** From an approval that leaves the phone to its page being told, 4 at once. */
import { openInstallation } from './installation/installation.ts'
import { activateAll } from './load/citizens.ts'
import { finish, openPage, type Citizen } from './load/sign-in.ts'
import type { Findings } from './measure/report.ts'
import { quantile } from './measure/statistics.ts'

const atOnce = 4
const rounds = 150
/** As many sign-ins as `sign-in` begins with: a server at work has compiled what it does all day. */
const warmUp = 150

export async function measureTold(): Promise<Findings> {
  const starts = startTogether(atOnce)
  const installation = await openInstallation({ people: atOnce, server: 'built' })
  try {
    const citizens = await activateAll(installation, starts.before)
    starts.arm()
    for (let round = 0; round < warmUp; round += 1) await together(citizens, starts)
    const times: number[] = []
    for (let round = 0; round < rounds; round += 1)
      times.push(...(await together(citizens, starts)))
    return {
      figures: [
        { name: 'p50', value: quantile(times, 0.5), unit: 'ms', target: { atMost: 5 } },
        { name: 'p95', value: quantile(times, 0.95), unit: 'ms' },
        { name: 'p99', value: quantile(times, 0.99), unit: 'ms', target: { atMost: 25 } },
      ],
      conditions: {
        samples: `${String(times.length)}, after ${String(warmUp * atOnce)}`,
        'at once': `${atOnce} approvals leave in the same moment, with the PIN proved and signed before`,
        ends: 'the page has read the event from its stream; phone and page run in one process',
      },
    }
  } finally {
    await installation.close()
  }
}

/** Milliseconds from the common start to each page's being told. */
async function together(
  citizens: readonly Citizen[],
  { begun }: StartTogether,
): Promise<readonly number[]> {
  const waiting = await Promise.all(
    citizens.map(async (citizen) => {
      const page = await openPage(citizen)
      return { citizen, page, asked: await citizen.phone.claim(page.secret) }
    }),
  )
  const times = await Promise.all(
    waiting.map(async ({ citizen, page, asked }) => {
      const told = page.told.state('approved').then(() => performance.now())
      await citizen.phone.approve(asked)
      return told
    }),
  )
  for (const { citizen, page } of waiting) await finish(citizen, page)
  return times.map((time) => time - begun())
}

type StartTogether = {
  readonly before: (path: string) => Promise<void>
  readonly arm: () => void
  /** When the last ones were let go. */
  readonly begun: () => number
}

/**
 * Holds approvals that are ready to leave until all are, so that no phone's own work with the next
 * one runs while the server answers.
 */
function startTogether(count: number): StartTogether {
  let armed = false
  let at = 0
  let held: (() => void)[] = []
  return {
    arm: () => {
      armed = true
    },
    begun: () => at,
    before: (path) =>
      armed && path === '/api/approve'
        ? new Promise((resolve) => {
            held.push(resolve)
            if (held.length < count) return
            at = performance.now()
            for (const release of held) release()
            held = []
          })
        : Promise.resolve(),
  }
}
