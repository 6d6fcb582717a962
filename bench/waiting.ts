/** Memory of the server for each page that waits on its event stream. */
import { setTimeout as pause } from 'node:timers/promises'
import { openInstallation } from './installation/installation.ts'
import { origins, portOf } from './installation/places.ts'
import { openBrowser } from './load/browser.ts'
import { openService } from './load/service.ts'
import { openPage, type Visitor } from './load/sign-in.ts'
import { workAtOnce } from './load/rounds.ts'
import { collectGarbage } from './measure/garbage.ts'
import { memoryOf } from './measure/processes.ts'
import type { Findings } from './measure/report.ts'

const pages = 2000
const warmUp = 400
const atOnce = 8

export async function measureWaiting(): Promise<Findings> {
  const { line, server, service, close } = await openInstallation({
    people: 0,
    server: 'inspected',
  })
  try {
    const visitor = (): Visitor => ({
      userId: 'nobody.in.particular',
      browser: openBrowser(line),
      service: openService(line, origins.signIn, service),
    })
    const open = Array.from({ length: atOnce }, () => undefined)
    const told: (() => void)[] = []
    await workAtOnce(open, warmUp, async () => (await openPage(visitor())).told.close())
    const before = await settled(server().pid)
    await workAtOnce(open, pages, async () => {
      told.push((await openPage(visitor())).told.close)
    })
    const after = await settled(server().pid)
    for (const leave of told) leave()
    return {
      figures: [
        {
          name: 'memory for each waiting page',
          value: (after - before) / pages / 1024,
          unit: 'KiB',
          target: { atMost: 32 },
        },
        { name: 'memory before', value: before / 2 ** 20, unit: 'MiB' },
        { name: 'memory with all pages', value: after / 2 ** 20, unit: 'MiB' },
      ],
      conditions: {
        pages: `${pages}, each with a sign-in and a stream of its own, after ${warmUp} that came and went`,
        memory: 'resident memory of the server process after its garbage was collected',
      },
    }
  } finally {
    await close()
  }
}

/** Resident memory when what nobody needs any more is collected and the system has taken it back. */
async function settled(pid: number): Promise<number> {
  let least = Infinity
  for (let look = 0; look < 4; look += 1) {
    await collectGarbage(portOf('inspector'))
    await pause(1000)
    least = Math.min(least, memoryOf(pid))
  }
  return least
}
