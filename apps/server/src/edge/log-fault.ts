import type { FastifyRequest } from 'fastify'

/** A fault of ours, in the log under the request that met it. Routes and errors, never what was sent. */
export function logFault(request: FastifyRequest, fault: Error, what: string): void {
  request.log.error({ id: request.id, err: fault, route: request.routeOptions.url }, what)
}
