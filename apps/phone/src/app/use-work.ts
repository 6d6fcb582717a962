/** Work that a screen asks of the core: once at a time, with words while it lasts and after it. */
import type { Result } from '@open-mitid/kernel'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Unreachable } from '../core/index.ts'

/** What anything can come to: a lost connection, or a bug. */
type Failed = { readonly kind: 'unreachable' } | { readonly kind: 'fault' }

export type Work<Told> = {
  readonly busy: boolean
  readonly problem: Told | undefined
  readonly clear: () => void
  /**
   * Does nothing while something is under way. A refusal that leads away is followed; every other
   * becomes `problem` and is handed to `refused`.
   */
  readonly run: <Value>(
    work: () => Promise<Result<Value, Told>>,
    done: (value: Value) => unknown,
    refused?: (told: Told) => unknown,
  ) => Promise<void>
}

/** `leadsAway`: goes where a refusal leads; undefined where it is told on this very screen. */
export function useWork<Refusal>(
  leadsAway: (told: Refusal | Failed) => (() => unknown) | undefined = () => undefined,
): Work<Refusal | Failed> {
  type Told = Refusal | Failed
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Told>()
  const running = useRef(false)
  const gone = useRef(false)

  useEffect(() => {
    gone.current = false
    return () => {
      gone.current = true
    }
  }, [])

  return {
    busy,
    problem,
    clear: () => setProblem(undefined),
    async run(work, done, refused) {
      if (running.current) return
      running.current = true
      setBusy(true)
      setProblem(undefined)
      const answer = await attempt(work)
      running.current = false
      if (gone.current) return
      setBusy(false)
      if (answer.ok) {
        await done(answer.value)
        return
      }
      const away = leadsAway(answer.refusal)
      if (away) {
        await away()
        return
      }
      setProblem(() => answer.refusal)
      await refused?.(answer.refusal)
    },
  }
}

/** Turns a lost connection into an answer like any other; a bug stays visible in the console. */
async function attempt<Value, Told>(
  work: () => Promise<Result<Value, Told>>,
): Promise<Result<Value, Told | Failed>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Unreachable) return { ok: false, refusal: { kind: 'unreachable' } }
    console.error(error)
    return { ok: false, refusal: { kind: 'fault' } }
  }
}
