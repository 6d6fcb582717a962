/** A person begins to prove who they are with a passport: the server draws what the chip must sign. */
import { accept, base64url, type Instant, type Random, type UseCase } from '@open-mitid/kernel'
import { beginPassportProof as begin, type PassportPurpose } from './passport-proof.ts'
import type { PassportProofs } from './passport-proofs.ts'

export type BeginPassportProof = { readonly purpose: PassportPurpose }
export type BegunPassportProof = {
  /** Opens the proof, and is told only here. */
  readonly token: string
  readonly challenge: Uint8Array
  readonly expiresAt: Instant
}

export function beginPassportProof(ports: {
  passportProofs: PassportProofs
  random: Random
}): UseCase<BeginPassportProof, BegunPassportProof, never> {
  const { passportProofs, random } = ports
  return async ({ purpose }) => {
    const proof = begin(purpose, { random, now: await passportProofs.now() })
    const token = base64url(random(32))
    await passportProofs.add(token, proof)
    const { challenge, expiresAt } = proof
    return accept({ token, challenge, expiresAt })
  }
}
