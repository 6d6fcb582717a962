/** What a service is told about a person who signed in (protocols §6). */
import { BirthDate } from '@open-mitid/identity/person'
import type { Client } from '@open-mitid/identity/service'
import type { SignedIn } from '@open-mitid/postgres/oidc'
import { uriOfLevel } from './assurance.ts'

/** The claims of each scope; the library gives no others. */
export const scopeClaims = {
  openid: [
    'sub',
    'acr',
    'amr',
    'auth_time',
    'loa',
    'ial',
    'aal',
    'phr',
    'transaction_id',
    'mitid.uuid',
    'mitid.approval',
  ],
  profile: ['name', 'birthdate'],
  mitid: ['mitid.identity_name', 'mitid.age', 'mitid.date_of_birth', 'mitid.has_cpr'],
  ssn: ['dk.cpr'],
} as const satisfies Record<string, readonly string[]>

type Claim = (typeof scopeClaims)[keyof typeof scopeClaims][number]

/** `dk.cpr` takes a recorded legal basis; a client without it may not even ask. */
export function scopesOf(client: Pick<Client, 'legalBases'>): string {
  return client.legalBases.includes('cpr') ? 'openid profile mitid ssn' : 'openid profile mitid'
}

/** The claims that a scope gives of this person, and nothing opened for any other. */
export function claimsOf(signedIn: SignedIn, scope: string): Readonly<Record<string, unknown>> {
  const scopes = scope.split(' ')
  const names = Object.entries(scopeClaims).flatMap(([name, claims]) =>
    scopes.includes(name) ? claims : [],
  )
  const given: Record<string, unknown> = {}
  for (const name of names) {
    const value = claims[name](signedIn)
    if (value !== undefined) given[name] = value
  }
  return given
}

const claims: Readonly<Record<Claim, (signedIn: SignedIn) => unknown>> = {
  sub: ({ sub }) => sub,
  acr: ({ loa }) => uriOfLevel(loa),
  amr: amrOf,
  auth_time: ({ completedAt }) => completedAt,
  loa: ({ loa }) => uriOfLevel(loa),
  ial: ({ ial }) => uriOfLevel(ial),
  aal: ({ aal }) => uriOfLevel(aal),
  phr: ({ phr }) => phr,
  transaction_id: ({ signIn }) => signIn,
  'mitid.uuid': ({ sub }) => sub,
  'mitid.approval': ({ statement }) => statement,
  name: nameOf,
  birthdate: ({ person }) => person.birthDate,
  'mitid.identity_name': nameOf,
  'mitid.age': ({ person, completedAt }) => BirthDate.age(person.birthDate, completedAt),
  'mitid.date_of_birth': ({ person }) => person.birthDate,
  'mitid.has_cpr': ({ person }) => person.cpr !== undefined,
  'dk.cpr': ({ person }) => person.cpr,
}

/** Who has name and address protection is not named to anybody. */
function nameOf({ person }: SignedIn): string | undefined {
  return person.protected ? undefined : person.name
}

/** How the person proved themselves, by the names that Danish services know (protocols §6). */
export function amrOf({ device }: Pick<SignedIn, 'device'>): string[] {
  return device === undefined ? ['code_app'] : ['password', deviceNames[device]]
}

const deviceNames = { 'code-display': 'code_token', 'audio-reader': 'code_reader' } as const
