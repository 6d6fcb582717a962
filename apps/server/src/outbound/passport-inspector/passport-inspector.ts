/** `PassportInspector` in a thread of its own. */
import type {
  PassportFindings,
  PassportInspector,
  TrustLists,
} from '@open-mitid/identity/enrolment'
import { accept, refuse } from '@open-mitid/kernel'
import type { startChip } from './inspect.ts'
import { openThread, type Thread } from '../thread/index.ts'
import type { Task } from './message.ts'

type OpenPassportInspector = PassportInspector & { readonly close: () => Promise<void> }

/** Each takes less than a tenth of a second; more than this wait in vain. */
const mostWaiting = 32
/** Milliseconds: a master list of a thousand authorities takes a few seconds, a document none. */
const patience = 15_000
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 }

export function openPassportInspector(trustLists: TrustLists): OpenPassportInspector {
  let thread: Thread<Task> | undefined
  let trusted: { readonly version: number; readonly loaded: Promise<unknown> } | undefined
  const open = () => {
    const opened = openThread<Task>({
      script: 'inspector-thread',
      beside: import.meta.url,
      resourceLimits,
      patience,
      ended: () => {
        if (thread !== opened) return
        thread = undefined
        trusted = undefined
      },
    })
    thread = opened
    return opened
  }
  /** What was imported meanwhile counts from the next document on. */
  const withTrust = async () => {
    const asked = thread ?? open()
    const version = await trustLists.version()
    if (trusted?.version !== version) {
      const loaded = trustLists.load().then((trust) => asked.ask({ kind: 'trust', trust }))
      trusted = { version, loaded }
    }
    await trusted.loaded.catch((fault: unknown) => {
      trusted = undefined
      throw fault
    })
    return asked
  }
  const isBusy = () => (thread?.waiting() ?? 0) >= mostWaiting
  return {
    async inspect(reading, at) {
      if (isBusy()) return refuse({ kind: 'busy' })
      const asked = await withTrust()
      return accept((await asked.ask({ kind: 'inspect', reading, ...at })) as PassportFindings)
    },
    async startChipAuthentication(dg14) {
      if (isBusy()) return refuse({ kind: 'busy' })
      const started = await (thread ?? open()).ask({ kind: 'start-chip', dg14 })
      return accept(started as ReturnType<typeof startChip>)
    },
    close: async () => thread?.end(),
  }
}
