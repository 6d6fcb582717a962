/** Who may import whom: every room, the rooms that it may use, and the rule in words. */
export type Room = {
  readonly folder: string
  readonly mayImport: readonly string[]
  readonly rule: string
}

const kernel = 'packages/kernel'
const protocol = 'packages/protocol'
const identity = 'packages/identity'
const icao9303 = 'packages/icao9303'
const postgres = 'packages/postgres'
const ui = 'packages/ui'

/** A folder that is not in this table may import nothing of ours but itself. */
export const rooms: readonly Room[] = [
  { folder: kernel, mayImport: [], rule: 'kernel imports nothing of ours' },
  { folder: icao9303, mayImport: [], rule: 'icao9303 imports nothing of ours' },
  { folder: ui, mayImport: [], rule: 'ui imports nothing of ours' },
  { folder: protocol, mayImport: [kernel], rule: 'protocol imports kernel only' },
  {
    folder: identity,
    mayImport: [kernel, protocol, icao9303],
    rule: 'identity imports kernel, protocol and icao9303',
  },
  {
    folder: postgres,
    mayImport: [kernel, identity],
    rule: 'postgres imports kernel and what identity asks of it',
  },
  {
    folder: 'apps/server',
    mayImport: [kernel, protocol, identity, icao9303, postgres, ui],
    rule: 'the server imports packages, and no application or surroundings',
  },
  {
    folder: 'apps/phone',
    mayImport: [kernel, protocol, ui, icao9303],
    rule: 'the phone imports kernel, protocol, ui and icao9303',
  },
  {
    folder: 'apps/chip-reader',
    mayImport: [kernel, protocol, ui],
    rule: 'the reader of chips imports kernel, protocol and ui',
  },
  {
    folder: 'apps/phone-android',
    mayImport: [],
    rule: 'the Android shell imports nothing of ours: it shows the app, which comes over the network',
  },
  {
    folder: 'apps/sandbox',
    mayImport: [kernel, ui],
    rule: 'the sandbox imports kernel and ui, and starts the others as programs',
  },
  {
    folder: 'surroundings/passport',
    mayImport: [kernel, ui, icao9303],
    rule: 'the passport imports kernel, ui and icao9303',
  },
  {
    folder: 'surroundings/bank',
    mayImport: [kernel, ui, protocol],
    rule: 'the bank imports kernel, ui and the verifier of protocol',
  },
  ...['borger', 'post', 'cpr-register', 'nemid', 'code-device'].map((name) => ({
    folder: `surroundings/${name}`,
    mayImport: [kernel, ui],
    rule: `${name} imports kernel and ui, and reaches the server over the network`,
  })),
]

/** The edges of the server, which share its outbound adapters and nothing with each other. */
export const edges = ['oidc', 'sign-in', 'phone', 'citizen', 'desk'] as const

/** The contexts of identity: each may use those it names, by their `index.ts`. Nobody uses notice. */
export const contexts: Readonly<Record<string, readonly string[]>> = {
  ledger: [],
  keys: ['ledger'],
  letter: ['ledger', 'keys'],
  person: ['ledger', 'keys'],
  service: ['ledger', 'keys'],
  authenticator: ['ledger', 'keys', 'letter', 'person', 'service'],
  enrolment: ['ledger', 'keys', 'letter', 'person', 'service', 'authenticator'],
  'sign-in': ['ledger', 'keys', 'person', 'service', 'authenticator'],
  casework: [
    'ledger',
    'keys',
    'letter',
    'person',
    'service',
    'authenticator',
    'enrolment',
    'sign-in',
  ],
  notice: ['ledger', 'letter', 'person'],
}
