/** One program of the sandbox as a child process: started, waited for, and stopped with it. */
import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'

export type Program = {
  readonly name: string
  /** The built script, as an absolute path. */
  readonly script: string
  readonly env: Readonly<Record<string, string>>
}

export type Running = {
  readonly name: string
  /** Answers when the program has ended, with what it said last on its error stream. */
  readonly ended: Promise<{ readonly code: number | null; readonly said: string }>
  stop(): Promise<void>
}

/**
 * Starts a program and answers when it has said, as a line of JSON, that it is ready. The channel
 * to it closes when this process is gone, however it went, and then the program ends too.
 */
export async function start(program: Program): Promise<Running> {
  const child = spawn(process.execPath, [program.script], {
    env: { ...process.env, ...program.env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const lastWords: string[] = []
  if (child.stderr)
    createInterface({ input: child.stderr }).on('line', (line) => {
      lastWords.push(line)
      if (lastWords.length > 20) lastWords.shift()
    })
  const ended = new Promise<{ code: number | null; said: string }>((resolve) => {
    child.once('close', (code) => {
      resolve({ code, said: lastWords.join('\n') })
    })
  })
  await Promise.race([
    ready(child),
    ended.then(({ code, said }) => {
      throw new Error(`${program.name} ended before it was ready (${String(code)}):\n${said}`)
    }),
  ])
  return { name: program.name, ended, stop: () => stop(child, ended) }
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (!child.stdout) return
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (/"ready":\s*true/u.test(line)) resolve()
    })
  })
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 5_000)
  await ended
  clearTimeout(timer)
}
