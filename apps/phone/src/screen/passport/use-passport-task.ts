/** A call about a passport: what ends the proof leads to its own page. */
import { useApp } from '../../app/app.ts'
import type { Again, PassportSteps } from '../../app/passport-step.ts'
import { useWork, type Work } from '../../app/use-work.ts'
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

/**
 * `again`: what the passport is shown for, where it is not for a first MitID. `helping`: it is read
 * for somebody else.
 */
export function usePassportTask(
  again?: Again,
  helping?: PassportSteps['refused']['helping'],
): Work<PassportTold> {
  const { go, way } = useApp()
  return useWork<PassportTold>((refusal) => {
    if (refusal.kind === 'unreachable' || !ending.has(refusal.kind)) return undefined
    return async () => {
      // A helper's own way, if there is one, is another.
      if (!helping) await way.drop()
      go({ at: 'passport', step: 'refused', again, helping, refusal })
    }
  })
}
