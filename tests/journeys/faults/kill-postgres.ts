/** PostgreSQL dies without a word, and comes back under its supervisor. */
import { execFileSync } from 'node:child_process'
import process from 'node:process'
import type { openCluster } from '@open-mitid/postgres/cluster'

type Cluster = Pick<Awaited<ReturnType<typeof openCluster>>, 'serverPid'>

/** All of it at once: the one that supervises, and those that work. Answers whether another is there. */
export function killPostgres(cluster: Cluster): () => boolean {
  const killed = cluster.serverPid
  const workers = execFileSync('pgrep', ['-P', String(killed)], { encoding: 'utf8' }).split('\n')
  for (const pid of [killed, ...workers.filter((each) => each !== '').map(Number)])
    process.kill(pid, 'SIGKILL')
  // A process that nobody has buried yet still takes signals, so its number alone says nothing.
  return () => cluster.serverPid !== killed
}

export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 30_000
  while (performance.now() < end) {
    if (await Promise.resolve(holds()).catch(() => false)) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('it does not get well')
}
