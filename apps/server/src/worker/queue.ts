/** graphile-worker as this house runs it: its tables, its loop, its log. */
import { setTimeout as pause } from 'node:timers/promises'
import { Logger, run, runMigrations, type RunnerOptions } from 'graphile-worker'
import type { Logger as Log } from 'pino'
import type { Jobs } from './jobs.ts'

/** Makes the tables of the queue, beside ours, in a schema of their own. */
export async function migrateQueue(connectionString: string): Promise<void> {
  await runMigrations({ connectionString, logger: silent, taskList: {} })
}

export type OpenQueue = {
  readonly connectionString: string
  readonly jobs: Jobs
  readonly log: Log
}

export type Queue = { readonly stop: () => Promise<void> }

const restMs = 1_000

/**
 * Takes jobs until it is stopped. A runner gives up when the database is away for some seconds;
 * another then takes its place, as often as it takes.
 */
export function openQueue({ connectionString, jobs, log }: OpenQueue): Queue {
  const taskList = Object.fromEntries(
    Object.entries(jobs).map(([name, work]) => [name, (payload: unknown) => work(payload)]),
  )
  const options: RunnerOptions = {
    connectionString,
    maxPoolSize: 4,
    concurrency: 4,
    pollInterval: 1_000,
    noHandleSignals: true,
    parsedCronItems: [],
    logger: silent,
    taskList,
  }
  const stopping = new AbortController()

  async function runOnce(): Promise<void> {
    const runner = await run(options)
    runner.events.on('job:error', ({ job, error }) => {
      // Of a failed job its name and try are logged, never what was in it.
      log.warn({ job: job.task_identifier, attempt: job.attempts, err: error }, 'a job failed')
    })
    const stop = () => {
      runner.stop().catch(() => undefined) // It rejects where the runner has ended by itself.
    }
    stopping.signal.addEventListener('abort', stop)
    if (stopping.signal.aborted) stop()
    try {
      await runner.promise
    } finally {
      stopping.signal.removeEventListener('abort', stop)
    }
  }

  async function keepRunning(): Promise<void> {
    while (!stopping.signal.aborted) {
      await runOnce().catch((fault: unknown) => {
        log.error({ err: fault }, 'the queue of jobs stopped, and starts again')
      })
      await pause(restMs, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }

  const running = keepRunning()
  return {
    stop() {
      stopping.abort()
      return running
    },
  }
}

/** Its own lines quote errors, and errors quote addresses. */
const silent = new Logger(() => () => undefined)
