/** Databases for tests: real, empty, migrated, one for each test file that asks. */
import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { openCluster } from '../cluster/index.ts'
import type { Cluster } from '../cluster/index.ts'
import type {} from './setup.ts'

export type FreshDatabase = {
  readonly url: string
  drop: () => Promise<void>
}

/** Clones the run's template. Drop it in `afterAll`; what is not dropped goes when the run ends. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { folder, template } = inject('testCluster')
  const name = `${template}_${randomBytes(6).toString('hex')}`
  return {
    url: await withCluster(folder, (cluster) => cluster.createDatabase(name, template)),
    drop: () => withCluster(folder, (cluster) => cluster.dropDatabase(name)),
  }
}

async function withCluster<T>(folder: string, act: (cluster: Cluster) => Promise<T>): Promise<T> {
  const cluster = await openCluster({ folder, purpose: 'test' })
  try {
    return await act(cluster)
  } finally {
    await cluster.close()
  }
}
