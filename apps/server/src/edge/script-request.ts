/** Whether a page's own script asks, which takes the next step in the answer, and JSON. */
import type { FastifyRequest } from 'fastify'

export function isScript({ headers }: FastifyRequest): boolean {
  return headers['mitid-script'] !== undefined
}
