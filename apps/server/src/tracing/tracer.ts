/** A part of a request's time. Where nothing is traced, this is a call of a function that does nothing. */
import { SpanKind, SpanStatusCode, trace, type Attributes, type Tracer } from '@opentelemetry/api'

export function tracer(): Tracer {
  return trace.getTracer('mitid')
}

/** Work for others that is a part of the request under way; of work that belongs to none, nothing is told. */
export function within<Value>(
  name: string,
  attributes: Attributes,
  work: () => Promise<Value>,
): Promise<Value> {
  if (trace.getActiveSpan() === undefined) return work()
  return tracer().startActiveSpan(name, { kind: SpanKind.CLIENT, attributes }, async (span) => {
    try {
      return await work()
    } catch (fault) {
      span.setStatus({ code: SpanStatusCode.ERROR })
      throw fault
    } finally {
      span.end()
    }
  })
}
