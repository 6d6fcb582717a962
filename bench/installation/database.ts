/**
 * A database on the house's own PostgreSQL, as it is for data that are kept: every commit waits for
 * the disk. It is made for one run and goes with it.
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { openCluster, removeCluster } from '@open-mitid/postgres/cluster'
import { dataFolder } from './places.ts'

export type BenchDatabase = {
  readonly url: string
  /** The PostgreSQL server, whose children serve the connections. */
  readonly serverPid: number
  /** Another, empty database on the same server. */
  readonly another: () => Promise<string>
  readonly close: () => Promise<void>
}

export async function openBenchDatabase(): Promise<BenchDatabase> {
  const folder = join(dataFolder, 'postgres')
  const cluster = await openCluster({ folder, purpose: 'kept' })
  const create = () => cluster.createDatabase(`bench_${randomBytes(6).toString('hex')}`)
  return {
    url: await create(),
    serverPid: cluster.serverPid,
    another: create,
    async close() {
      await cluster.close()
      await removeCluster({ folder })
    },
  }
}
