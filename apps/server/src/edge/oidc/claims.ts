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

/** The names of the claims that a scope gives of this person, for the ledger. */
export function claimsGiven(signedIn: SignedIn, scope: string): string[] {
  const scopes = scope.split(' ')
  const names = Object.entries(scopeClaims).flatMap(([name, claims]) =>
    scopes.includes(name) ? claims : [],
  )
  const claims = claimsOf(signedIn)
  return names.filter((name) => claims[name] !== undefined)
}

export function claimsOf(signedIn: SignedIn): Readonly<Partial<Record<Claim, unknown>>> {
  const { person, completedAt } = signedIn
  const loa = uriOfLevel(signedIn.loa)
  const { birthDate, cpr } = person
  return {
    sub: signedIn.sub,
    acr: loa,
    amr: ['code_app'],
    auth_time: completedAt,
    loa,
    ial: uriOfLevel(person.ial),
    aal: uriOfLevel(signedIn.aal),
    phr: signedIn.phr,
    transaction_id: signedIn.signIn,
    'mitid.uuid': signedIn.sub,
    'mitid.approval': signedIn.statement,
    birthdate: birthDate,
    'mitid.age': BirthDate.age(birthDate, completedAt),
    'mitid.date_of_birth': birthDate,
    'mitid.has_cpr': cpr !== undefined,
    // Who has name and address protection is not named to anybody.
    ...(person.protected ? {} : { name: person.name, 'mitid.identity_name': person.name }),
    ...(cpr === undefined ? {} : { 'dk.cpr': cpr }),
  }
}
