/**
 * What every edge has in common: one origin, strict headers, callers that are who they should be,
 * one form of answer for every error, and measures that hold no personal data.
 */
import { randomUUID } from 'node:crypto'
import Fastify, { LogController } from 'fastify'
import type { FastifyBaseLogger, FastifyInstance, FastifyPluginAsync } from 'fastify'
import type { EdgeName } from '../config.ts'
import { answerErrors, answerUnreadable } from './answer-errors.ts'
import { checkCallers } from './check-callers.ts'
import { limitCallers } from './limit-callers.ts'
import type { Metrics } from './metrics.ts'
import type { Tracing } from '../tracing/index.ts'
import { refuseUnparsed } from './refuse-unparsed.ts'
import { headersOf, setSecurityHeaders } from './security-headers.ts'

export type EdgeSettings = {
  readonly name: EdgeName
  readonly origin: string
  readonly schemeName: string
  readonly logger: FastifyBaseLogger
  readonly metrics: Metrics
  readonly tracing?: Tracing | undefined
  /** Addresses and networks of the proxies that say from where a request comes. */
  readonly proxies?: readonly string[]
  /** Whether the edge can do its work: the database answers. */
  readonly ready: () => Promise<boolean>
}

/** Requests are JSON, forms and signed objects of a phone; nothing of ours is larger. */
const bodyLimit = 32 * 1024

const loopback = ['127.0.0.0/8', '::1']

/** Makes an edge of the plugins mounted on it. It does not listen yet. */
export async function openEdge(
  settings: EdgeSettings,
  plugins: readonly FastifyPluginAsync[],
): Promise<FastifyInstance> {
  const { proxies = loopback } = settings
  const writeHeaders = headersOf(settings)
  const app = Fastify({
    trustProxy: proxies.length > 0 ? [...proxies] : false,
    loggerInstance: settings.logger.child({ edge: settings.name }),
    bodyLimit,
    genReqId: () => randomUUID(), // never the caller's: it goes into our log
    logController: new LogController({ disableRequestLogging: true }),
    childLoggerFactory: (logger) => logger, // nearly no request writes: `logFault` names the one that does
    forceCloseConnections: true, // a waiting page must not hold up a stop
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000, // longer than the proxy's, so that it never writes into a closing one
    frameworkErrors(_error, request, reply) {
      writeHeaders(request, reply) // no hook runs before an address is read
      settings.metrics.count('unreadable')
      answerUnreadable(request, reply, settings)
    },
    clientErrorHandler(fault, socket) {
      if (refuseUnparsed(fault, socket)) settings.metrics.count('unreadable')
    },
    routerOptions: { caseSensitive: true, ignoreTrailingSlash: false, maxParamLength: 200 },
  })
  settings.tracing?.follow(app, settings.name) // first: it is told of refused callers too
  setSecurityHeaders(app, settings)
  checkCallers(app, settings.origin)
  limitCallers(app, { proxies, count: settings.metrics.count })
  answerErrors(app, settings)
  settings.metrics.measure(app, settings.name)
  app.get('/health', async (_request, reply) => {
    const ready = await settings.ready()
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' })
  })
  for (const plugin of plugins) await app.register(plugin)
  await app.ready()
  return app
}
