/** The embedded PostgreSQL: real binaries from npm under a supervisor of our own. */
export { openCluster, removeCluster } from './cluster.ts'
export type { Cluster, OpenCluster, RemovedCluster } from './cluster.ts'
