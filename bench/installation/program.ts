/** A program under measurement: a child process that says, as a line of JSON, when it is ready. */
import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'

export type Program = {
  /** A script that the running Node runs. */
  readonly script: string
  readonly env: Readonly<Record<string, string>>
  /** Where Node's inspector listens in it, if at all. */
  readonly inspector?: number
  /** Hears what the program sends over its channel of messages. */
  readonly heard?: (message: unknown) => void
}

export type Running = {
  readonly pid: number
  readonly send: (message: string) => void
  readonly stop: () => Promise<void>
}

/** Nothing of our own environment reaches the program but how to find other programs. */
const inherited = { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production' }

export async function startProgram(program: Program): Promise<Running> {
  const { script, env, inspector, heard } = program
  const options = inspector === undefined ? [] : [`--inspect=127.0.0.1:${inspector}`]
  const child = spawn(process.execPath, [...options, script], {
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const lastWords: string[] = []
  if (child.stderr)
    createInterface({ input: child.stderr }).on('line', (line) => {
      lastWords.push(line)
      if (lastWords.length > 20) lastWords.shift()
    })
  if (heard) child.on('message', heard)
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      resolve()
    })
  })
  await Promise.race([
    ready(child),
    ended.then(() => {
      throw new Error(`${script} ended before it was ready:\n${lastWords.join('\n')}`)
    }),
  ])
  return {
    pid: child.pid ?? 0,
    send: (message) => void child.send(message),
    async stop() {
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await ended
      clearTimeout(timer)
    },
  }
}

function ready({ stdout }: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (!stdout) return
    createInterface({ input: stdout }).on('line', (line) => {
      if (/"ready":\s*true/u.test(line)) resolve()
    })
  })
}
