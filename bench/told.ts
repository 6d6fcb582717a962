/** From an approval that leaves the phone to its page being told, 4 at once. */
import { openInstallation } from './installation/installation.ts'
import { activateAll } from './load/citizens.ts'
import { finish, openPage, type Citizen } from './load/sign-in.ts'
import type { Pace } from './load/phone.ts'
import { setApart, setFree } from './measure/cores.ts'
import type { Findings } from './measure/report.ts'
import { quantile } from './measure/statistics.ts'

const atOnce = 4
/** Rounds one after another of either kind, and how often both are measured. */
const rounds = 25
const turns = 12
/** Rounds: as many sign-ins as `sign-in` begins with. */
const warmUp = 1_500

export async function measureTold(): Promise<Findings> {
  const starts = startTogether(atOnce)
  const installation = await openInstallation({ people: atOnce, server: 'built' })
  try {
    const citizens = await activateAll(installation, starts)
    starts.arm()
    for (let round = 0; round < warmUp; round += 1) await together(citizens, starts)
    const apart: number[] = []
    const free: number[] = []
    for (let turn = 0; turn < turns; turn += 1) {
      setApart(installation.server().pid)
      for (let round = 0; round < rounds; round += 1)
        apart.push(...(await together(citizens, starts)))
      setFree()
      for (let round = 0; round < rounds; round += 1)
        free.push(...(await together(citizens, starts)))
    }
    return {
      figures: [
        { name: 'p50', value: quantile(apart, 0.5), unit: 'ms', target: { atMost: 5 } },
        { name: 'p95', value: quantile(apart, 0.95), unit: 'ms' },
        { name: 'p99', value: quantile(apart, 0.99), unit: 'ms', target: { atMost: 25 } },
        { name: 'p50, placed freely', value: quantile(free, 0.5), unit: 'ms' },
        { name: 'p99, placed freely', value: quantile(free, 0.99), unit: 'ms' },
      ],
      conditions: {
        samples: `${String(apart.length)} of either kind in turns, after ${String(warmUp * atOnce)}`,
        cores:
          'the server has one for itself, and its database, the phones and the pages have the others, as they are other machines in service; placed freely: as the system puts them',
        'at once': `${atOnce} approvals leave in the same moment, with the PIN proved and signed before`,
        ends: 'the page has read the event from its stream; what the phones do with their answers comes after',
      },
    }
  } finally {
    await installation.close()
  }
}

/** Milliseconds from the common start to each page's being told. */
async function together(
  citizens: readonly Citizen[],
  starts: StartTogether,
): Promise<readonly number[]> {
  const waiting = await Promise.all(
    citizens.map(async (citizen) => {
      const page = await openPage(citizen)
      return { citizen, page, asked: await citizen.phone.claim(page.secret) }
    }),
  )
  const told = waiting.map(({ page }) => page.told.state('approved').then(() => performance.now()))
  const approved = waiting.map(({ citizen, asked }) => citizen.phone.approve(asked))
  const times = await Promise.all(told)
  const begun = starts.goOn()
  await Promise.all(approved)
  for (const { citizen, page } of waiting) await finish(citizen, page)
  return times.map((time) => time - begun)
}

type StartTogether = Pace & {
  readonly arm: () => void
  /** The phones may go on with their answers. Answers when their approvals were let go. */
  readonly goOn: () => number
}

/**
 * Holds approvals that are ready to leave until all are, and their answers until all pages are told:
 * phones and pages are machines of their own, and here one process, whose other work is no part of
 * what is measured.
 */
function startTogether(count: number): StartTogether {
  let armed = false
  let at = 0
  let ready = 0
  let start = Promise.withResolvers<undefined>()
  let end = Promise.withResolvers<undefined>()
  const isHeld = (path: string) => armed && path === '/api/approve'
  return {
    arm: () => {
      armed = true
    },
    goOn() {
      end.resolve(undefined)
      return at
    },
    async before(path) {
      if (!isHeld(path)) return
      ready += 1
      const { promise, resolve } = start
      if (ready === count) {
        at = performance.now()
        ready = 0
        start = Promise.withResolvers()
        end = Promise.withResolvers()
        resolve(undefined)
      }
      await promise
    },
    async after(path) {
      if (isHeld(path)) await end.promise
    },
  }
}
