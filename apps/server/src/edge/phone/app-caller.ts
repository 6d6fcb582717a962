/** Whether a call is the app's, and what went wrong with one before it was looked at. */
import type { FastifyError, FastifyRequest } from 'fastify'
import { RequestProblem } from '../problem.ts'

/** A browser says where a call comes from (Fetch Metadata; RFC 6454); what says neither is no page. */
export function comesFromApp({ headers }: FastifyRequest, origin: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  return headers.origin === undefined || headers.origin === origin
}

type Kind = 'origin' | 'too-large' | 'malformed' | 'busy' | 'fault'

export function kindOf(error: FastifyError): Kind {
  // What every edge refuses before a call is looked at: another host or page, or too many calls.
  if (error instanceof RequestProblem) return error.kind === 'too-many' ? 'busy' : 'origin'
  const { statusCode = 500 } = error
  if (statusCode === 413) return 'too-large'
  return statusCode < 500 ? 'malformed' : 'fault'
}
