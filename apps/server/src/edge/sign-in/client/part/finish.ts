/** Finishes an approved sign-in and goes on to the service; tries again while nothing answers. */
import { say } from './say.ts'
import { reread, send, type Arrive } from './step.ts'

const firstPause = 500
const longestPause = 8_000

/** Of several windows on the same sign-in one finishes; the others show that it is done. */
export function finish(form: HTMLElement, arrive: Arrive): (() => void) | undefined {
  if (!(form instanceof HTMLFormElement)) return undefined
  const leaving = new AbortController()
  const wait = (pause: number) => new Promise((resolve) => setTimeout(resolve, pause))
  const attempt = async () => {
    let pause = firstPause
    while (!leaving.signal.aborted && !(await send(form.action, new URLSearchParams(), arrive))) {
      say('apart')
      await wait(pause)
      pause = Math.min(longestPause, pause * 2)
    }
  }
  void navigator.locks.request(form.action, { ifAvailable: true }, async (lock) => {
    if (lock) {
      await attempt()
      return
    }
    await wait(longestPause / 4)
    if (!leaving.signal.aborted) void reread(arrive)
  })
  return () => {
    leaving.abort()
  }
}
