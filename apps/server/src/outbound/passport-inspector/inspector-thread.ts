/** The thread in which documents are inspected, one after the other. */
import { randomBytes } from 'node:crypto'
import { createTrustStore, type TrustStore } from '@open-mitid/icao9303'
import { trustStoreOf } from '@open-mitid/identity/enrolment'
import { answerTasks } from '../thread/index.ts'
import { inspect, startChip } from './inspect.ts'
import type { Task } from './message.ts'

let trust: TrustStore = createTrustStore({ anchors: [] })

answerTasks(perform)

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
