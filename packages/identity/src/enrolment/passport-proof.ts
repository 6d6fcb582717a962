/** Identity proved with a passport: from the server's questions to the chip to a proved holder. */
import type { CheckResult, ChipAuthenticationRun, InspectionReport } from '@open-mitid/icao9303'
import { idOf, Instant, type Bytes, type Id, type Random, type Seconds } from '@open-mitid/kernel'
import type { Digest, FaceGesture } from '@open-mitid/protocol'
import type { ActivationId } from '../authenticator/index.ts'
import type { AssuranceLevel, CprNumber, PersonId } from '../person/index.ts'
import type { DocumentHolder } from './document-holder.ts'
import type { RegisterStatus } from './identity-register.ts'
import type { PassportRefusal } from './passport-refusal.ts'
import type { ProofFacts } from './proof.ts'

export type PassportProofId = Id<'psp'>
export const PassportProofId = idOf('psp')

/** To get a MitID for the first time, or to prove again whose MitID it is. */
export type PassportPurpose = 'first' | 'again'

type Begun = {
  readonly id: PassportProofId
  readonly purpose: PassportPurpose
  readonly expiresAt: Instant
}

/** The server has drawn its challenge, and waits for what the chip holds and answers. */
export type ReadingPassport = Begun & {
  readonly state: 'reading'
  /** Eight bytes that the chip signs (ICAO 9303-11 §6.1). */
  readonly challenge: Bytes
  /** The server's half of chip authentication, once DG14 has told the chip's key. */
  readonly run?: ChipAuthenticationRun
}

/** The document is good and not a copy, as far as it can show that; whose hand holds it is open. */
export type InspectedPassport = Begun & {
  readonly state: 'inspected'
  readonly holder: DocumentHolder
  readonly checks: InspectionReport['checks']
  readonly ial: AssuranceLevel
  /** Of DG2, whose image is not kept: the file is sent again to be compared with a face. */
  readonly photo: Digest
  /** What the person was asked to do before the camera, and has not yet answered. */
  readonly gestures?: readonly FaceGesture[]
  readonly faceTries: number
}

/** What comparing faces came to; the images are gone. */
export type FaceResult = {
  readonly score: number
  readonly threshold: number
  readonly steps: readonly FaceGesture[]
}

export type ProvedPassport = Omit<InspectedPassport, 'state'> & {
  readonly state: 'proved'
  readonly face: FaceResult
  readonly identity: PassportIdentity
  /** Whose MitID it is, where that is what was proved. */
  readonly person?: PersonId
  /** The activation that it has led to. */
  readonly gave?: ActivationId
}

export type RefusedPassport = Begun & {
  readonly state: 'refused'
  readonly refusal: PassportRefusal
  readonly checks: InspectionReport['checks']
}

/** The proof has served: it proves nothing a second time. */
type UsedPassport = Begun & { readonly state: 'used' }

export type PassportProof =
  ReadingPassport | InspectedPassport | ProvedPassport | RefusedPassport | UsedPassport

/** Who somebody is by their passport and the register: what an enrolment goes on with. */
export type PassportIdentity = ProofFacts & {
  readonly route: 'passport'
  readonly cpr: CprNumber
  readonly status: RegisterStatus
  readonly proof: PassportProofId
  /** As the ledger keeps them: each check with its outcome, `sod-signature passed`. */
  readonly checks: readonly string[]
}

/** From the first page of the journey to the face. */
const life: Seconds = 60 * 60
/** What was proved can be gone on with, as any way to a MitID can be left and taken up again. */
const provedLife: Seconds = 24 * 60 * 60
/** Whoever is not known by then takes another way; a stranger gets no more looks than that. */
const mostFaceTries = 5
/** And whoever holds a passport that is not theirs gets no more by beginning anew. */
const mostFacesADay = 10

export function beginPassportProof(
  purpose: PassportPurpose,
  { random, now }: { random: Random; now: Instant },
): ReadingPassport {
  return {
    id: PassportProofId.make(random),
    state: 'reading',
    purpose,
    challenge: random(8),
    expiresAt: Instant.plus(now, life),
  }
}

/** A run takes the place of one before it: the chip may have been lost in between. */
export function withRun(proof: ReadingPassport, run: ChipAuthenticationRun): ReadingPassport {
  return { ...proof, run }
}

export function inspected(
  { id, purpose, expiresAt }: ReadingPassport,
  found: Pick<InspectedPassport, 'holder' | 'checks' | 'ial' | 'photo'>,
): InspectedPassport {
  return { id, purpose, expiresAt, state: 'inspected', faceTries: 0, ...found }
}

export function withGestures(
  proof: InspectedPassport,
  gestures: readonly FaceGesture[],
): InspectedPassport {
  return { ...proof, gestures }
}

export function withFaceTry(proof: InspectedPassport): InspectedPassport {
  const { gestures: _, ...rest } = proof
  return { ...rest, faceTries: proof.faceTries + 1 }
}

export function faceTriesLeft({ faceTries }: InspectedPassport): number {
  return mostFaceTries - faceTries
}

/** `tries` of faces against this document within a day, none of which was its holder's. */
export function isTriedTooOften(tries: number): boolean {
  return tries > mostFacesADay
}

export function used({ id, purpose, expiresAt }: ProvedPassport): UsedPassport {
  return { id, purpose, expiresAt, state: 'used' }
}

export function refused(
  { id, purpose, expiresAt }: ReadingPassport | InspectedPassport,
  refusal: PassportRefusal,
  checks: readonly CheckResult[],
): RefusedPassport {
  return { id, purpose, expiresAt, state: 'refused', refusal, checks }
}

export function proved(
  proof: InspectedPassport,
  face: FaceResult,
  identity: PassportIdentity,
  person: PersonId | undefined,
): ProvedPassport {
  const expiresAt = Instant.plus(identity.provedAt, provedLife)
  const whose = person === undefined ? {} : { person }
  return { ...proof, ...whose, state: 'proved', expiresAt, face, identity }
}

export function withActivation(proof: ProvedPassport, gave: ActivationId): ProvedPassport {
  return { ...proof, gave }
}
