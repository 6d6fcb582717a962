/** An API that can be made to fail, so that whoever calls it can be seen to stand that. */
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sendPage, sendProblem, wantsPage } from './site.ts'

/**
 * What can befall any API. `down` cuts every connection, `failing` answers 503, `garbled` breaks
 * the answer off in the middle, `endless` goes on and on.
 */
export const outages = ['ok', 'slow', 'down', 'failing', 'garbled', 'endless'] as const
export type Outage = (typeof outages)[number]

export type Faults<Lie extends string> = {
  readonly all: readonly (Outage | Lie)[]
  readonly current: () => Outage | Lie
  /** Whether there is such a fault; nothing changes where there is none. */
  readonly switchTo: (wanted: unknown) => boolean
}

/** `lies` are answers in good form that are not true; each API tells its own. */
export function openFaults<Lie extends string>(lies: readonly Lie[]): Faults<Lie> {
  const all = [...outages, ...lies]
  let current: Outage | Lie = 'ok'
  return {
    all,
    current: () => current,
    switchTo(wanted) {
      const found = all.find((fault) => fault === wanted)
      if (found !== undefined) current = found
      return found !== undefined
    },
  }
}

/** Every route that is added to `api` from here on suffers what is switched on. */
export function sufferFaults(
  api: FastifyInstance,
  current: () => string,
  slowMilliseconds: number,
): void {
  api.addHook('preHandler', async (request, reply) => {
    const fault = current()
    if (fault === 'slow') await new Promise((resolve) => setTimeout(resolve, slowMilliseconds))
    if (fault === 'down') {
      reply.hijack()
      request.raw.socket.destroy()
    }
    if (fault === 'failing') await sendProblem(reply, 503, 'Try again later')
  })
  api.addHook('onSend', (_request, reply, payload) => {
    const fault = current()
    // An answer without a body stays one: what is written to it goes nowhere, and never ends.
    if (typeof payload !== 'string') return Promise.resolve(payload)
    if (fault === 'garbled') return Promise.resolve(payload.slice(0, payload.length / 2))
    if (fault !== 'endless') return Promise.resolve(payload)
    reply.removeHeader('content-length')
    return Promise.resolve(Readable.from(blanks()))
  })
}

/** `/faults`: a page where one is chosen by hand, and the same as JSON for programs. */
export function serveFaults(
  web: FastifyInstance,
  faults: Faults<string>,
  page: (request: FastifyRequest, saved: boolean) => string,
): void {
  web.get<{ Querystring: { done?: string } }>('/faults', (request, reply) =>
    wantsPage(request)
      ? sendPage(reply, page(request, request.query.done === '1'))
      : reply.send({ fault: faults.current(), all: faults.all }),
  )
  web.post('/faults', (request, reply) => {
    const { fault } = (request.body ?? {}) as { fault?: unknown }
    if (!faults.switchTo(fault))
      return sendProblem(reply, 400, `fault is one of ${faults.all.join(', ')}`)
    return wantsPage(request)
      ? reply.redirect('/faults?done=1', 303)
      : reply.send({ fault: faults.current() })
  })
}

/** JSON may begin with blanks, so a reader without a limit waits for ever. */
function* blanks() {
  for (;;) yield ' '.repeat(65_536)
}
