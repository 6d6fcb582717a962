/** The whole object graph of a server, top to bottom. Nothing here decides anything. */
import type { FastifyPluginAsync } from 'fastify'
import { openDatabase, type Trip } from '@open-mitid/postgres'
import type { Logger } from 'pino'
import type { Config, EdgeName } from './config.ts'
import { openMetrics, type Metrics } from './edge/metrics.ts'

export type Installation = {
  /** What is mounted on each edge. */
  readonly edges: Readonly<Record<EdgeName, readonly FastifyPluginAsync[]>>
  readonly metrics: Metrics
  readonly ready: () => Promise<boolean>
  readonly close: () => Promise<void>
}

export type Compose = {
  readonly log: Logger
  /** Told of every trip to the database: the bench counts them. */
  readonly onTrip?: (trip: Trip) => void
}

export async function compose(config: Config, { onTrip }: Compose): Promise<Installation> {
  const db = openDatabase(config.databaseUrl, {
    max: config.databaseConnections,
    ...(onTrip ? { onTrip } : {}),
  })
  const metrics = openMetrics()
  return {
    edges: { oidc: [], phone: [], citizen: [], desk: [] },
    metrics,
    ready: () => Promise.resolve(true),
    close: () => db.close(),
  }
}
