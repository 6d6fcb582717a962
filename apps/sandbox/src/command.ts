/** The operator's own commands, run as an operator would run them. */
import { execFile } from 'node:child_process'

export class CommandFailed extends Error {
  override readonly name = 'CommandFailed'
  readonly kind: string | undefined
  constructor(message: string, kind: string | undefined) {
    super(message)
    this.kind = kind
  }
}

export type MitidCommand = (...args: readonly string[]) => Promise<unknown>

/** Gives a function that runs `mitid …args --json` and answers what it printed, parsed. */
export function mitidCommand(script: string, env: Readonly<Record<string, string>>): MitidCommand {
  return (...args) =>
    new Promise((resolve, reject) => {
      execFile(
        process.execPath,
        [script, ...args, '--json'],
        { env: { ...process.env, ...env } },
        (error, stdout, stderr) => {
          if (!error) {
            resolve(stdout.trim() === '' ? undefined : JSON.parse(stdout))
            return
          }
          reject(new CommandFailed(`mitid ${args.join(' ')}: ${stderr || stdout}`, kindOf(stdout)))
        },
      )
    })
}

function kindOf(stdout: string): string | undefined {
  try {
    const told: unknown = JSON.parse(stdout)
    return typeof told === 'object' && told !== null && 'kind' in told
      ? String(told.kind)
      : undefined
  } catch {
    return undefined
  }
}
