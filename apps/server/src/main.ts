/** Starts a server: its edges, its worker, or both. Prints one line when everything answers. */
import { constants, setPriority } from 'node:os'
import process from 'node:process'
import type { Server } from 'node:http'
import type { Trip } from '@open-mitid/postgres'
import { compose } from './compose.ts'
import { readConfig, StartError, type Config, type EdgeName } from './config.ts'
import { openEdge } from './edge/edge.ts'
import { openLog } from './log.ts'
import type { OpenFaceMatcher } from './outbound/face/index.ts'
import type { Tracing } from './tracing/index.ts'

export type RunningServer = {
  readonly origins: Readonly<Partial<Record<EdgeName, string>>>
  /** Takes no more requests, lets those under way end, and closes the database. */
  readonly stop: () => Promise<void>
}

export type StartServer = {
  readonly onTrip?: (trip: Trip) => void
  /** In place of its own. */
  readonly faceMatcher?: OpenFaceMatcher
}

/** Throws a `StartError` where the configuration and what it finds do not go together. */
export async function startServer(
  config: Config,
  options: StartServer = {},
): Promise<RunningServer> {
  const log = openLog(config.logLevel)
  const tracing = await openTraces(config)
  const installation = await compose(config, { log, ...options })
  const { metrics, ready } = installation
  const stops: (() => Promise<unknown>)[] = [installation.close]
  if (tracing) stops.unshift(tracing.close)
  const stop = async () => {
    while (stops.length > 0) await stops.pop()?.()
  }
  try {
    const origins: Partial<Record<EdgeName, string>> = {}
    if (config.roles.includes('edges'))
      for (const name of config.edges) {
        const origin = config.origins[name]
        const { schemeName, proxies } = config
        const own = { name, origin, schemeName, proxies }
        const settings = { ...own, logger: log, metrics, tracing, ready }
        const edge = await openEdge(settings, installation.edges[name]())
        stops.push(() => edge.close())
        await edge.listen({ host: config.host, port: config.ports[name] }).catch(cannotListen)
        origins[name] = origin
      }
    if (config.roles.includes('worker')) {
      const worker = await installation.startWorker()
      stops.push(() => worker.stop())
    }
    if (config.metricsPort !== undefined) {
      const server = await metrics.listen(config.metricsPort).catch(cannotListen)
      stops.push(() => closed(server))
    }
    return { origins, stop }
  } catch (fault) {
    await stop()
    throw fault
  }
}

/** Loaded where it is wanted: most installations, and every sandbox, follow no requests. */
async function openTraces({ traces, schemeName }: Config): Promise<Tracing | undefined> {
  if (!traces) return undefined
  const { openTracing } = await import('./tracing/tracing.ts')
  return openTracing({ ...traces, service: schemeName })
}

function cannotListen(fault: NodeJS.ErrnoException & { port?: number }): never {
  const port = String(fault.port ?? '')
  if (fault.code === 'EADDRINUSE')
    throw new StartError(`Port ${port} is in use; PORT_BASE moves all ports.`, { cause: fault })
  throw fault
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    server.closeAllConnections()
  })
}

async function main(): Promise<void> {
  // The end of a parent that started this with a channel: each request is whole or was not made.
  process.once('disconnect', () => process.exit(0))
  const config = readConfig(process.env)
  // A worker by itself gives way to those whom somebody waits for.
  if (!config.roles.includes('edges')) setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  const server = await startServer(config)
  const stopAndExit = () => {
    server.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGTERM', stopAndExit)
  process.once('SIGINT', stopAndExit)
  process.stdout.write(`${JSON.stringify({ ready: true, origins: server.origins })}\n`)
}

if (import.meta.main)
  main().catch((fault: unknown) => {
    const sentence = fault instanceof Error ? fault.message : String(fault)
    process.stderr.write(`The server did not start: ${sentence}\n`)
    process.exit(1)
  })
