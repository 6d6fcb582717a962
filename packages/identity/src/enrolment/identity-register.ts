/** The port to the Central Person Register (CPR): what the state knows of one person. */
import type { Result } from '@open-mitid/kernel'
import type { BirthDate, CprNumber, PersonName } from '../person/index.ts'
import type { OutsideFault } from './outside-fault.ts'

/** Where somebody is by the register; letters and people reach residents alone. */
export type RegisterStatus =
  'resident' | 'greenland' | 'emigrated' | 'missing' | 'dead' | 'not-resident' | 'annulled'

export type RegisteredPerson = {
  readonly cpr: CprNumber
  readonly name: PersonName
  readonly birthDate: BirthDate
  readonly status: RegisterStatus
  /** As on an envelope, without the name; a foreign one ends with the country. */
  readonly address: readonly [string, ...string[]] | undefined
  /** Name and address protection: known here, and given to nobody. */
  readonly protected: boolean
}

export type IdentityRegisterRefusal =
  { readonly kind: 'person-unknown' } | { readonly kind: 'persons-several' } | OutsideFault

/**
 * Each look-up about a person is an event that the person sees (`cprLookedUp`): whoever asks writes
 * it, whatever the answer was.
 */
export type IdentityRegister = {
  /** Answers the person of exactly this number. */
  find(by: { readonly cpr: CprNumber }): Promise<Result<RegisteredPerson, IdentityRegisterRefusal>>
  /** For papers without a number. The name may be spelt as machines read it (ICAO 9303-3 §6). */
  findByName(by: {
    readonly name: PersonName
    readonly birthDate: BirthDate
  }): Promise<Result<RegisteredPerson, IdentityRegisterRefusal>>
}
