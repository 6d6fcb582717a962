/** The thread's half: tasks come in one after the other, and each is answered. */
import { parentPort } from 'node:worker_threads'
import type { Answered, Asked } from './thread.ts'

/** What comes in is what our own half sent: it is not parsed a second time. */
export function answerTasks(perform: (task: never) => unknown): void {
  let before: Promise<unknown> = Promise.resolve()
  parentPort?.on('message', ({ id, task }: Asked<never>) => {
    before = before.then(async () => {
      parentPort?.postMessage(await answer(id, () => perform(task)))
    })
  })
}

async function answer(id: number, perform: () => unknown): Promise<Answered> {
  try {
    return { id, value: await perform() }
  } catch (fault) {
    return { id, fault: fault instanceof Error ? (fault.stack ?? fault.message) : 'unknown' }
  }
}
