/**
 * Everybody in the sandbox's country, from one source: who has a MitID already, what the CPR
 * register knows of each, and who has NemID.
 */
import { addressOf, dated, nameOf, type Dated } from './draft.ts'
import { withMitid } from './with-mitid.ts'
import { withoutMitid } from './without-mitid.ts'

export type People = {
  readonly citizens: readonly Citizen[]
  readonly newcomers: readonly Newcomer[]
  /** As `surroundings/cpr-register` takes them. */
  readonly register: readonly object[]
  /** As `surroundings/nemid` takes them. */
  readonly nemid: readonly object[]
  /** As `surroundings/passport` takes them. */
  readonly passports: readonly object[]
}

/** Somebody with a MitID, as the command `create-person` takes them. */
export type Citizen = {
  readonly user_id: string
  readonly name: string
  readonly address?: string
  readonly birth_date: string
  readonly cpr: string
  readonly phone?: string
  readonly email?: string
  readonly language: 'da' | 'en'
  readonly protected?: true
}

/** Somebody who has no MitID yet. */
export type Newcomer = {
  readonly key: string
  readonly name: string
  readonly birth_date: string
  readonly cpr: string
  readonly address?: string
  readonly protected?: true
  readonly status?: Dated['status']
  readonly nemid?: Dated['nemid']
}

export function peopleOf(founded: Date): People {
  const everybody = dated([...withMitid, ...withoutMitid], founded)
  return {
    citizens: everybody.flatMap(citizenOf),
    newcomers: everybody.filter(({ mitid }) => mitid === undefined).map(newcomerOf),
    register: everybody.map(entryOf),
    nemid: everybody.flatMap(holderOf),
    passports: everybody.flatMap(passportOf),
  }
}

function citizenOf(person: Dated): readonly Citizen[] {
  if (person.mitid === undefined) return []
  const { userId, ...contacts } = person.mitid
  const { language = 'da' } = person
  return [{ user_id: userId, ...commonOf(person), ...contacts, language }]
}

function newcomerOf(person: Dated): Newcomer {
  const { key, status, nemid } = person
  return { key, ...commonOf(person), ...(status && { status }), ...(nemid && { nemid }) }
}

function commonOf(person: Dated) {
  const address = addressOf(person)
  return {
    name: nameOf(person),
    birth_date: person.birthDate,
    cpr: person.cpr,
    ...(address === undefined ? {} : { address }),
    ...(person.protected && { protected: person.protected }),
  }
}

function entryOf(person: Dated) {
  const { cpr, birthDate, first, middle, last, address } = person
  return {
    cpr,
    birthDate,
    firstNames: first,
    ...(middle === undefined ? {} : { middleName: middle }),
    lastName: last,
    status: person.status ?? 'bopael_i_danmark',
    protected: person.protected ?? false,
    ...(address && { address }),
  }
}

function holderOf(person: Dated): readonly object[] {
  if (person.nemid === undefined) return []
  return [{ key: person.key, name: nameOf(person), cpr: person.cpr, ...person.nemid }]
}

function passportOf(person: Dated): readonly object[] {
  const { key, first, middle, last, cpr, birthDate, passport } = person
  if (passport === undefined) return []
  const givenNames = middle === undefined ? first : `${first} ${middle}`
  // The last digit of a CPR number is even for women.
  const sex = Number(cpr.slice(-1)) % 2 === 0 ? 'F' : 'M'
  return [{ key, givenNames, surname: last, cpr, birthDate, sex, kind: passport }]
}
