/**
 * Where a way by passport stands that was left: whoever holds its token takes it up again, on any
 * server, for as long as what was proved is good (product §A).
 */
import { accept, refuse, type UseCase } from '@open-mitid/kernel'
import type { PersonName } from '../person/index.ts'
import { appsOf } from './chosen-authenticators.ts'
import type { CompletedEnrolment, ProofedEnrolment } from './enrolment.ts'
import { findByToken } from './enrol-with-passport.ts'
import type { Enrolments } from './enrolments.ts'
import type { PassportPurpose } from './passport-proof.ts'
import type { PassportProofs } from './passport-proofs.ts'
import { regain, type RegainPorts } from './regain.ts'

type PassportStanding =
  | { readonly at: 'proved'; readonly purpose: PassportPurpose; readonly name: PersonName }
  | { readonly at: 'enrolling'; readonly enrolment: ProofedEnrolment }
  /** `appDue`: the app was chosen, and none is active yet. */
  | { readonly at: 'made'; readonly enrolment: CompletedEnrolment; readonly appDue: boolean }

/**
 * `proof-unknown` also where the passport has been read and no face has been shown: the photo lies
 * nowhere, so it has to come from the chip again.
 */
export type FindStandingRefusal = { readonly kind: 'proof-unknown' | 'proof-moved-on' }

type Ports = RegainPorts & {
  readonly passportProofs: PassportProofs
  readonly enrolments: Enrolments
}

export function findStanding(
  ports: Ports,
): UseCase<{ readonly token: string }, PassportStanding, FindStandingRefusal> {
  const { passportProofs, enrolments } = ports
  return async ({ token }) => {
    const own = await findByToken(enrolments, token)
    const enrolling = own && (await enrolments.find(own))
    if (enrolling?.enrolment.state === 'proofed')
      return accept({ at: 'enrolling', enrolment: enrolling.enrolment })
    if (enrolling?.enrolment.state === 'completed') {
      const { enrolment } = enrolling
      const active = await enrolments.activeApps(enrolment.person)
      const appDue = active < appsOf(enrolment.answers.authenticators)
      return accept({ at: 'made', enrolment, appDue })
    }
    const found = await passportProofs.find(token)
    if (found?.proof.state !== 'proved') return refuse({ kind: 'proof-unknown' })
    const { purpose, identity } = found.proof
    const standing = { at: 'proved', purpose, name: identity.name } as const
    if (purpose === 'first') return accept(standing)
    return regain(ports, token, () => Promise.resolve(accept({ drafts: [], value: standing })))
  }
}
