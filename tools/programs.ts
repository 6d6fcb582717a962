/** Every program of the house and what is built of it into its `dist/`. */
export type Program = {
  readonly folder: string
  /** Started by Node: the source of `dist/main.js`. */
  readonly server?: string
  /** Threads that the program starts: the source of `dist/NAME.js`, by name. */
  readonly threads?: Readonly<Record<string, string>>
  /** Commands that other programs run: the source of `dist/NAME.js`, by name. */
  readonly commands?: Readonly<Record<string, string>>
  /** Loaded by browsers: folder of scripts and style sheets -> folder in `dist/`. */
  readonly clients?: Readonly<Record<string, string>>
  /** An application of its own, whose page is the entry. */
  readonly page?: string
  /** Its service worker, built without shared chunks to the root of `dist/`. */
  readonly serviceWorker?: string
  /** What browsers load also lies there packed, for a server that sends it so. */
  readonly packed?: true
}

const site = { server: 'src/main.ts', clients: { 'src/client': 'client' } }

export const programs: readonly Program[] = [
  {
    folder: 'apps/server',
    server: 'src/main.ts',
    threads: {
      'inspector-thread': 'src/outbound/passport-inspector/inspector-thread.ts',
      'face-thread': 'src/outbound/face/face-thread.ts',
    },
    commands: { mitid: 'command/mitid.ts' },
    clients: {
      'src/edge/sign-in/client': 'box',
      'src/edge/citizen/client': 'citizen',
      'src/edge/desk/client': 'desk',
    },
    packed: true,
  },
  {
    folder: 'apps/phone',
    page: 'index.html',
    serviceWorker: 'src/service-worker.ts',
    packed: true,
  },
  { folder: 'apps/sandbox', ...site },
  { folder: 'surroundings/post', ...site },
  { folder: 'surroundings/borger', ...site },
  { folder: 'surroundings/bank', ...site },
  { folder: 'surroundings/cpr-register', ...site },
  { folder: 'surroundings/passport', ...site },
  { folder: 'surroundings/nemid', ...site },
  { folder: 'surroundings/code-device', ...site },
]
