/** `npm start`: the whole country on one machine, until it is told to stop. */
import { encodeQR } from 'qr'
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { certify, type Certified } from './authority.ts'
import { places, startCountry, type Origins, type Place } from './country.ts'
import { lanAddress, openTlsEnd } from './lan.ts'
import { busyPort } from './ports.ts'
import { startSite } from './start-site.ts'

/** In a network the programs move aside, so that the TLS ends can have their ports. */
const aside = 100

const onHttp = [
  'start',
  'signIn',
  'app',
  'citizen',
  'desk',
  'borger',
  'bank',
  'inbox',
  'nemid',
  'cprRegister',
  'codeDevice',
  'passport',
] as const

const { values } = parseArgs({
  options: {
    lan: { type: 'boolean', default: false },
    'no-open': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) {
  process.stdout.write(
    'npm start                 the whole country on this machine\n' +
      'npm start -- --lan        also for a phone on the same network, over HTTPS\n' +
      'npm start -- --no-open    without opening a browser\n' +
      'PORT_BASE=4000 npm start  on other ports\n',
  )
} else {
  await run().catch((error: unknown) => {
    say(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  })
}

async function run(): Promise<void> {
  const base = Number(process.env['PORT_BASE'] ?? 3000)
  if (!Number.isInteger(base) || base < 1 || base > 65_000)
    throw new Error('PORT_BASE must be the number of the first port, such as 3000')
  const root = resolve(import.meta.dirname, '../../..')
  const data = join(root, '.data')
  const address = values.lan ? lanAddress() : undefined
  if (values.lan && address === undefined)
    throw new Error('This machine has no address that a phone could reach: join a network first.')
  const firstPort = address === undefined ? base : base + aside
  const wanted = [...portsFrom(firstPort), ...(address === undefined ? [] : portsFrom(base))]
  const busy = await busyPort(wanted)
  if (busy !== undefined)
    throw new Error(
      `Port ${String(busy)} is in use. If the sandbox is running already, open http://localhost:${String(base)}; ` +
        'if not, PORT_BASE=4000 npm start uses other ports.',
    )
  const origins = originsOf(base, address)
  const certified =
    address === undefined ? undefined : await certify(address, join(data, 'lan'), new Date())
  const country = await startCountry(
    { root, data, firstPort, origins, env: certified ? movedTo(origins, certified) : {} },
    (step) => {
      say(`  starting ${step}`)
    },
  )
  const pages = startSite(
    country,
    origins,
    join(import.meta.dirname, 'client'),
    certified && {
      address: origins.start,
      matrix: encodeQR(origins.start, 'raw', { border: 1 }),
      certificate: certified.authority,
    },
  )
  await pages.listen({ port: firstPort + places.start, host: '127.0.0.1' })
  const ends = certified
    ? await Promise.all(
        onHttp.map((place) =>
          openTlsEnd(base + places[place], firstPort + places[place], certified),
        ),
      )
    : []
  say(`\nReady: ${origins.start}\n(Ctrl+C stops it; what happened is kept until npm run reset.)`)
  if (!values['no-open'] && process.stdout.isTTY) openBrowser(origins.start)
  const end = await Promise.race([toldToStop(), country.broken])
  if (end !== 'told') {
    say(`${end.name} has stopped by itself; everything is stopped with it.\n${end.said}`)
    process.exitCode = 1
  }
  for (const one of ends) one.close()
  await pages.close()
  await country.stop()
}

function toldToStop(): Promise<'told'> {
  return new Promise((resolve) => {
    // More than one may come (npm passes on what the shell sends too); one is enough.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        resolve('told')
      })
  })
}

function portsFrom(first: number): number[] {
  return Object.values(places).map((offset) => first + offset)
}

function originsOf(base: number, address: string | undefined): Origins {
  const host = address === undefined ? 'http://localhost' : `https://${address}`
  return Object.fromEntries(
    Object.entries(places).map(([place, offset]) => [place, `${host}:${String(base + offset)}`]),
  ) as Record<Place, string>
}

/** For the programs: where they are reached, and whom the services trust there. */
function movedTo(origins: Origins, { authorityFile }: Certified): Readonly<Record<string, string>> {
  return {
    NODE_EXTRA_CA_CERTS: authorityFile,
    ORIGIN_SIGN_IN: origins.signIn,
    ORIGIN_APP: origins.app,
    ORIGIN_CITIZEN: origins.citizen,
    ORIGIN_DESK: origins.desk,
  }
}

function openBrowser(url: string): void {
  const command = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open'
  spawn(command, [url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref()
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
