/** Runs one command from its words to its outcome. A fault and a wrong call are outcomes too. */
import process from 'node:process'
import { parseArgs } from 'node:util'
import { UsageError, type Command, type Outcome } from './command.ts'
import { commands } from './commands.ts'
import { installation, type Installation } from './installation.ts'

/** What it works on is opened for it, and closed when it is done. */
export async function runCommand(name: string, args: readonly string[]): Promise<Outcome> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) return { ok: false, kind: 'usage', sentence: `There is no command "${name}".` }
  const given = installation(process.env)
  const outcome = await carryOut(name, command, args, given)
  try {
    await given.close()
  } catch {
    // The database has gone meanwhile: what was done before is done, and is told.
  }
  return outcome
}

async function carryOut(
  name: string,
  command: Command,
  args: readonly string[],
  given: Installation,
): Promise<Outcome> {
  try {
    const values = read(command, args)
    if (values.help === true) return help(name, command)
    return await command.run(values, given)
  } catch (fault) {
    const sentence = fault instanceof Error ? fault.message : String(fault)
    const kind = fault instanceof UsageError ? 'usage' : 'failed'
    return { ok: false, kind, sentence: sentence || 'It failed.' }
  }
}

export const closing = `options of every command
  --json   the answer as JSON on one line; a refusal as {"kind", "message"}
  --help   this text

Settings come from the environment, as the server's do. Without DATABASE_URL the commands work on
the sandbox of this checkout.

exit codes: 0 done, 1 refused or failed (why, on the error stream), 2 wrongly called`

function help(name: string, { summary, usage }: Command): Outcome {
  const text = `mitid ${name}: ${summary}\n\n  mitid ${name} ${usage}\n\n${closing}`
  return { ok: true, json: text, lines: [text] }
}

function read(command: Command, args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...command.options, json: { type: 'boolean' }, help: { type: 'boolean' } },
      strict: true,
      allowPositionals: command.takesFile === true,
    })
    const [file, second] = positionals
    if (second !== undefined) throw new Error(`"${second}" is one file too many.`)
    return file === undefined ? values : { ...values, file }
  } catch (fault) {
    throw new UsageError((fault as Error).message, { cause: fault })
  }
}
