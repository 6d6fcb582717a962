export {
  acceptTerms,
  chooseAuthenticators,
  chooseDelivery,
  type AcceptTermsRefusal,
} from './answer-step.ts'
export {
  askPasswordCode,
  confirmPasswordCode,
  type AskPasswordCode,
  type AskPasswordCodeRefusal,
  type ConfirmPasswordCode,
} from './ask-password-code.ts'
export { beginEnrolment, type BeginEnrolment } from './begin-enrolment.ts'
export {
  confirmContact,
  dropContactCheck,
  sendContactCode,
  type ConfirmContactRefusal,
} from './check-contact.ts'
export {
  checkUserId,
  chooseUserId,
  suggestUserIds,
  type ChooseUserIdRefusal,
} from './choose-user-id.ts'
export {
  appsOf,
  authenticatorKinds,
  devicesOf,
  type AuthenticatorKind,
  type ChosenAuthenticators,
} from './chosen-authenticators.ts'
export {
  completeEnrolment,
  type CompletedNow,
  type CompleteEnrolmentRefusal,
} from './complete-enrolment.ts'
export { ContactAddress, type CheckedContact, type ContactCheck } from './contact-check.ts'
export { cprLookedUp, type LookUpPurpose } from './cpr-looked-up.ts'
export { lookUpPerson } from './look-up-person.ts'
export { addressTold, deliveryWays } from './delivery.ts'
export {
  EnrolmentId,
  type BegunEnrolment,
  type CompletedEnrolment,
  type EndedEnrolment,
  type Enrolment,
  type KnownEnrolment,
  type ProofedEnrolment,
} from './enrolment.ts'
export type {
  Completion,
  ContactCodeMessage,
  Enrolments,
  FoundEnrolment,
  OwnEnrolment,
} from './enrolments.ts'
export {
  enrolWithPassport,
  findByToken,
  type EnrolWithPassportRefusal,
} from './enrol-with-passport.ts'
export { closeLostApp } from './close-lost-app.ts'
export { findStanding, type FindStandingRefusal } from './find-standing.ts'
export { findOwnApps } from './find-own-apps.ts'
export { giveNewApp, type GiveNewAppRefusal } from './give-new-app.ts'
export type { RegainRefusal } from './regain.ts'
export type {
  ActiveApp,
  FoundRegaining,
  RegainingProof,
  Regainings,
  RegainingVisit,
} from './regainings.ts'
export { resetPin } from './reset-pin.ts'
export { showUserId } from './show-user-id.ts'
export {
  findPasswordWays,
  type OwnDevice,
  type PasswordWays,
  type PasswordWaysRefusal,
} from './find-password-ways.ts'
export { findEnrolment, type EnrolmentUnknown, type EnrolmentView } from './find-enrolment.ts'
export type {
  IdentityRegister,
  IdentityRegisterRefusal,
  RegisteredPerson,
  RegisterStatus,
} from './identity-register.ts'
export type {
  AnswerOlderEidRefusal,
  BeginOlderEid,
  BeginOlderEidRefusal,
  OlderEid,
  OlderEidHolder,
  OlderEidPrompt,
  OlderEidWay,
} from './older-eid.ts'
export type { OutsideFault, Untruth } from './outside-fault.ts'
export { askGestures, type AskGesturesRefusal } from './ask-gestures.ts'
export { beginPassportProof, type BegunPassportProof } from './begin-passport-proof.ts'
export { mostDistance, type FaceMeasure } from './face-challenge.ts'
export type { FaceMatcher } from './face-matcher.ts'
export { holderOf, type CprInPassports, type DocumentHolder } from './document-holder.ts'
export type { HelpedReadings, TakenReading } from './helped-readings.ts'
export { offerReading, seeHelp } from './offer-reading.ts'
export { inspectHelped, matchHelpedFace, takeReading } from './take-reading.ts'
export { importMasterList, type ImportMasterListRefusal } from './import-master-list.ts'
export { importRevocationList, type ImportRevocationListRefusal } from './import-revocation-list.ts'
export { inspectPassport, type InspectPassportRefusal } from './inspect-passport.ts'
export { matchFace, type MatchFaceRefusal } from './match-face.ts'
export type { LostDocuments } from './lost-documents.ts'
export { orderChipProof, type OrderChipProofRefusal } from './order-chip-proof.ts'
export type { PassportInspector, PassportReading } from './passport-inspector.ts'
export type {
  FaceResult,
  InspectedPassport,
  PassportIdentity,
  PassportProof,
  PassportProofId,
  ProvedPassport,
  ReadingPassport,
} from './passport-proof.ts'
export type { FoundPassportProof, PassportProofs } from './passport-proofs.ts'
export { judgePassport, type PassportFindings } from './passport-rules.ts'
export type {
  FoundTrust,
  KeptMasterList,
  KeptRevocationList,
  Trust,
  TrustLists,
} from './trust-lists.ts'
export { proveHolder, type ProveHolderRefusal } from './prove-holder.ts'
export { trustStoreOf } from './trust-store.ts'
export { journey, mayOpen, nextStep, steps, stepsOf, type Step } from './journey.ts'
export { leaveEnrolment } from './leave-enrolment.ts'
export type { OwnEnrolmentRefusal } from './moves.ts'
export {
  askOlderEid,
  leaveOlderEid,
  proveWithNemId,
  type ProvedWithNemId,
  type ProveWithNemIdRefusal,
} from './prove-with-nemid.ts'
export { routeLevels, type NemIdProof, type Proof, type ProofFacts } from './proof.ts'
export { renewActivationCode, type RenewActivationCodeRefusal } from './renew-activation-code.ts'
export { termsVersions, type AcceptedTerms, type TermsVersions } from './terms.ts'
