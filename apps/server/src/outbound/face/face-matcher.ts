/** `FaceMatcher` in a thread of its own. The models take 100 MB, so it ends when nobody has come for long. */
import type { FaceMatcher, FaceMeasure } from '@open-mitid/identity/enrolment'
import { accept, refuse } from '@open-mitid/kernel'
import { openThread, type Thread } from '../thread/index.ts'
import type { FaceTask } from './face-thread.ts'

export type OpenFaceMatcher = FaceMatcher & { readonly close: () => Promise<void> }

/** A person takes about two seconds; more than this wait in vain. */
const mostWaiting = 8
/** Milliseconds; the first person also waits for the models. */
const patience = 60_000
const idle = 5 * 60_000
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 }

export function openFaceMatcher(): OpenFaceMatcher {
  let thread: Thread<FaceTask> | undefined
  let rest: NodeJS.Timeout | undefined
  const open = () => {
    const opened = openThread<FaceTask>({
      script: 'face-thread',
      beside: import.meta.url,
      resourceLimits,
      patience,
      ended: () => {
        if (thread === opened) thread = undefined
      },
    })
    thread = opened
    return opened
  }
  const restLater = () => {
    clearTimeout(rest)
    rest = setTimeout(() => {
      if (thread?.waiting() === 0) void thread.end()
    }, idle).unref()
  }
  return {
    async measure(dg2, pictures) {
      const asked = thread ?? open()
      if (asked.waiting() >= mostWaiting) return refuse({ kind: 'busy' })
      restLater()
      const measured = await asked.ask({ dg2, pictures })
      return measured === undefined
        ? refuse({ kind: 'photo-unreadable' })
        : accept(measured as readonly FaceMeasure[])
    },
    async close() {
      clearTimeout(rest)
      await thread?.end()
    },
  }
}
