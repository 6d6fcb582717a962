/** `mitid-verify`: reads an evidence pack and says what it proves. Exit: 0 verified, 1 not, 2 usage. */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { Instant } from '@open-mitid/kernel'
import { EvidenceKeys, verifyEs256, verifyEvidence } from '../src/index.ts'
import { reportLines } from './report-text.ts'

const help = `Usage: npm run mitid-verify -- PACK --keys FILE|URL [--json]

Checks an evidence pack: that the holder of a MitID app approved exactly the text in it.
It needs nothing but the pack and the operator's published evidence keys.

  PACK         the pack, a JSON file, as it was saved from the app
  --keys       the operator's list of evidence keys, a file or an https address
               (the operator publishes it at <issuer>/evidence-keys.json).
               Get it from the operator or an archive, never from whoever gave you the pack.
  --json       print the whole report as JSON
  --help       print this text

Exit: 0 verified, 1 not verified, 2 something could not be read or was asked for wrongly.
`

/** Something that the person at the keyboard can put right. */
class UsageError extends Error {}

async function main(): Promise<number> {
  const { values, positionals } = readArguments()
  if (values.help) {
    process.stdout.write(help)
    return 0
  }
  const [packFile, ...more] = positionals
  if (packFile === undefined || more.length > 0) throw new UsageError('Name one pack. See --help.')
  if (values.keys === undefined) throw new UsageError('Say where the keys are: --keys FILE|URL.')
  const pack = asJson(packFile, await readNamed(packFile))
  const keys = EvidenceKeys.parse(asJson(values.keys, await readKeys(values.keys)))
  if (!keys) throw new UsageError(`${values.keys} is not a list of evidence keys.`)
  const now = Instant.of(Date.now() / 1000)
  const report = verifyEvidence(pack, { keys, verify: verifyEs256, now })
  const text = values.json ? JSON.stringify(report, undefined, 2) : reportLines(report).join('\n')
  process.stdout.write(`${text}\n`)
  return report.verified ? 0 : 1
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        keys: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : 'The arguments cannot be read'
    throw new UsageError(`${why}. See --help.`, { cause: fault })
  }
}

async function readKeys(place: string): Promise<string> {
  return /^https?:/u.test(place) ? fetchKeys(new URL(place)) : readNamed(place)
}

// Over http anybody on the way could put in keys of their own, except on this very machine.
async function fetchKeys(address: URL): Promise<string> {
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(address.hostname)
  if (address.protocol !== 'https:' && !local)
    throw new UsageError('Keys are fetched over https only. Give an https address or a file.')
  try {
    const answer = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(10_000) })
    if (answer.ok) return await answer.text()
    throw new UsageError(
      `${address.href} answered ${String(answer.status)}. Give the keys as a file.`,
    )
  } catch (fault) {
    if (fault instanceof UsageError) throw fault
    throw new UsageError(`${address.href} gave no answer. Give the keys as a file.`, {
      cause: fault,
    })
  }
}

async function readNamed(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (fault) {
    throw new UsageError(`${file} cannot be read. Is the name right?`, { cause: fault })
  }
}

function asJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (fault) {
    throw new UsageError(`${name} is not JSON.`, { cause: fault })
  }
}

try {
  process.exitCode = await main()
} catch (fault) {
  if (!(fault instanceof UsageError)) throw fault
  process.stderr.write(`${fault.message}\n`)
  process.exitCode = 2
}
