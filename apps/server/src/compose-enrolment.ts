/** Getting a MitID: a use case for each step of the journey, and what it stands on. */
import { issueActivationCode, type ActivationSignals } from '@open-mitid/identity/authenticator'
import {
  acceptTerms,
  askOlderEid,
  askPasswordCode,
  beginEnrolment,
  checkUserId,
  chooseAuthenticators,
  chooseDelivery,
  chooseUserId,
  completeEnrolment,
  confirmContact,
  confirmPasswordCode,
  dropContactCheck,
  findEnrolment,
  findPasswordWays,
  leaveEnrolment,
  leaveOlderEid,
  proveWithNemId,
  renewActivationCode,
  sendContactCode,
  suggestUserIds,
  type IdentityRegister,
  type OlderEid,
} from '@open-mitid/identity/enrolment'
import {
  postgresActivations,
  postgresCodeDevices,
  postgresDeviceAttempts,
  postgresEnrolments,
  postgresPersons,
} from '@open-mitid/postgres'
import type { EnrolmentEdge } from './edge/citizen/index.ts'
import type { Foundation } from './foundation.ts'

type Outside = {
  readonly olderEid: OlderEid
  readonly register: IdentityRegister
  readonly activationSignals: ActivationSignals
}

export function enrolmentEdge(
  { db, vault, random }: Pick<Foundation, 'db' | 'vault' | 'random'>,
  { activationSignals, ...outside }: Outside,
): EnrolmentEdge {
  const { mac } = vault
  const enrolments = postgresEnrolments(db, vault)
  const activations = postgresActivations(db, vault)
  const persons = postgresPersons(db, vault)
  const devices = postgresCodeDevices(db, vault)
  const attempts = postgresDeviceAttempts(db, vault)
  const ports = { ...outside, enrolments, persons, devices, attempts, mac, random }
  const issue = issueActivationCode({ activations, mac, random })
  return {
    signals: activationSignals,
    useCases: {
      begin: beginEnrolment(ports),
      newest: (holder) => enrolments.newest(holder),
      find: findEnrolment(ports),
      leave: leaveEnrolment(ports),
      askOlderEid: askOlderEid(ports),
      leaveOlderEid: leaveOlderEid(ports),
      prove: proveWithNemId(ports),
      findPasswordWays: findPasswordWays(ports),
      askPasswordCode: askPasswordCode(ports),
      confirmPasswordCode: confirmPasswordCode(ports),
      chooseAuthenticators: chooseAuthenticators(ports),
      acceptTerms: acceptTerms(ports),
      sendContactCode: sendContactCode(ports),
      confirmContact: confirmContact(ports),
      dropContactCheck: dropContactCheck(ports),
      suggestUserIds: suggestUserIds(ports),
      checkUserId: checkUserId(ports),
      chooseUserId: chooseUserId(ports),
      chooseDelivery: chooseDelivery(ports),
      complete: completeEnrolment(ports),
      renewCode: renewActivationCode({ enrolments, issueActivationCode: issue, channel: 'page' }),
    },
  }
}
