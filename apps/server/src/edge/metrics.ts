/** What Prometheus reads. Labels are routes and names from closed lists, never what a caller sent. */
import { createServer, type Server } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'
import type { EdgeName } from '../config.ts'

export type Metrics = {
  measure: (app: FastifyInstance, edge: EdgeName) => void
  /** Counts an outcome by name, such as a sign-in that ended. */
  count: (what: string) => void
  /** Serves `/metrics` on loopback alone, apart from every edge. */
  listen: (port: number) => Promise<Server>
}

/**
 * The event loop is looked at so often, and its quantiles begin there. Each look wakes the process:
 * at the default of 10 ms that is most of what a server with nothing to do costs.
 */
const lagEveryMs = 100

export function openMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({
    register: registry,
    prefix: 'mitid_',
    eventLoopMonitoringPrecision: lagEveryMs,
  })
  const durations = new Histogram({
    name: 'mitid_http_request_duration_seconds',
    help: 'Time from a request to its answer',
    labelNames: ['edge', 'method', 'route', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  })
  const outcomes = new Counter({
    name: 'mitid_outcomes_total',
    help: 'What happened, by kind',
    labelNames: ['what'] as const,
    registers: [registry],
  })
  return {
    measure(app, edge) {
      app.addHook('onResponse', (request, reply, done) => {
        const route = request.routeOptions.url ?? 'none'
        if (request.routeOptions.config.stream !== true)
          durations.observe(
            { edge, method: request.method, route, status: reply.raw.statusCode },
            reply.elapsedTime / 1000,
          )
        done()
      })
    },
    count(what) {
      outcomes.inc({ what })
    },
    listen: (port) => serve(registry, port),
  }
}

function serve(registry: Registry, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      resolve(server)
    })
  })
}
