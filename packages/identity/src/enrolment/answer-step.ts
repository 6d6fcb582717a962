/** The answers that need nobody else: authenticators, terms and delivery. */
import { accept, refuse, type UseCase } from '@open-mitid/kernel'
import type { Delivery } from '../authenticator/index.ts'
import type { ChosenAuthenticators } from './chosen-authenticators.ts'
import { deliveryWays } from './delivery.ts'
import { answer } from './enrolment.ts'
import type { Enrolments, OwnEnrolment } from './enrolments.ts'
import { moveAt, type OwnEnrolmentRefusal } from './moves.ts'
import { areCurrent, type TermsVersions } from './terms.ts'

type Ports = { readonly enrolments: Enrolments }

export function chooseAuthenticators({
  enrolments,
}: Ports): UseCase<
  OwnEnrolment & { readonly chosen: ChosenAuthenticators },
  undefined,
  OwnEnrolmentRefusal
> {
  return ({ chosen, ...own }) =>
    moveAt(enrolments, own, 'authenticators', (enrolment) => {
      const to = answer(enrolment, 'authenticators', chosen)
      return Promise.resolve({ to, result: accept(undefined) })
    })
}

/** `terms-changed`: the person has read texts that hold no more, and is shown the new ones. */
export type AcceptTermsRefusal = OwnEnrolmentRefusal | { readonly kind: 'terms-changed' }

export function acceptTerms({
  enrolments,
}: Ports): UseCase<
  OwnEnrolment & { readonly versions: TermsVersions },
  undefined,
  AcceptTermsRefusal
> {
  return ({ versions, ...own }) =>
    moveAt(enrolments, own, 'terms', (enrolment, { now }) => {
      if (!areCurrent(versions))
        return Promise.resolve({ result: refuse({ kind: 'terms-changed' }) })
      const to = answer(enrolment, 'terms', { versions, at: now })
      return Promise.resolve({ to, result: accept(undefined) })
    })
}

/** `no-address`: the register knows nowhere to send mail to. */
export function chooseDelivery({
  enrolments,
}: Ports): UseCase<
  OwnEnrolment & { readonly delivery: Delivery },
  undefined,
  OwnEnrolmentRefusal | { readonly kind: 'no-address' }
> {
  return ({ delivery, ...own }) =>
    moveAt(enrolments, own, 'delivery', (enrolment) => {
      if (!deliveryWays(enrolment.proof).includes(delivery.to))
        return Promise.resolve({ result: refuse({ kind: 'no-address' }) })
      const to = answer(enrolment, 'delivery', delivery)
      return Promise.resolve({ to, result: accept(undefined) })
    })
}
