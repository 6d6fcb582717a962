/** `mitid-reader`: lets the app on this computer read a passport on a PC/SC reader, while somebody allows it. */
import type { Bytes } from '@open-mitid/kernel'
import { TypedCode } from '@open-mitid/protocol'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { openPairing, type PairingNews } from '../src/pairing.ts'
import { openPcSc } from '../src/pc-sc.ts'
import { readerWeb } from '../src/reader-web.ts'
import type { Readers } from '../src/readers.ts'
import { words } from '../src/words.ts'

const help = `mitid-reader: a passport reader (PC/SC) for the MitID app on this computer

  mitid-reader [--app ORIGIN] [--port PORT] [--reader NAME] [--language da|en]

It shows a code to type in the app. From then on the app, and nobody else, can read the passport on
the reader for ten minutes; Enter ends that, Ctrl+C the program. Nothing is kept or logged.

options
  --app ORIGIN     whose pages may ask (default: http://localhost:3002)
  --port PORT      on 127.0.0.1 (default: 3012); the server's READER_ORIGIN names it
  --reader NAME    a part of the name of the reader to use, where there are several
  --language       of what is told here (default: as the computer is set)
  --help           this text

exit codes: 0 ended, 2 wrongly called, 3 no reader can be used on this computer
`

const { values } = parse()
const told = words[languageOf(values.language ?? process.env['LANG'] ?? '')]
const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))
const say = (text: string) => process.stdout.write(`${text}\n\n`)

if (values.help) {
  process.stdout.write(help)
  process.exit(0)
}
const port = /^\d{1,5}$/u.test(values.port) ? Number(values.port) : 0
if (port < 1 || port > 65_535 || !isOrigin(values.app)) {
  process.stderr.write(help)
  process.exit(2)
}
const readers = (await openPcSc()) ?? end(told.noLibrary)
say(told.title)
say(standing(readers))
const pairing = openPairing({ now: () => Math.floor(Date.now() / 1000), random, tell })
const { web, letGo } = readerWeb({
  host: `127.0.0.1:${String(port)}`,
  appOrigin: values.app,
  pairing,
  readers,
  only: values.reader,
  random,
})
await web.listen({ port, host: '127.0.0.1' }).catch(() => end(told.noPort(port)))
pairing.settle()
setInterval(() => pairing.settle(), 1000).unref()
process.stdin.on('data', () => pairing.end()).unref()
for (const sign of ['SIGINT', 'SIGTERM'] as const)
  process.once(sign, () => {
    void web.close().then(() => {
      say(told.stopped)
      process.exit(0)
    })
  })

function tell(news: PairingNews): void {
  switch (news.is) {
    case 'code':
      if (news.because === 'wrong-codes') say(told.wrongCodes)
      say(told.code(TypedCode.show(news.code), values.app))
      return
    case 'paired':
      say(told.paired(news.until))
      return
    case 'ended':
      letGo()
      say(told.ended)
  }
}

function standing(present: Readers): string {
  try {
    const names = present.list().map(({ name }) => name)
    return names.length > 0 ? told.readers(names) : told.noReaders
  } catch {
    return told.noService
  }
}

function languageOf(text: string): 'da' | 'en' {
  return text.startsWith('da') ? 'da' : 'en'
}

function isOrigin(text: string): boolean {
  return (
    URL.canParse(text) && /^https?:$/u.test(new URL(text).protocol) && new URL(text).origin === text
  )
}

function end(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(3)
}

function parse() {
  try {
    return parseArgs({
      options: {
        app: { type: 'string', default: 'http://localhost:3002' },
        port: { type: 'string', default: '3012' },
        reader: { type: 'string' },
        language: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${help}`)
    process.exit(2)
  }
}
