/**
 * Where the time of a request goes, told to a collector (OpenTelemetry, OTLP over HTTP): the request,
 * the statements it runs and the outside services it asks. A span holds names from closed lists and
 * nothing of what a caller sent: no address, no query, no value of a statement, no message of a fault.
 */
import { context, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace'
import type { FastifyInstance } from 'fastify'
import type { EdgeName } from '../config.ts'
import { tracer } from './tracer.ts'

export type Tracing = {
  /** Follows every request of an edge but its streams, which last as long as a page waits. */
  readonly follow: (app: FastifyInstance, edge: EdgeName) => void
  /** Sends what is not sent yet. */
  readonly close: () => Promise<void>
}

export type OpenTracing = {
  /** Where the collector takes traces, such as http://127.0.0.1:4318/v1/traces. */
  readonly url: string
  /** The part of all requests that is followed, from 0 to 1. */
  readonly share: number
  readonly service: string
}

/** The library's own way to hand spans down is one a process, so this is opened once. */
export function openTracing({ url, share, service }: OpenTracing): Tracing {
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url }) })],
  })
  trace.setGlobalTracerProvider(provider)
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  return {
    follow,
    async close() {
      await provider.shutdown()
      trace.disable()
      context.disable()
    },
  }
}

/** A caller's own `traceparent` is not taken up: nobody outside names what stands in our traces. */
function follow(app: FastifyInstance, edge: EdgeName): void {
  app.addHook('onRequest', (request, reply, done) => {
    const { url: route = 'none', config } = request.routeOptions
    if (config.stream === true) {
      done()
      return
    }
    const span = tracer().startSpan(
      `${request.method} ${route}`,
      {
        kind: SpanKind.SERVER,
        attributes: {
          'mitid.edge': edge,
          'http.request.method': request.method,
          'http.route': route,
        },
      },
      ROOT_CONTEXT,
    )
    // The answer's end, which also comes where the caller has gone away.
    reply.raw.once('close', () => {
      const { statusCode } = reply.raw
      span.setAttribute('http.response.status_code', statusCode)
      if (statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
      span.end()
    })
    context.with(trace.setSpan(ROOT_CONTEXT, span), done)
  })
}
