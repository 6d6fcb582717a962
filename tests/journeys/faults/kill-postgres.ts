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

/** How long it may take to get well, and how often it is looked at meanwhile. */
export const patience = { timeout: 30_000, interval: 20 } as const
