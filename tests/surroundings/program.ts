/** A program of the surroundings as it runs in the sandbox, on a port of its own. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { start } from '../../apps/sandbox/src/program.ts'
import { build } from '../../tools/build.ts'

export type Surrounding = {
  readonly origin: string
  /** The folder that it may keep things under, in `kept`. */
  readonly data: string
  /** Asks as a program that says who it is. */
  ask(method: string, path: string, body?: object, headers?: Headers): Promise<Response>
  /** Ends it and starts it again on what it has kept. */
  restart(): Promise<void>
  stop(): Promise<void>
}
type Headers = Readonly<Record<string, string>>

const root = resolve(import.meta.dirname, '../..')

/** `files` are written first; each variable then names its file. */
export async function openSurrounding(
  name: string,
  env: Headers,
  files: Readonly<Record<string, object>>,
): Promise<Surrounding> {
  const folder = `surroundings/${name}`
  await build({ only: [folder] })
  const data = await mkdtemp(join(tmpdir(), `mitid-${name}-`))
  const port = await freePort()
  const origin = `http://localhost:${String(port)}`
  const written = await Promise.all(
    Object.entries(files).map(async ([variable, content]) => {
      const file = join(data, `${variable}.json`)
      await writeFile(file, JSON.stringify(content))
      return [variable, file]
    }),
  )
  const program = {
    name,
    script: join(root, folder, 'dist/main.js'),
    env: {
      ...env,
      ...(Object.fromEntries(written) as Headers),
      PORT: String(port),
      DATA_FOLDER: join(data, 'kept'),
    },
  }
  let running = await start(program)
  return {
    origin,
    data,
    ask: (method, path, body, headers) =>
      fetch(origin + path, {
        method,
        redirect: 'manual',
        headers: {
          'x-requested-by': 'tests',
          ...(body && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body && { body: JSON.stringify(body) }),
      }),
    async restart() {
      await running.stop()
      running = await start(program)
    },
    async stop() {
      await running.stop()
      await rm(data, { recursive: true })
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => {
        found(port)
      })
    })
  })
}
