/** A citizen as the house knows them once their identity has been proved. */
import { idOf, type Brand, type Id, type Instant } from '@open-mitid/kernel'
import { nsisLevels, type Language, type NsisLevel } from '@open-mitid/protocol'
import type { Contact } from './contact.ts'
import type { CprNumber } from './cpr-number.ts'
import type { UserId } from './user-id.ts'

export type PersonId = Id<'per'>
export const PersonId = idOf('per')

/** A level of assurance of NSIS, as the protocol names them. */
export type AssuranceLevel = NsisLevel

export const AssuranceLevel = {
  parse(text: unknown): AssuranceLevel | undefined {
    return nsisLevels.find((level) => level === text)
  },
  /** The level of a sign-in is the lower of what the person and the authenticator carry. */
  lower(one: AssuranceLevel, other: AssuranceLevel): AssuranceLevel {
    return nsisLevels.indexOf(one) <= nsisLevels.indexOf(other) ? one : other
  },
}

/** A full name, NFC, one line, 1 to 200 characters. */
export type PersonName = Brand<string, 'PersonName'>

export const PersonName = {
  parse(text: string): PersonName | undefined {
    const name = text.normalize('NFC').replace(/\s+/gu, ' ').trim()
    const long = name.length === 0 || name.length > 200
    return long || /\p{C}/u.test(name) ? undefined : (name as PersonName)
  },
}

/** Whole years from which somebody may have a MitID (product §A). */
export const leastAge = 13

/** A calendar date, `YYYY-MM-DD`. */
export type BirthDate = Brand<string, 'BirthDate'>

export const BirthDate = {
  parse(text: string): BirthDate | undefined {
    if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return undefined
    const date = new Date(`${text}T00:00:00Z`)
    const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
    return exists ? (text as BirthDate) : undefined
  },
  /** Whole years at `now`; who is born on 29 February grows older on 1 March. */
  age(born: BirthDate, now: Instant): number {
    const today = new Date(now * 1000).toISOString().slice(0, 10)
    const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4))
    return today.slice(5) < born.slice(5) ? years - 1 : years
  },
}

export type Person = {
  readonly id: PersonId
  readonly state: 'active' | 'blocked'
  readonly userId: UserId
  readonly name: PersonName
  readonly address?: string
  readonly cpr?: CprNumber
  readonly birthDate: BirthDate
  /** Name and address protection: neither is given to services. */
  readonly protected: boolean
  readonly ial: AssuranceLevel
  readonly language: Language
  readonly contacts: readonly Contact[]
  readonly createdAt: Instant
}
