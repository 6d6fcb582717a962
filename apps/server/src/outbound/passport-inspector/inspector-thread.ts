/** The thread in which documents are inspected, one after the other. */
import { randomBytes } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import { createTrustStore, type TrustStore } from '@open-mitid/icao9303'
import { trustStoreOf } from '@open-mitid/identity/enrolment'
import { inspect, startChip } from './inspect.ts'
import type { Answered, Asked, Task } from './message.ts'

let trust: TrustStore = createTrustStore({ anchors: [] })

parentPort?.on('message', ({ id, task }: Asked) => {
  parentPort?.postMessage(answer(id, task))
})

function answer(id: number, task: Task): Answered {
  try {
    return { id, value: perform(task) }
  } catch (fault) {
    return { id, fault: fault instanceof Error ? (fault.stack ?? fault.message) : 'unknown' }
  }
}

function perform(task: Task): unknown {
  switch (task.kind) {
    case 'trust':
      trust = trustStoreOf(task.trust)
      return undefined
    case 'inspect':
      return inspect(task.reading, task, trust)
    case 'start-chip':
      return startChip(task.dg14, (length) => Uint8Array.from(randomBytes(length)))
  }
}
