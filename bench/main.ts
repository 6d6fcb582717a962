/** `npm run bench -- NAME [--json]`: measures one thing and prints what it found. */
import { describeMachine } from './measure/machine.ts'
import { printed, report, type Findings } from './measure/report.ts'

type Bench = { readonly about: string; readonly load: () => Promise<() => Promise<Findings>> }

const benches: Readonly<Record<string, Bench>> = {
  'sign-in': {
    about: 'CPU of server and PostgreSQL per sign-in against a floor, rate, latency, counts',
    load: async () => (await import('./sign-in/sign-in.ts')).measureSignIn,
  },
  'code-sign-in': {
    about: 'the same for a sign-in by password and code, against its own floor',
    load: async () => (await import('./sign-in/code-sign-in.ts')).measureCodeSignIn,
  },
  told: {
    about: 'time from an approval to its page being told, 4 at once',
    load: async () => (await import('./told.ts')).measureTold,
  },
  waiting: {
    about: 'memory of the server for each of 2,000 waiting pages',
    load: async () => (await import('./waiting.ts')).measureWaiting,
  },
  notices: {
    about: 'time until 10,000 notices have left the queue, and what sign-ins feel of it',
    load: async () => (await import('./notices/notices.ts')).measureNotices,
  },
  size: {
    about: 'bytes before first paint of the MitID box and of the app; needs no clock',
    load: async () => (await import('./size/size.ts')).measureSize,
  },
  start: {
    about: 'time of `npm start` to ready, with and without data; memory of the server at rest',
    load: async () => (await import('./start.ts')).measureStart,
  },
  mrz: {
    about: 'how often the zone of a passport is read at the first picture, and what that costs',
    load: async () => (await import('./mrz/mrz.ts')).measureMrz,
  },
  pskc: {
    about: 'a delivery of 100,000 code devices, from its seed file into stock',
    load: async () => (await import('./pskc.ts')).measurePskc,
  },
  passport: {
    about: 'what a passport costs the server: security object, inspection, BAC, master list',
    load: async () => (await import('./passport/passport.ts')).measurePassport,
  },
  face: {
    about: 'what it costs to compare a face with a passport, and what sign-ins feel of it',
    load: async () => (await import('./face/face.ts')).measureFace,
  },
  alike: {
    about: 'how the comparison of faces tells the drawn ones of the sandbox apart',
    load: async () => (await import('./face/alike.ts')).measureAlike,
  },
  fuzz: {
    about: 'changed files, guided by coverage, into every parser of travel documents',
    load: async () => (await import('./passport/fuzz.ts')).measureFuzz,
  },
  'hostile-tries': {
    about: '100,000 hostile tries of a password, and its owner who signs in afterwards',
    load: async () => (await import('./hostile-tries.ts')).measureHostileTries,
  },
  'user-id': {
    about: 'whether time tells a known user ID from an unknown one',
    load: async () => (await import('./user-id.ts')).measureUserId,
  },
}

const usage = [
  'Usage: npm run bench -- NAME [--json]',
  '',
  ...Object.entries(benches).map(([name, { about }]) => `  ${name.padEnd(12)}  ${about}`),
  '',
  '--json prints one JSON object. The exit code is 1 where a target is missed. See bench/README.md.',
  '',
].join('\n')

const args = process.argv.slice(2)
const [name, ...more] = args.filter((arg) => arg !== '--json')
const bench = name === undefined ? undefined : benches[name]
if (args.includes('--help')) process.stdout.write(usage)
else if (name === undefined || !bench || more.length > 0) {
  process.stderr.write(usage)
  process.exitCode = 1
} else {
  const machine = describeMachine()
  const measure = await bench.load()
  const found = report(name, machine, await measure())
  process.stdout.write(args.includes('--json') ? `${JSON.stringify(found)}\n` : printed(found))
  if (!found.met) process.exitCode = 1
}
