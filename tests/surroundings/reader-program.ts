/** `mitid-reader` as somebody starts it at a computer with a reader. */
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import process from 'node:process'

export type ReaderProgram = {
  readonly origin: string
  /** The code that stands on its screen: the next, after the one named. */
  code(after?: string): Promise<string>
  /** All that it has said. */
  said(): string
  /** Enter is pressed. */
  enter(): void
  stop(): Promise<void>
}

const script = join(
  resolve(import.meta.dirname, '../..'),
  'apps/chip-reader/command/mitid-reader.ts',
)

export async function openReaderProgram(
  given: { readonly app: string; readonly port: number; readonly reader?: string },
  env: Readonly<Record<string, string>>,
): Promise<ReaderProgram> {
  const { app, port, reader } = given
  const named = reader === undefined ? [] : ['--reader', reader]
  const args = [script, '--app', app, '--port', String(port), '--language', 'en', ...named]
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env } })
  let said = ''
  const hears = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => {
      said += piece.toString()
      for (const hear of hears) hear()
    })
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  const program: ReaderProgram = {
    origin: `http://127.0.0.1:${String(port)}`,
    said: () => said,
    enter: () => void child.stdin.write('\n'),
    code: (after) =>
      new Promise((found, failed) => {
        const look = () => {
          const code = [...said.matchAll(/^ {4}([0-9A-Z]{4}-[0-9A-Z]{4})$/gmu)].at(-1)?.[1]
          if (code === undefined || code === after) return
          hears.delete(look)
          found(code)
        }
        hears.add(look)
        void ended.then(() => failed(new Error(said)))
        look()
      }),
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
  await program.code()
  return program
}
