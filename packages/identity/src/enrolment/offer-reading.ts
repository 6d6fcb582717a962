/** A phone that reaches no chip asks a helper's phone to read the passport, and sees how far it is. */
import {
  accept,
  base64url,
  Instant,
  refuse,
  type Random,
  type Seconds,
  type UseCase,
} from '@open-mitid/kernel'
import type { AssuranceLevel } from '../person/index.ts'
import type { HelpedReadings } from './helped-readings.ts'
import type { PassportProofs } from './passport-proofs.ts'
import type { PassportRefusal } from './passport-refusal.ts'

type Ports = {
  readonly passportProofs: PassportProofs
  readonly helpedReadings: HelpedReadings
  readonly random: Random
}
type Own = { readonly token: string }
type ProofRefusal = { readonly kind: 'proof-unknown' | 'proof-moved-on' }

/** Long enough to hold two phones together, and too short to send a picture of it around. */
const codeLife: Seconds = 2 * 60

type OfferedReading = { readonly code: string; readonly until: Instant }

export function offerReading(ports: Ports): UseCase<Own, OfferedReading, ProofRefusal> {
  const { passportProofs, helpedReadings, random } = ports
  return async ({ token }) => {
    const found = await passportProofs.find(token)
    if (!found) return refuse({ kind: 'proof-unknown' })
    const { proof, now } = found
    const code = base64url(random(32))
    const until = Instant.plus(now, codeLife)
    return proof.state === 'reading' && (await helpedReadings.offer(proof.id, code, until))
      ? accept({ code, until })
      : refuse({ kind: 'proof-moved-on' })
  }
}

export type HelpStanding =
  { readonly at: 'waiting' | 'taken' } | { readonly at: 'read'; readonly ial: AssuranceLevel }
type SeeHelpRefusal = ProofRefusal | { readonly kind: 'passport'; readonly reason: PassportRefusal }

export function seeHelp({
  passportProofs,
  helpedReadings,
}: Omit<Ports, 'random'>): UseCase<Own, HelpStanding, SeeHelpRefusal> {
  return async ({ token }) => {
    const found = await passportProofs.find(token)
    if (!found) return refuse({ kind: 'proof-unknown' })
    const { proof } = found
    switch (proof.state) {
      case 'reading':
        return accept({ at: (await helpedReadings.isTaken(proof.id)) ? 'taken' : 'waiting' })
      case 'inspected':
        return accept({ at: 'read', ial: proof.ial })
      case 'refused':
        return refuse({ kind: 'passport', reason: proof.refusal })
      case 'proved':
      case 'used':
        return refuse({ kind: 'proof-moved-on' })
    }
  }
}
