/**
 * Who has proved their identity with passport and face goes on to a MitID on the same phone
 * (product §A.2). The proof serves once: its evidence is used up by the enrolment.
 */
import { accept, refuse, type Bytes, type Random, type UseCase } from '@open-mitid/kernel'
import { sha256 } from '@open-mitid/protocol'
import { answer, begin, EnrolmentId, prove, type EndedEnrolment } from './enrolment.ts'
import type { Enrolments, OwnEnrolment } from './enrolments.ts'
import { moveBegun, type OwnEnrolmentRefusal } from './moves.ts'
import { used, type ProvedPassport } from './passport-proof.ts'
import type { PassportProofs } from './passport-proofs.ts'
import type { ChipProof } from './proof.ts'
import { evidenceOf } from './prove-holder.ts'

type Ports = {
  readonly passportProofs: PassportProofs
  readonly enrolments: Enrolments
  readonly random: Random
}
export type EnrolWithPassportRefusal =
  | { readonly kind: 'proof-unknown' | 'proof-moved-on' }
  | { readonly kind: 'turned-away'; readonly reason: EndedEnrolment['reason'] }
  | OwnEnrolmentRefusal

/** Called again it answers the same enrolment: an answer may have been lost on its way. */
export function enrolWithPassport({
  passportProofs,
  enrolments,
  random,
}: Ports): UseCase<{ readonly token: string }, OwnEnrolment, EnrolWithPassportRefusal> {
  return async ({ token }) => {
    const before = await findByToken(enrolments, token)
    if (before) return accept(before)
    const found = await passportProofs.find(token)
    if (!found) return refuse({ kind: 'proof-unknown' })
    const { proof, now } = found
    if (proof.state !== 'proved' || proof.purpose !== 'first')
      return refuse({ kind: 'proof-moved-on' })
    const own = { id: EnrolmentId.make(random), holder: holderOf(token) }
    await enrolments.begin(begin(own.id, own.holder, now))
    const { status, cpr } = proof.identity
    const hasMitId = await enrolments.hasMitId(cpr)
    const moved = await moveBegun<OwnEnrolment, EnrolWithPassportRefusal>(
      enrolments,
      own,
      (begun) => {
        const to = prove(begun, chipProofOf(proof), { status, hasMitId }, now)
        if (to.state === 'ended')
          return Promise.resolve({ to, result: refuse({ kind: 'turned-away', reason: to.reason }) })
        // The app that proves becomes theirs, unless they choose something else before the end.
        const chosen = answer(to, 'authenticators', { first: 'app', spare: undefined })
        return Promise.resolve({ to: chosen, result: accept(own) })
      },
    )
    await passportProofs.move(proof, used(proof))
    return moved
  }
}

/** The enrolment of whoever holds the token of the proof. */
export async function findByToken(
  enrolments: Enrolments,
  token: string,
): Promise<OwnEnrolment | undefined> {
  const holder = holderOf(token)
  const id = await enrolments.newest(holder)
  return id && { id, holder }
}

/** The token itself is stored nowhere, and opens no browser's enrolment. */
function holderOf(token: string): Bytes {
  return sha256(`passport|${token}`)
}

function chipProofOf(proof: ProvedPassport): ChipProof {
  const { identity } = proof
  const { cpr, name, birthDate, address, ial, provedAt, lookedUpAt } = identity
  return {
    route: 'passport',
    way: 'chip',
    evidence: evidenceOf(proof),
    ial,
    cpr,
    name,
    birthDate,
    address,
    protected: identity.protected,
    provedAt,
    lookedUpAt,
  }
}
