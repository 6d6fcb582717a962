/** The whole country as programs: who they are, where they listen, and in which order they start. */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CommandFailed, openMitid, type MitidCommand } from './command.ts'
import { peopleOf, type Citizen, type People } from './people/people.ts'
import { start, type Running } from './program.ts'

/** Where each program is reached; the number is added to the first port. */
export const places = {
  start: 0,
  signIn: 1,
  app: 2,
  citizen: 3,
  desk: 4,
  borger: 5,
  bank: 6,
  inbox: 7,
  nemid: 8,
  cprRegister: 9,
  codeDevice: 10,
  passport: 11,
  smtp: 25,
  smpp: 26,
} as const
/** Where `npm run mitid-reader` listens, which somebody starts by hand at a computer with a reader. */
export const readerPlace = 12
export type Place = keyof typeof places
export type Origins = Readonly<Record<Place, string>>

export type Setting = {
  readonly root: string
  /** Where keys, messages and secrets of this country are kept; the database is elsewhere. */
  readonly data: string
  readonly firstPort: number
  /** Where people reach the programs: `http://localhost:3001` and so on. */
  readonly origins: Origins
  /** Environment for every program, for a sandbox that is reached by another name. */
  readonly env: Readonly<Record<string, string>>
}

export type Country = {
  readonly people: People
  readonly mitid: MitidCommand
  /** Answers when one of the programs has ended by itself. */
  readonly broken: Promise<{ readonly name: string; readonly said: string }>
  stop(): Promise<void>
}

