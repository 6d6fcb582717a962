/** The operator's own commands, given one after the other to one `mitid session`. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export class CommandFailed extends Error {
  override readonly name = 'CommandFailed'
  readonly kind: string | undefined
  constructor(message: string, kind: string | undefined) {
    super(message)
    this.kind = kind
  }
}

/** Runs `mitid …args` and answers what it answers to scripts. */
export type MitidCommand = (...args: readonly string[]) => Promise<unknown>

export type MitidSession = MitidCommand & {
  /** Answers when the commands that were given are done and the process is gone. */
  readonly close: () => Promise<void>
}

type Answer =
  | { readonly ok: true; readonly answer?: unknown }
  | { readonly ok: false; readonly kind: string; readonly message: string }

/**
 * Starts the session; it ends with this process too, however that goes. Where it has died by itself
 * the next command starts another.
 */
export function openMitid(script: string, env: Readonly<Record<string, string>>): MitidSession {
  let session = startSession(script, env)
  let isClosed = false
  const run: MitidCommand = async (...args) => {
    if (isClosed) throw new CommandFailed('the session of mitid is closed', undefined)
    if (session.hasEnded()) session = startSession(script, env)
    const answer = await session.give(args)
    if (answer.ok) return answer.answer
    throw new CommandFailed(`mitid ${args.join(' ')}: ${answer.message}`, answer.kind)
  }
  const close = () => {
    isClosed = true
    return session.close()
  }
  return Object.assign(run, { close })
}

function startSession(script: string, env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [script, 'session'], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const waiting: { told: (answer: Answer) => void; failed: (fault: Error) => void }[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    waiting.shift()?.told(JSON.parse(line) as Answer)
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2_000)))
  let hasEnded = false
  const ended = new Promise<void>((resolve) => {
    const end = (fault: string) => {
      hasEnded = true
      for (const { failed } of waiting.splice(0)) failed(new CommandFailed(fault, undefined))
      resolve()
    }
    child.once('error', ({ message }) => {
      end(message)
    })
    child.once('close', () => {
      end(`the session of mitid has ended: ${said}`)
    })
  })
  child.stdin.on('error', () => undefined) // its end is told by what waits
  return {
    hasEnded: () => hasEnded,
    give: (args: readonly string[]) =>
      new Promise<Answer>((told, failed) => {
        waiting.push({ told, failed })
        child.stdin.write(`${JSON.stringify(args)}\n`)
      }),
    close: () => {
      child.stdin.end()
      return ended
    },
  }
}
