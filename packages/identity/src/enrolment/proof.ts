/** What a route to a MitID has proved of a person: the same facts for all, and evidence of its own. */
import type { Instant } from '@open-mitid/kernel'
import type { AssuranceLevel, BirthDate, CprNumber, PersonName } from '../person/index.ts'
import type { OlderEidHolder } from './older-eid.ts'

/** What the register and the proof agree on; each field is as the register has it. */
export type ProofFacts = {
  readonly ial: AssuranceLevel
  /** Undefined where somebody has none. */
  readonly cpr: CprNumber | undefined
  readonly name: PersonName
  readonly birthDate: BirthDate
  /** Where mail reaches the person, as on an envelope, without the name. */
  readonly address: readonly [string, ...string[]] | undefined
  readonly protected: boolean
  readonly provedAt: Instant
  /** When the register was asked: the person sees it as an event. */
  readonly lookedUpAt: readonly Instant[]
}

export type NemIdProof = ProofFacts & {
  readonly route: 'nemid'
  readonly way: OlderEidHolder['way']
  /** The eID's signed statement; one statement proves one enrolment. */
  readonly evidence: string
}

/** A passport whose chip, face and register agree; `evidence` is the check list, never an image. */
export type ChipProof = ProofFacts & {
  readonly route: 'passport'
  readonly way: 'chip'
  readonly evidence: string
}

/** A route adds its own member here, and its rows in the tables that the compiler then asks for. */
export type Proof = NemIdProof | ChipProof
export type Route = Proof['route']

/** The most that each route proves. Product §A: an older eID was issued after papers were seen. */
export const routeLevels: Readonly<Record<Route, AssuranceLevel>> = {
  nemid: 'Substantial',
  passport: 'Substantial',
}
