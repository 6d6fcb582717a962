/** A call about a passport: once at a time; what is refused leads on, or is told where one is. */
import type { Result } from '@open-mitid/kernel'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useApp } from '../../app/app.ts'
import type { Again, PassportSteps } from '../../app/passport-step.ts'
import { Unreachable } from '../../core/index.ts'
import type { ProvePassportRefusal } from '../../core/passport/index.ts'

export type PassportTold = ProvePassportRefusal | { readonly kind: 'unreachable' }

/** What ends the proof: it is told on a page of its own. The rest is told where it happened. */
const ending = new Set<PassportTold['kind']>([
  'passport',
  'proof-unknown',
  'proof-moved-on',
  'other-photo',
  'turned-away',
  'step-missing',
])

export type PassportTask = {
  readonly busy: boolean
  readonly problem: PassportTold | undefined
  readonly run: <Value>(
    work: () => Promise<Result<Value, ProvePassportRefusal>>,
    done: (value: Value) => unknown,
    refused?: (told: PassportTold) => unknown,
  ) => Promise<void>
}

/**
 * `again`: what the passport is shown for, where it is not for a first MitID. `helping`: it is read
 * for somebody else.
 */
export function usePassportTask(
  again?: Again,
  helping?: PassportSteps['refused']['helping'],
): PassportTask {
  const { go, way } = useApp()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<PassportTold>()
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
      const { refusal } = answer
      if (refusal.kind !== 'unreachable' && ending.has(refusal.kind)) {
        // A helper's own way, if there is one, is another.
        if (!helping) await way.drop()
        go({ at: 'passport', step: 'refused', again, helping, refusal })
        return
      }
      setProblem(refusal)
      await refused?.(refusal)
    },
  }
}

async function attempt<Value>(
  work: () => Promise<Result<Value, ProvePassportRefusal>>,
): Promise<Result<Value, PassportTold>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Unreachable) return { ok: false, refusal: { kind: 'unreachable' } }
    console.error(error)
    return { ok: false, refusal: { kind: 'fault' } }
  }
}