/** Starts everything, told step by step through `tell`, and answers when all are ready. */
export async function startCountry(
  setting: Setting,
  tell: (step: string) => void,
): Promise<Country> {
  const running: Running[] = []
  const { data } = setting
  const program = async (name: string, folder: string, env: Readonly<Record<string, string>>) => {
    tell(name)
    const script = join(setting.root, folder, 'dist', 'main.js')
    running.push(await start({ name, script, env: { ...setting.env, ...env } }))
  }
  const stop = async () => {
    for (const one of running.splice(0).reverse()) await one.stop()
    await mitid.close()
  }
  const port = (place: Place) => String(setting.firstPort + places[place])
  await mkdir(data, { recursive: true })
  const people = peopleOf(await foundedOn(data))
  const cprToken = await keptSecret(data, 'cpr-register.token')
  const nemidSecret = await keptSecret(data, 'nemid.secret')
  const nemidKeys = await keptKeys(data, 'nemid')
  const server = {
    MITID_ENV: 'sandbox',
    PORT_BASE: String(setting.firstPort),
    MITID_KEYS: join(data, 'keys'),
    SMTP_URL: `smtp://127.0.0.1:${port('smtp')}`,
    SMPP_URL: `smpp://127.0.0.1:${port('smpp')}`,
    PRINT_URL: setting.origins.inbox,
    CPR_URL: setting.origins.cprRegister,
    CPR_TOKEN: cprToken,
    NEMID_URL: setting.origins.nemid,
    NEMID_SECRET: nemidSecret,
    NEMID_JWKS: nemidKeys.jwksFile,
    LOST_DOCUMENTS_URL: `${setting.origins.passport}/lost-documents`,
    CHIP_ORIGIN: setting.origins.passport,
    READER_ORIGIN: `http://127.0.0.1:${String(setting.firstPort + readerPlace)}`,
    ...setting.env,
  }
  const mitid = openMitid(join(setting.root, 'apps/server/dist/mitid.js'), server)
  try {
    tell('database')
    await mitid('migrate', '--clock', 'adjustable')
    const persons = await listed(data, 'cpr-register.json', people.register)
    const nemidHolders = await listed(data, 'nemid.json', people.nemid)
    const passportHolders = await listed(data, 'passports.json', people.passports)
    const codeDevices = program('code devices', 'surroundings/code-device', {
      PORT: port('codeDevice'),
      ORIGIN: setting.origins.codeDevice,
      DATA_FOLDER: join(data, 'code-device'),
    })
    const passports = program('passports', 'surroundings/passport', {
      PORT: port('passport'),
      ORIGIN: setting.origins.passport,
      APP_ORIGIN: setting.origins.app,
      HOLDERS_FILE: passportHolders,
      DATA_FOLDER: join(data, 'passport'),
    })
    const [{ borgerSecret, bankKey }] = await Promise.all([
      registerServices(mitid, setting, data),
      registerCitizens(mitid, people.citizens, data),
      Promise.all([passports, codeDevices]).then(() => supply(mitid, data)),
      program('post', 'surroundings/post', {
        PORT: port('inbox'),
        ORIGIN: setting.origins.inbox,
        SMTP_PORT: port('smtp'),
        SMPP_PORT: port('smpp'),
        DATA_FOLDER: join(data, 'post'),
      }),
      program('CPR register', 'surroundings/cpr-register', {
        PORT: port('cprRegister'),
        ORIGIN: setting.origins.cprRegister,
        TOKEN: cprToken,
        PERSONS_FILE: persons,
        DATA_FOLDER: join(data, 'cpr-register'),
      }),
      program('NemID', 'surroundings/nemid', {
        PORT: port('nemid'),
        ORIGIN: setting.origins.nemid,
        CLIENT_ID: 'mitid',
        CLIENT_SECRET: nemidSecret,
        SIGNING_KEY_FILE: nemidKeys.keyFile,
        HOLDERS_FILE: nemidHolders,
        DATA_FOLDER: join(data, 'nemid'),
      }),
      program('server', 'apps/server', server),
    ])
    await Promise.all([
      program('borger', 'surroundings/borger', {
        PORT: port('borger'),
        ORIGIN: setting.origins.borger,
        ISSUER: setting.origins.signIn,
        CLIENT_SECRET: borgerSecret,
      }),
      program('bank', 'surroundings/bank', {
        PORT: port('bank'),
        ORIGIN: setting.origins.bank,
        ISSUER: setting.origins.signIn,
        CLIENT_KEY_FILE: bankKey,
      }),
    ])
    const broken = Promise.race(
      running.map(async (one) => ({ name: one.name, said: (await one.ended).said })),
    )
    return { people, mitid, broken, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** One after the other: both are events of the system itself. */
async function supply(mitid: MitidCommand, data: string): Promise<void> {
  await trustUtopia(mitid, join(data, 'passport/published'))
  await takeDelivery(mitid, join(data, 'code-device'))
}

/** The first start takes into stock what the factory has delivered, as an operator would. */
async function takeDelivery(mitid: MitidCommand, folder: string): Promise<void> {
  const taken = join(folder, 'delivery.taken')
  const isTaken = await readFile(taken).then(
    () => true,
    () => false,
  )
  if (isTaken) return
  const [seedFile, keyFile] = [join(folder, 'delivery.xml'), join(folder, 'delivery.key')]
  try {
    await mitid('import-devices', seedFile, `--key-file=${keyFile}`)
  } catch (error) {
    // Stopped between the two: it is in stock already.
    if (!(error instanceof CommandFailed) || error.kind !== 'serial-known') throw error
  }
  await writeFile(taken, '')
}

/** As an operator trusts any state: by the lists that it publishes. */
async function trustUtopia(mitid: MitidCommand, published: string): Promise<void> {
  const publisher = `--publisher=${join(published, 'utopia.cer')}`
  await mitid('import-master-list', join(published, 'utopia.ml'), publisher)
  await mitid('import-crl', join(published, 'utopia.crl'))
}

/** The day on which this country was first started: its people are reckoned from it, and stay. */
async function foundedOn(data: string): Promise<Date> {
  const file = join(data, 'founded')
  const kept = await readFile(file, 'utf8').catch(() => undefined)
  const day = kept ?? new Date().toISOString().slice(0, 10)
  if (kept === undefined) await writeFile(file, day)
  return new Date(`${day}T12:00:00Z`)
}

async function keptSecret(data: string, name: string): Promise<string> {
  const file = join(data, name)
  const kept = await readFile(file, 'utf8').catch(() => undefined)
  const secret = kept ?? randomBytes(32).toString('base64url')
  if (kept === undefined) await writeFile(file, secret, { mode: 0o600 })
  return secret
}

async function listed(data: string, name: string, people: readonly object[]): Promise<string> {
  const file = join(data, name)
  await writeFile(file, JSON.stringify(people), { mode: 0o600 })
  return file
}

async function registerCitizens(mitid: MitidCommand, people: readonly Citizen[], data: string) {
  const file = await listed(data, 'citizens.json', people)
  await mitid('create-person', '--file', file, '--skip-existing')
}

async function registerServices(mitid: MitidCommand, { origins }: Setting, data: string) {
  const { keyFile, jwksFile } = await keptKeys(data, 'bank')
  const [borgerSecret] = await Promise.all([
    register(mitid, 'borger', join(data, 'borger.secret'), [
      '--name=Borger',
      '--org=Borger',
      '--domain=borger.example',
      `--redirect-uri=${origins.borger}/callback`,
      `--post-logout-redirect-uri=${origins.borger}/`,
      '--cpr',
    ]),
    mitid(
      'register-service',
      '--client-id=sundby-bank',
      '--name=Sundby Bank',
      '--org=Sundby Bank',
      '--domain=bank.example',
      `--redirect-uri=${origins.bank}/callback`,
      `--post-logout-redirect-uri=${origins.bank}/`,
      `--jwks=${jwksFile}`,
      '--replace',
    ),
  ])
  return { borgerSecret, bankKey: keyFile }
}

/** A service with a secret: the command tells it once, so it is kept where the service starts from. */
async function register(
  mitid: MitidCommand,
  clientId: string,
  secretFile: string,
  args: readonly string[],
): Promise<string> {
  const kept = await readFile(secretFile, 'utf8').catch(() => undefined)
  const options = kept === undefined ? ['--secret'] : [`--secret-file=${secretFile}`]
  const told = await mitid(
    'register-service',
    `--client-id=${clientId}`,
    ...args,
    ...options,
    '--replace',
  )
  if (kept !== undefined) return kept
  if (typeof told !== 'object' || told === null || !('client_secret' in told))
    throw new CommandFailed('register-service told no secret', undefined)
  const secret = String(told.client_secret)
  await writeFile(secretFile, secret, { mode: 0o600 })
  return secret
}

type KeyFiles = { readonly keyFile: string; readonly jwksFile: string }

/** A signing key that others know by its public half: the bank's (RFC 7523), NemID's. */
async function keptKeys(data: string, name: string): Promise<KeyFiles> {
  const [keyFile, jwksFile] = [join(data, `${name}.key.json`), join(data, `${name}.jwks.json`)]
  const kept = await readFile(keyFile, 'utf8').catch(() => undefined)
  if (kept === undefined) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const naming = { kid: `${name}-${randomBytes(6).toString('hex')}`, alg: 'ES256', use: 'sig' }
    const secret = JSON.stringify({ ...privateKey.export({ format: 'jwk' }), ...naming })
    const open = { keys: [{ ...publicKey.export({ format: 'jwk' }), ...naming }] }
    await writeFile(jwksFile, JSON.stringify(open))
    await writeFile(keyFile, secret, { mode: 0o600 })
  }
  return { keyFile, jwksFile }
}
