/**
 * Arithmetic in a thread of its own, so that no sign-in waits for it. What is sent may be built to
 * be slow: the thread has bounded memory, and is ended when a task takes too long.
 */
import { Worker, type ResourceLimits } from 'node:worker_threads'

export type Asked<Task> = { readonly id: number; readonly task: Task }
/** A fault of ours is told by its stack; nothing that is sent should bring one about. */
export type Answered =
  { readonly id: number; readonly value: unknown } | { readonly id: number; readonly fault: string }

export type Thread<Task> = {
  readonly ask: (task: Task) => Promise<unknown>
  readonly waiting: () => number
  readonly end: () => Promise<void>
}

type OpenThread = {
  /** Its script without the ending: beside the caller, in the sources and in the build alike. */
  readonly script: string
  readonly beside: string
  readonly resourceLimits: ResourceLimits
  /** Milliseconds; it is ended when a task takes longer. */
  readonly patience: number
  readonly ended: () => void
}

type Waiting = {
  readonly resolve: (value: unknown) => void
  readonly reject: (fault: Error) => void
  readonly timer: NodeJS.Timeout
}

export function openThread<Task>({
  script,
  beside,
  resourceLimits,
  patience,
  ended,
}: OpenThread): Thread<Task> {
  const waiting = new Map<number, Waiting>()
  const file = `./${script}${beside.endsWith('.ts') ? '.ts' : '.js'}`
  const worker = new Worker(new URL(file, beside), { resourceLimits })
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
    fail(new Error(`${script} has ended`))
  })
  return {
    waiting: () => waiting.size,
    ask: (task) =>
      new Promise((resolve, reject) => {
        last += 1
        const timer = setTimeout(() => void worker.terminate(), patience)
        waiting.set(last, { resolve, reject, timer })
        worker.postMessage({ id: last, task } satisfies Asked<Task>)
      }),
    async end() {
      await worker.terminate()
    },
  }
}
