/**
 * `PassportInspector` in a thread of its own, so that no sign-in waits for a document. What is sent
 * may be built to be slow: the thread has bounded memory, and is ended when it takes too long.
 */
import { Worker } from 'node:worker_threads'
import type {
  PassportFindings,
  PassportInspector,
  TrustLists,
} from '@open-mitid/identity/enrolment'
import { accept, refuse } from '@open-mitid/kernel'
import type { startChip } from './inspect.ts'
import type { Answered, Task } from './message.ts'

type OpenPassportInspector = PassportInspector & { readonly close: () => Promise<void> }

/** Each takes less than a tenth of a second; more than this wait in vain. */
const mostWaiting = 32
/** A master list of a thousand authorities takes a few seconds, a document none. */
const patienceMs = 15_000
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 }

type Waiting = {
  readonly resolve: (value: unknown) => void
  readonly reject: (fault: Error) => void
  readonly timer: NodeJS.Timeout
}
type Thread = {
  readonly ask: (task: Task) => Promise<unknown>
  readonly waiting: () => number
  readonly end: () => Promise<void>
}

export function openPassportInspector(trustLists: TrustLists): OpenPassportInspector {
  let thread: Thread | undefined
  let trusted: { readonly version: number; readonly loaded: Promise<unknown> } | undefined
  const open = () => {
    const opened = openThread(() => {
      if (thread !== opened) return
      thread = undefined
      trusted = undefined
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

function openThread(ended: () => void): Thread {
  const waiting = new Map<number, Waiting>()
  // Beside this file, in the sources and in the build alike.
  const script = `./inspector-thread${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`
  const worker = new Worker(new URL(script, import.meta.url), { resourceLimits })
  worker.unref()
  let last = 0
  const settle = (id: number) => {
    const found = waiting.get(id)
    waiting.delete(id)
    clearTimeout(found?.timer)
    return found
  }
  const fail = (fault: Error) => {
    ended()
    for (const id of waiting.keys()) settle(id)?.reject(fault)
  }
  worker.on('message', (answered: Answered) => {
    const found = settle(answered.id)
    if ('fault' in answered) found?.reject(new Error(answered.fault))
    else found?.resolve(answered.value)
  })
  worker.on('error', fail)
  worker.on('exit', () => {
    fail(new Error('the inspector has ended'))
  })
  return {
    waiting: () => waiting.size,
    ask: (task) =>
      new Promise((resolve, reject) => {
        last += 1
        const timer = setTimeout(() => void worker.terminate(), patienceMs)
        waiting.set(last, { resolve, reject, timer })
        worker.postMessage({ id: last, task })
      }),
    async end() {
      await worker.terminate()
    },
  }
}
