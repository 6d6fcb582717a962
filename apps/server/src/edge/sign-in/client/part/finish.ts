/** Finishes an approved sign-in once and goes on to the service; tries again while nothing answers. */
import { say } from './say.ts'
import { send, type Arrive } from './step.ts'

const longestPause = 8_000

export function finish(form: HTMLElement, arrive: Arrive): (() => void) | undefined {
  if (!(form instanceof HTMLFormElement)) return undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const attempt = async (pause: number) => {
    if (await send(form.action, new URLSearchParams(), arrive)) return
    say('apart')
    timer = setTimeout(() => void attempt(Math.min(longestPause, pause * 2)), pause)
  }
  void attempt(500)
  return () => {
    clearTimeout(timer)
  }
}
