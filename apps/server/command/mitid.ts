/** `mitid`: the operator's commands. */
import { parseArgs } from 'node:util'
import { changeContactCommand } from './change-contact.ts'
import { changeUserIdCommand } from './change-user-id.ts'
import { changeWishesCommand } from './change-wishes.ts'
import { clockCommand } from './clock.ts'
import { UsageError, type Command, type Outcome } from './command.ts'
import { createPersonCommand } from './create-person.ts'
import { importDevicesCommand } from './import-devices.ts'
import { importCrlCommand } from './import-crl.ts'
import { importMasterListCommand } from './import-master-list.ts'
import { installation } from './installation.ts'
import { issueActivationCodeCommand } from './issue-activation-code.ts'
import { lookUpPersonCommand } from './look-up-person.ts'
import { makeKeysCommand } from './make-keys.ts'
import { migrateCommand } from './migrate.ts'
import {
  renewDeviceCodeCommand,
  reopenDeviceCommand,
  revokeDeviceCommand,
  suspendDeviceCommand,
} from './move-device.ts'
import { orderDeviceCommand } from './order-device.ts'
import { registerServiceCommand } from './register-service.ts'
import { rotateKeysCommand } from './rotate-keys.ts'
import { showDevicesCommand } from './show-devices.ts'
import { showEventsCommand } from './show-events.ts'

const commands: Readonly<Record<string, Command>> = {
  'create-person': createPersonCommand,
  'issue-activation-code': issueActivationCodeCommand,
  'change-contact': changeContactCommand,
  'change-user-id': changeUserIdCommand,
  'change-wishes': changeWishesCommand,
  'import-devices': importDevicesCommand,
  'order-device': orderDeviceCommand,
  'renew-device-code': renewDeviceCodeCommand,
  'suspend-device': suspendDeviceCommand,
  'reopen-device': reopenDeviceCommand,
  'revoke-device': revokeDeviceCommand,
  'show-devices': showDevicesCommand,
  'register-service': registerServiceCommand,
  'look-up-person': lookUpPersonCommand,
  'rotate-keys': rotateKeysCommand,
  'import-master-list': importMasterListCommand,
  'import-crl': importCrlCommand,
  'show-events': showEventsCommand,
  migrate: migrateCommand,
  'make-keys': makeKeysCommand,
  clock: clockCommand,
}

const closing = `options of every command
  --json   the answer as JSON on one line; a refusal as {"kind", "message"}
  --help   this text

Settings come from the environment, as the server's do. Without DATABASE_URL the commands work on
the sandbox of this checkout.

exit codes: 0 done, 1 refused or failed (why, on the error stream), 2 wrongly called
`

process.exitCode = await main(process.argv.slice(2))

async function main([name, ...args]: readonly string[]): Promise<number> {
  const command = name === undefined ? undefined : commands[name]
  if (!command) {
    const asked = name === undefined || name === '--help' || name === 'help'
    if (!asked) process.stderr.write(`There is no command "${name}".\n\n`)
    process[asked ? 'stdout' : 'stderr'].write(overview())
    return asked ? 0 : 2
  }
  const given = installation(process.env)
  const json = args.includes('--json')
  try {
    const values = read(command, args)
    if (values.help === true) {
      process.stdout.write(`mitid ${name ?? ''}: ${command.summary}\n\n`)
      process.stdout.write(`  mitid ${name ?? ''} ${command.usage}\n\n${closing}`)
      return 0
    }
    return tell(await command.run(values, given), json)
  } catch (fault) {
    const sentence = fault instanceof Error ? fault.message : String(fault)
    if (fault instanceof UsageError) {
      tell({ ok: false, kind: 'usage', sentence }, json)
      process.stderr.write(`See: mitid ${name ?? ''} --help\n`)
      return 2
    }
    return tell({ ok: false, kind: 'failed', sentence: sentence || 'It failed.' }, json)
  } finally {
    await given.close()
  }
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

function tell(outcome: Outcome, json: boolean): number {
  if (outcome.ok) {
    const text = json ? JSON.stringify(outcome.json) : outcome.lines.join('\n')
    process.stdout.write(`${text}\n`)
    return 0
  }
  const { kind, sentence } = outcome
  if (json) process.stdout.write(`${JSON.stringify({ kind, message: sentence })}\n`)
  process.stderr.write(`${sentence}\n`)
  return 1
}

function overview(): string {
  const lines = Object.entries(commands).map(
    ([name, { summary }]) => `  mitid ${name.padEnd(22)} ${summary}`,
  )
  return `mitid: the operator's commands\n\n${lines.join('\n')}\n\n  mitid COMMAND --help${' '.repeat(10)}everything about it\n\n${closing}`
}
