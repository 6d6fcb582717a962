/**
 * What a browser has begun elsewhere and not ended, such as a log on: each window may be in one of
 * its own, and its answer is found by the `state` that went along (RFC 6749 §4.1.1).
 */
import type { FastifyRequest } from 'fastify'

type Pending = { readonly state: string }

/** Windows of one browser; the oldest goes first. */
const most = 8

export function withPending<One extends Pending>(all: readonly One[], one: One): readonly One[] {
  return [...all, one].slice(-most)
}

/** The one that a request answers, and those that go on; undefined where it answers none of them. */
export function answeredPending<One extends Pending>(
  all: readonly One[],
  request: FastifyRequest,
): { readonly one: One; readonly rest: readonly One[] } | undefined {
  const { state } = request.query as { state?: unknown }
  const one = all.find((each) => each.state === state)
  return one && { one, rest: all.filter((each) => each !== one) }
}
