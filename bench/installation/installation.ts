/** An installation to measure: PostgreSQL, the built server, the post, a service and its citizens. */
import { generateKeyPairSync } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openMitid, type MitidCommand } from '../../apps/sandbox/src/command.ts'
import { build } from '../../tools/build.ts'
import type { ServiceClient } from '../load/service.ts'
import { openLine, type Line } from '../load/call.ts'
import { openBenchDatabase, type BenchDatabase } from './database.ts'
import { benchPeople, type BenchPerson } from './people.ts'
import { dataFolder, firstPort, inbox, origins, portOf, ports, root } from './places.ts'
import { startProgram, type Program, type Running } from './program.ts'

export type Installation = {
  readonly database: BenchDatabase
  /** The folder of its key file. */
  readonly keys: string
  /** What its server was told. */
  readonly env: Readonly<Record<string, string>>
  /** The server that runs now. */
  readonly server: () => Running
  readonly people: readonly BenchPerson[]
  readonly service: ServiceClient
  readonly line: Line
  /** A first activation code for this person. */
  readonly codeFor: (person: BenchPerson) => Promise<string>
  /** The newest number of six digits that was sent to this person by SMS. */
  readonly smsCodeOf: (person: BenchPerson) => Promise<string>
  /** Sends the server a message, and answers what it says to that. */
  readonly ask: (message: string) => Promise<unknown>
  /** Starts a worker in a process of its own, beside the server; `env`: what is otherwise for it. */
  readonly startWorker: (env: Readonly<Record<string, string>>) => Promise<Running>
  /** Puts another server in the place of the one that runs. */
  readonly serveBy: (kind: ServerKind) => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * `built`: as it is. `inspected`: Node's inspector listens in it. `counting`: it counts what it
 * does, and has no worker, whose work is no part of a sign-in. `edges`: no worker either. `faces`: it
 * compares faces when it is told to.
 */
type ServerKind = 'built' | 'edges' | 'inspected' | 'counting' | 'faces'

export type OpenInstallation = { readonly people: number; readonly server: ServerKind }

const built = join(root, 'apps/server/dist/main.js')
const kinds: Readonly<Record<ServerKind, Omit<Program, 'heard'>>> = {
  built: { script: built, env: {} },
  edges: { script: built, env: { MITID_ROLES: 'edges' } },
  inspected: { script: built, env: {}, inspector: portOf('inspector') },
  counting: {
    script: join(root, 'bench/sign-in/counting-server.ts'),
    env: { MITID_ROLES: 'edges' },
  },
  faces: { script: join(root, 'bench/face/face-server.ts'), env: {} },
}

const redirectUri = `${origins.service}/callback`

export async function openInstallation(wanted: OpenInstallation): Promise<Installation> {
  await build({ only: ['apps/server', 'apps/phone', 'surroundings/post'] })
  await mkdir(dataFolder, { recursive: true })
  const folder = await mkdtemp(join(dataFolder, 'run-'))
  const closings: (() => unknown)[] = [() => rm(folder, { recursive: true, force: true })]
  const close = async () => {
    while (closings.length > 0) await closings.pop()?.()
  }
  try {
    const database = await openBenchDatabase()
    closings.push(database.close)
    const env = serverEnvironment(database.url, join(folder, 'keys'))
    const mitid = openMitid(join(root, 'apps/server/dist/mitid.js'), env)
    closings.push(mitid.close)
    await mitid('make-keys')
    await mitid('migrate')
    const post = await startProgram({
      script: join(root, 'surroundings/post/dist/main.js'),
      env: {
        PORT: String(portOf('inbox')),
        SMTP_PORT: String(portOf('smtp')),
        SMPP_PORT: String(portOf('smpp')),
      },
    })
    closings.push(post.stop)
    const said = new EventEmitter<{ answer: [unknown] }>()
    const start = (kind: ServerKind) =>
      startProgram({
        ...kinds[kind],
        env: { ...env, ...kinds[kind].env },
        heard: (answer) => said.emit('answer', answer),
      })
    let server = await start(wanted.server)
    closings.push(() => server.stop())
    const people = benchPeople(wanted.people)
    const file = join(folder, 'people.json')
    await writeFile(file, JSON.stringify(people))
    await mitid('create-person', '--file', file)
    const service = await registerService(mitid, join(folder, 'keys.json'))
    const line = openLine(ports)
    closings.push(line.close)
    return {
      database,
      keys: join(folder, 'keys'),
      env,
      server: () => server,
      people,
      service,
      line,
      async codeFor({ user_id: userId }) {
        const issued = await mitid('issue-activation-code', '--user-id', userId)
        return (issued as { code: string }).code
      },
      smsCodeOf: ({ phone }) => smsCode(line, phone),
      async ask(message) {
        const told = once(said, 'answer')
        server.send(message)
        const [answer] = (await told) as [unknown]
        return answer
      },
      async startWorker(other) {
        const worker = await startProgram({
          script: built,
          env: { ...env, ...other, MITID_ROLES: 'worker' },
        })
        closings.push(worker.stop)
        return worker
      },
      async serveBy(kind) {
        await server.stop()
        server = await start(kind)
      },
      close,
    }
  } catch (fault) {
    await close()
    throw fault
  }
}

/** Production, with what production demands: https origins on hosts of their own. */
function serverEnvironment(databaseUrl: string, keys: string): Readonly<Record<string, string>> {
  return {
    MITID_ENV: 'production',
    PORT_BASE: String(firstPort),
    METRICS_PORT: 'off',
    DATABASE_URL: databaseUrl,
    MITID_KEYS: keys,
    ORIGIN_SIGN_IN: origins.signIn,
    ORIGIN_APP: origins.app,
    ORIGIN_CITIZEN: origins.citizen,
    ORIGIN_DESK: origins.desk,
    SMTP_URL: `smtp://127.0.0.1:${String(portOf('smtp'))}`,
    SMPP_URL: `smpp://127.0.0.1:${String(portOf('smpp'))}`,
    LOG_LEVEL: 'info',
  }
}

async function registerService(mitid: MitidCommand, keysFile: string) {
  const clientId = 'bench-bank'
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const naming = { kid: 'bench-1', alg: 'ES256', use: 'sig' }
  const keys = [{ ...publicKey.export({ format: 'jwk' }), ...naming }]
  await writeFile(keysFile, JSON.stringify({ keys }))
  await mitid(
    'register-service',
    `--client-id=${clientId}`,
    '--name=Bench Bank',
    '--org=Bench Bank',
    '--domain=bank.bench.example',
    `--redirect-uri=${redirectUri}`,
    `--jwks=${keysFile}`,
  )
  return {
    clientId,
    privateJwk: { ...privateKey.export({ format: 'jwk' }), ...naming },
    redirectUri,
  }
}

async function smsCode(line: Line, phone: string): Promise<string> {
  const url = `${inbox()}/messages?kind=sms&wait=20&to=${encodeURIComponent(phone)}`
  const answer = await line.call({ method: 'GET', url, headers: { accept: 'application/json' } })
  const { messages } = JSON.parse(answer.body) as { messages: readonly { text: string }[] }
  const shown = /\b\d{3}\s?\d{3}\b/u.exec(messages.at(-1)?.text ?? '')?.[0]
  const code = shown?.replace(/\s/u, '')
  if (code === undefined) throw new Error(`no code came to ${phone}`)
  return code
}
