/** Work that a screen asks of the core: once at a time, with words while it lasts and after it. */
import type { Result } from '@open-mitid/kernel'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useApp } from './app.ts'
import { attempt, endOf, type Told } from './told.ts'

export type Task = {
  readonly busy: boolean
  readonly problem: Told | undefined
  readonly clear: () => void
  /**
   * Does nothing while something is under way. A profile that turns out to be over leads to the
   * page that says so; every other refusal becomes `problem` and is handed to `refused`.
   */
  readonly run: <Value>(
    work: () => Promise<Result<Value, Told>>,
    done: (value: Value) => unknown,
    refused?: (told: Told) => unknown,
  ) => Promise<void>
}

/** `id`: the profile that the work is about, where there is one yet. */
export function useTask(id?: string): Task {
  const app = useApp()
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
      const why = endOf(answer.refusal)
      if (why !== undefined && id !== undefined) {
        await app.reload()
        app.go({ at: 'ended', id, why })
        return
      }
      setProblem(answer.refusal)
      await refused?.(answer.refusal)
    },
  }
}
