/** `mitid session`: for scripts with many commands, which run one after the other in one process. */
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { Outcome } from './command.ts'
import { runCommand } from './run-command.ts'

export const sessionHelp = `mitid session: many commands in one process, for scripts

  mitid session

Each line of the input is one command, as a JSON array of words. It is answered by one line, in the
order of the input, and no refusal ends the session; its end is that of the input.

  ["show-events","--user-id=ID"]   {"ok":true,"answer":[...]}
  ["fly"]                          {"ok":false,"kind":"usage","message":"There is no command \\"fly\\"."}

A file is named: the input has the commands, so "-" is refused.
`

const Words = z.tuple([z.string()], z.string())

/** Ends with its input: who started it and is gone leaves nothing behind. */
export async function session(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<void> {
  for await (const line of createInterface({ input }))
    output.write(`${JSON.stringify(told(await carryOut(line)))}\n`)
}

async function carryOut(line: string): Promise<Outcome> {
  const words = wordsOf(line)
  if (!words) return { ok: false, kind: 'usage', sentence: 'A command is a JSON array of words.' }
  const [name, ...args] = words
  if (args.some((word) => /^(?:-|--file=-)$/u.test(word)))
    return { ok: false, kind: 'usage', sentence: 'The input has the commands: name a file.' }
  return runCommand(name, args)
}

function wordsOf(line: string): z.infer<typeof Words> | undefined {
  try {
    return Words.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}

function told(outcome: Outcome): object {
  return outcome.ok
    ? { ok: true, answer: outcome.json }
    : { ok: false, kind: outcome.kind, message: outcome.sentence }
}
