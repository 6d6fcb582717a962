/**
 * The pages that wait: one open answer each, written past the framework, and one heartbeat for all
 * of them. A page holds its socket and three small things here, nothing else.
 */
import type { ServerResponse } from 'node:http'
import type { FastifyReply } from 'fastify'
import { openSeats } from './seats.ts'
import { takeOver } from './take-over.ts'

export type WaitingPages = {
  /**
   * Takes the answer over and holds it open until the page leaves or its time is over; `left` calls
   * when it does. False where enough pages of the same thing wait already: nothing was done then.
   * Tells the page its first state, in the write that begins the answer.
   */
  readonly hold: (page: WaitingPage) => boolean
  readonly size: () => number
  readonly close: () => void
}

type WaitingPage = {
  readonly id: string
  readonly reply: FastifyReply
  readonly state: string
  readonly left: () => void
}

/** Between two signs of life: shorter than the patience of proxies. */
const heartbeat = 20_000
/** No sign-in lives longer, and a page that is still here after this asks again. */
const longestWait = 6 * 60_000
/** Windows of one browser on the same page. */
const mostWindows = 4

export function openWaitingPages(): WaitingPages {
  const pages = new Map<ServerResponse, number>()
  const windows = openSeats<string>(mostWindows)
  const timer = setInterval(() => {
    const now = performance.now()
    for (const [answer, until] of pages)
      if (now > until) answer.end()
      else answer.write(':\n\n')
  }, heartbeat)
  timer.unref()
  return {
    hold({ id, reply, state, left }) {
      const leave = windows.take(id)
      if (!leave) return false
      const answer = takeOver(reply)
      pages.set(answer, performance.now() + longestWait)
      // Read to its end, which is here already: what ends unread is ended with an error, and a stack.
      answer.req.resume()
      answer.once('close', () => {
        pages.delete(answer)
        leave()
        left()
      })
      answer.writeHead(200, { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' })
      answer.write(`retry: 2000\n\n${messageOf(state)}`)
      return true
    },
    size: () => pages.size,
    close() {
      clearInterval(timer)
      for (const answer of pages.keys()) answer.end()
    },
  }
}

export function tellState(answer: ServerResponse, state: string): void {
  // Uncorked by hand it leaves now; by itself it would after all else that is done in this turn.
  answer.cork()
  answer.write(messageOf(state))
  answer.uncork()
}

/** HTML Living Standard §9.2.5: one message that carries a state. */
function messageOf(state: string): string {
  return `event: state\ndata: ${state}\n\n`
}
