/** PostgreSQL dies without a word, and comes back under its supervisor. */
import { execFileSync } from 'node:child_process'
import process from 'node:process'
import type { openCluster } from '@open-mitid/postgres/cluster'

type Cluster = Pick<Awaited<ReturnType<typeof openCluster>>, 'serverPid'>

/** All of it at once: the one that supervises, and those that work. */
export function killPostgres(cluster: Cluster): void {
  const postmaster = String(cluster.serverPid)
  const workers = execFileSync('pgrep', ['-P', postmaster], { encoding: 'utf8' }).split('\n')
  for (const pid of [postmaster, ...workers.filter((each) => each !== '')])
    process.kill(Number(pid), 'SIGKILL')
}

/** Whether the supervisor has started another, and knows of it. */
export function isBack({ serverPid }: Cluster): boolean {
  try {
    return process.kill(serverPid, 0)
  } catch {
    return false
  }
}

export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 30_000
  while (performance.now() < end) {
    if (await Promise.resolve(holds()).catch(() => false)) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('it does not get well')
}
