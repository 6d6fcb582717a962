/** Work that is done again and again, one round at a time. */

export type Repeated = {
  /** Begins a round at once, or right after the one that is under way. */
  readonly now: () => void
  /** Resolves when the last round has ended. */
  readonly stop: () => Promise<void>
}

/** Rests `restMs` after each round, whatever came of it; a long round ends early by the signal. */
export function repeat(
  restMs: number,
  work: (stopping: AbortSignal) => Promise<unknown>,
  complain: (fault: unknown) => void,
): Repeated {
  const stopping = new AbortController()
  let wake: (() => void) | undefined
  let asked = false

  const rest = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, asked || stopping.signal.aborted ? 0 : restMs)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      asked = false
      await work(stopping.signal).catch(complain)
      await rest()
    }
  }

  const running = loop()
  return {
    now() {
      asked = true
      wake?.()
    },
    stop() {
      stopping.abort()
      wake?.()
      return running
    },
  }
}
