/** What the journey asks of the rest of the house. */
import type {
  AcceptTermsRefusal,
  AskPasswordCode,
  AskPasswordCodeRefusal,
  BeginEnrolment,
  BegunEnrolment,
  ChooseUserIdRefusal,
  ChosenAuthenticators,
  CompletedNow,
  CompleteEnrolmentRefusal,
  ConfirmContactRefusal,
  ConfirmPasswordCode,
  ContactAddress,
  ContactCheck,
  EnrolmentId,
  EnrolmentUnknown,
  EnrolmentView,
  OwnEnrolment,
  OwnEnrolmentRefusal,
  PasswordWays,
  PasswordWaysRefusal,
  ProvedWithNemId,
  ProveWithNemIdRefusal,
  RenewActivationCodeRefusal,
  TermsVersions,
} from '@open-mitid/identity/enrolment'
import type { BeginOlderEid, BeginOlderEidRefusal } from '@open-mitid/identity/enrolment'
import type {
  ActivationSignals,
  Delivery,
  DeviceAttemptId,
  IssuedActivationCode,
} from '@open-mitid/identity/authenticator'
import type { UserId } from '@open-mitid/identity/person'
import type { Bytes, UseCase } from '@open-mitid/kernel'
import type { Language, SecondCode } from '@open-mitid/protocol'

type Own<More = object> = OwnEnrolment & More

export type EnrolmentUseCases = {
  readonly begin: UseCase<BeginEnrolment, BegunEnrolment, never>
  /** The holder's newest that can be gone on with. */
  readonly newest: (holder: Bytes) => Promise<EnrolmentId | undefined>
  readonly find: UseCase<Own, EnrolmentView, EnrolmentUnknown>
  readonly leave: UseCase<Own, undefined, OwnEnrolmentRefusal>
  readonly askOlderEid: UseCase<
    Own<BeginOlderEid>,
    unknown,
    BeginOlderEidRefusal | OwnEnrolmentRefusal
  >
  readonly leaveOlderEid: UseCase<Own, undefined, OwnEnrolmentRefusal>
  readonly prove: UseCase<Own<{ readonly key?: string }>, ProvedWithNemId, ProveWithNemIdRefusal>
  readonly findPasswordWays: UseCase<Own, PasswordWays, PasswordWaysRefusal>
  readonly askPasswordCode: UseCase<AskPasswordCode, unknown, AskPasswordCodeRefusal>
  readonly confirmPasswordCode: UseCase<
    ConfirmPasswordCode,
    DeviceAttemptId,
    OwnEnrolmentRefusal | ConfirmContactRefusal
  >
  readonly chooseAuthenticators: UseCase<
    Own<{ readonly chosen: ChosenAuthenticators }>,
    undefined,
    OwnEnrolmentRefusal
  >
  readonly acceptTerms: UseCase<
    Own<{ readonly versions: TermsVersions }>,
    undefined,
    AcceptTermsRefusal
  >
  readonly sendContactCode: UseCase<
    Own<{ readonly contact: ContactAddress; readonly language: Language }>,
    ContactCheck,
    OwnEnrolmentRefusal | { readonly kind: 'too-many-codes' }
  >
  readonly confirmContact: UseCase<
    Own<{ readonly code: SecondCode }>,
    undefined,
    OwnEnrolmentRefusal | ConfirmContactRefusal
  >
  readonly dropContactCheck: UseCase<Own, undefined, OwnEnrolmentRefusal>
  readonly suggestUserIds: UseCase<Own, readonly UserId[], OwnEnrolmentRefusal>
  readonly checkUserId: UseCase<
    Own<{ readonly typed: string }>,
    UserId,
    ChooseUserIdRefusal | OwnEnrolmentRefusal
  >
  readonly chooseUserId: UseCase<
    Own<{ readonly typed: string }>,
    UserId,
    ChooseUserIdRefusal | OwnEnrolmentRefusal
  >
  readonly chooseDelivery: UseCase<
    Own<{ readonly delivery: Delivery }>,
    undefined,
    OwnEnrolmentRefusal | { readonly kind: 'no-address' }
  >
  readonly complete: UseCase<
    Own<{ readonly language: Language }>,
    CompletedNow,
    CompleteEnrolmentRefusal | OwnEnrolmentRefusal
  >
  readonly renewCode: UseCase<Own, IssuedActivationCode, RenewActivationCodeRefusal>
}

export type EnrolmentEdge = {
  readonly useCases: EnrolmentUseCases
  readonly signals: ActivationSignals
}
