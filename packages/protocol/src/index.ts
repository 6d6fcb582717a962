export {
  activationKeysForm,
  issueActivationKeys,
  issuePinChange,
  pinChangeForm,
  verifyActivationKeys,
  verifyPinChange,
  type ActivationKeys,
  type ActivationKeysContent,
  type KeysRefusal,
  type PinChange,
  type PinChangeContent,
  type PinChangeRole,
  type VerifiedActivationKeys,
  type VerifiedPinChange,
} from './key-messages.ts'
export { activationLink, helpLink, parseAppLink, qrLink, startLink } from './app-link.ts'
export type { AppLink, AppLinkRefusal } from './app-link.ts'
export {
  appProofHeader,
  makeAppProof,
  newNonce,
  readAppProof,
  verifyAppProof,
} from './app-proof.ts'
export type {
  AppProof,
  AppProofClaims,
  AppProofContent,
  AppProofRefusal,
  ProofHolder,
} from './app-proof.ts'
export { approvalOf, issueApproval, readApproval, verifyApproval } from './approval.ts'
export type {
  Approval,
  ApprovalCircumstances,
  ApprovalContent,
  ApprovalLink,
  ApprovalRefusal,
  ApprovalRole,
  Seen,
  VerifiedApproval,
} from './approval.ts'
export { deriveApprovalKey, type ApprovalKey } from './approval-key.ts'
export { issueBinding, nsisLevels, nsisUri, readBinding, verifyBinding } from './binding.ts'
export type { Binding, BindingContent, NsisLevel, NsisUri, VerifiedBinding } from './binding.ts'
export { eventCommit, followChain } from './chained-event.ts'
export type { ChainedEvent, ChainHead, EventContent } from './chained-event.ts'
export {
  codeApprovalOf,
  codeDeviceKinds,
  codeProof,
  issueCodeApproval,
  type CodeDeviceKind,
} from './code-approval.ts'
export { ActivationCode, SecondCode, TypedCode } from './codes.ts'
export { Digest } from './digest.ts'
export { sha256 } from '#sha256'
export { Display, displayLimits } from './display.ts'
export type { DisplayLine, DisplayRefusal, Language } from './display.ts'
export { PublicJwk, verifyEs256, type Sign, type Signer, type VerifyEs256 } from './es256.ts'
export { verifyEvidence } from './evidence.ts'
export type { CheckOutcome, EvidenceReport, ProvenApproval, Unproven } from './evidence.ts'
export type { CodeEvidenceCheck } from './code-evidence-checks.ts'
export type { EvidenceCheck, EvidenceFault } from './evidence-checks.ts'
export { EvidenceKey, EvidenceKeys } from './evidence-keys.ts'
export type { Trust, Verified, VerifyRefusal } from './evidence-keys.ts'
export { CodeEvidencePack, EvidencePack } from './evidence-pack.ts'
export type { ReadRefusal } from './jws.ts'
export { layOut, type Layout } from './lay-out.ts'
export { approvalKinds, completionTime, flows, issueOffer, OfferId } from './offer.ts'
export { offerLimits, ProfileId, readOffer, verifyOffer } from './offer.ts'
export type {
  ApprovalKind,
  Flow,
  Offer,
  OfferContent,
  OfferContext,
  OfferedDocument,
  OfferedService,
  OfferFlow,
  VerifiedOffer,
} from './offer.ts'
export { openPhoto, photoKeyLength, photoSealLength, sealPhoto } from './helped-photo.ts'
export { gestureSets, passportStatus } from './passport-api.ts'
export type {
  ChipCommand,
  DeliveryChoice,
  DeliveryOffer,
  FaceGesture,
  FaceRefusal,
  GestureSet,
  PassportCallRefusal,
  PassportCalls,
  PassportFiles,
  PassportPath,
  PassportRefusal,
  PassportStanding,
  RegainedApp,
} from './passport-api.ts'
export { phoneStatus } from './phone-api.ts'
export type {
  ClaimSecret,
  HistoryEntry,
  KnownBrowser,
  PhoneCalls,
  PhonePath,
  PhoneProblem,
  PhoneRefusal,
  PinPurpose,
  PinRegistration,
  Wishes,
} from './phone-api.ts'
export { Password, passwordLimits } from './password.ts'
export type { PasswordRefusal, PasswordStrength } from './password.ts'
export { Pin, type PinRefusal } from './pin.ts'
export { plainTextFault, type PlainTextFault } from './plain-text.ts'
export { frameAt, frameSpan, Qid, qrFrame, readQrFrame, verifyQrFrame } from './qr-frame.ts'
export type { QrFrame } from './qr-frame.ts'
export { readerStatus } from './reader-api.ts'
export type { NoPassportOnReader, ReaderCalls, ReaderPath, ReaderRefusal } from './reader-api.ts'
export { issueReceipt, readReceipt, verifyReceipt } from './receipt.ts'
export type { Receipt, ReceiptContent, VerifiedReceipt } from './receipt.ts'
export { issueRefusal, readRefusal, refusalOf, verifyRefusal } from './refusal.ts'
export type { Refusal, RefusalContent, RefusalRefusal, VerifiedRefusal } from './refusal.ts'
export { displaySha256, render, type RenderedOffer, type Shown } from './render.ts'
export { issueStatement, readStatement, verifyStatement } from './statement.ts'
export type { Evidence, Statement, StatementContent, VerifiedStatement } from './statement.ts'
export { thumbprint } from './thumbprint.ts'
