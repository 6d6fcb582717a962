/** `mitid`: the operator's commands. */
import process from 'node:process'
import type { Outcome } from './command.ts'
import { commands } from './commands.ts'
import { closing, runCommand } from './run-command.ts'
import { session, sessionHelp } from './session.ts'

process.exitCode = await main(process.argv.slice(2))

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === 'help') {
    process.stdout.write(overview())
    return 0
  }
  if (name === 'session') return startSession(args)
  const outcome = await runCommand(name, args)
  tell(outcome, args.includes('--json') && !args.includes('--help'))
  if (outcome.ok) return 0
  if (outcome.kind !== 'usage') return 1
  const known = Object.hasOwn(commands, name)
  process.stderr.write(known ? `See: mitid ${name} --help\n` : `\n${overview()}`)
  return 2
}

async function startSession([word]: readonly string[]): Promise<number> {
  if (word === undefined) await session(process.stdin, process.stdout)
  else if (word === '--help') process.stdout.write(sessionHelp)
  else {
    process.stderr.write(`"${word}" is a word too many.\nSee: mitid session --help\n`)
    return 2
  }
  return 0
}

function tell(outcome: Outcome, json: boolean): void {
  if (outcome.ok) {
    const text = json ? JSON.stringify(outcome.json) : outcome.lines.join('\n')
    process.stdout.write(`${text}\n`)
    return
  }
  const { kind, sentence } = outcome
  if (json) process.stdout.write(`${JSON.stringify({ kind, message: sentence })}\n`)
  process.stderr.write(`${sentence}\n`)
}

function overview(): string {
  const lines = Object.entries(commands).map(
    ([name, { summary }]) => `  mitid ${name.padEnd(22)} ${summary}`,
  )
  return `mitid: the operator's commands

${lines.join('\n')}

  mitid COMMAND --help          everything about it
  mitid session                 many commands in one process, for scripts: each is a JSON array of
                                words on a line of the input, and is answered by a line of JSON

${closing}
`
}
