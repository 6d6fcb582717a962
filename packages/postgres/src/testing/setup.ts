/** Vitest's global setup: one test cluster for the run, and a migrated template to clone from. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import process from 'node:process'
import type { TestProject } from 'vitest/node'
import { openCluster } from '../cluster/index.ts'
import type { Cluster } from '../cluster/index.ts'
import { migrate } from '../migrate.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    testCluster: { folder: string; template: string }
  }
}

const prefix = 'test'
const folder = join(import.meta.dirname, '../../../../.data/postgres-test')

/** Runs at the same time share the cluster; each has its own template, named after its process. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await openCluster({ folder, purpose: 'test' })
  const run = `${prefix}_${String(process.pid)}_${randomBytes(4).toString('hex')}`
  try {
    await dropAbandoned(cluster)
    await migrate(await cluster.createDatabase(run), { clock: 'adjustable' })
  } catch (error) {
    await cluster.close()
    throw error
  }
  project.provide('testCluster', { folder, template: run })
  return async () => {
    for (const name of await cluster.databases())
      if (name.startsWith(run)) await cluster.dropDatabase(name)
    await cluster.close()
  }
}

/** What runs that were killed left behind: databases of processes that hold the cluster no more. */
async function dropAbandoned(cluster: Cluster): Promise<void> {
  const holders = await cluster.holders()
  for (const name of await cluster.databases()) {
    const [kind, pid] = name.split('_')
    if (kind === prefix && !holders.includes(Number(pid))) await cluster.dropDatabase(name)
  }
}
