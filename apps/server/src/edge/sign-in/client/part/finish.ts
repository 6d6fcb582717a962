/** Finishes an approved sign-in and goes on to the service; tries again while nothing answers. */
import { reread, send, type Arrive } from './step.ts'

const firstPause = 500
const longestPause = 8_000

/** Of several windows on the same sign-in one finishes; the others show that it is done. */
export function finish(form: HTMLElement, arrive: Arrive): (() => void) | undefined {
  if (!(form instanceof HTMLFormElement)) return undefined
  const leaving = new AbortController()
  const { promise: left, resolve: leave } = Promise.withResolvers<undefined>()
  void navigator.locks.request(form.action, { ifAvailable: true }, async (lock) => {
    if (lock) {
      await sendUntilAnswered(form.action, arrive, leaving.signal)
      await left
      return
    }
    await wait(longestPause / 4)
    if (!leaving.signal.aborted) void reread(arrive)
  })
  return () => {
    leaving.abort()
    leave(undefined)
  }
}

async function sendUntilAnswered(url: string, arrive: Arrive, leaving: AbortSignal): Promise<void> {
  let pause = firstPause
  while (!leaving.aborted && !(await send(url, new URLSearchParams(), arrive))) {
    await wait(pause)
    pause = Math.min(longestPause, pause * 2)
  }
}

function wait(pause: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, pause)
  })
}
