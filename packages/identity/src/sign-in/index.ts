export { abortSignIn } from './abort-sign-in.ts'
export { approveByCode, type ApproveByCode, type ApproveByCodeRefusal } from './approve-by-code.ts'
export type { CodeSignIn, DeviceOffer, OfferedDevice, PasswordProved } from './code-sign-in.ts'
export type {
  CodeCompletion,
  CodeSignIns,
  FoundCodeEntry,
  FoundPasswordLogin,
} from './code-sign-ins.ts'
export {
  findProvedDevices,
  provePassword,
  type ProvedPassword,
  type ProvePassword,
  type ProvePasswordRefusal,
} from './prove-password.ts'
export { acceptReturn, type AcceptReturn, type AcceptReturnRefusal } from './accept-return.ts'
export { approveSignIn } from './approve-sign-in.ts'
export { claimSignIn } from './claim-sign-in.ts'
export { completeSignIn, type CompletedView } from './complete-sign-in.ts'
export { findSignIn, type SignInView } from './find-sign-in.ts'
export { forgetBrowser } from './forget-browser.ts'
export { knowBrowser, type BrowserPasses, type KnowBrowser } from './know-browser.ts'
export { issueStartToken, type StartToken } from './issue-start-token.ts'
export { nameUserId, type NameUserId } from './name-user-id.ts'
export { openSignIn, type OpenSignIn, type OpenSignInRefusal } from './open-sign-in.ts'
export type { OwnSignIn, OwnSignInRefusal, SignInUnknown } from './own-sign-in.ts'
export { askOwnerLink, type AskOwnerLinkRefusal } from './ask-owner-link.ts'
export { askLife, letOnLife, type OwnerLink, type OwnerSecrets } from './owner-link.ts'
export type { FoundOwnerAsk, FoundOwnerLink, NewOwnerLink, OwnerLinks } from './owner-links.ts'
export {
  useOwnerCode,
  useOwnerLink,
  type UseOwnerCode,
  type UseOwnerCodeRefusal,
  type UseOwnerLink,
  type UseOwnerLinkRefusal,
} from './use-owner-link.ts'
export { beginOwnChange, type BeginOwnChange } from './begin-own-change.ts'
export {
  changeOwn,
  registerOwnPassword,
  type ChangeOwn,
  type ChangeOwnRefusal,
  type RegisterOwnPassword,
  type RegisterOwnPasswordRefusal,
} from './change-own.ts'
export {
  checkOwnUserId,
  findOwnChange,
  type CheckOwnUserId,
  type OwnChangeView,
  type WantedUserIdRefusal,
} from './find-own-change.ts'
export { changeTime, mostQuestions, ownChanges } from './own-change.ts'
export type { OwnChange, OwnChangeRefusal } from './own-change.ts'
export type { FoundOwnChange, OwnChanges } from './own-changes.ts'
export { qrSecretOf } from './qr-secret.ts'
export { readBrowsers } from './read-browsers.ts'
export { readHistory } from './read-history.ts'
export { readReceipt } from './read-receipt.ts'
export { readState } from './read-state.ts'
export { refuseSignIn } from './refuse-sign-in.ts'
export { showCode, type ShownCode } from './show-code.ts'
export {
  life,
  openLife,
  SignInId,
  type AbortReason,
  type AbortedSignIn,
  type ApprovedSignIn,
  type Asked,
  type ClaimedSignIn,
  type AppCompletedSignIn,
  type CodeCompletedSignIn,
  type CompletedSignIn,
  type OpenSignIn as WaitingSignIn,
  type RefusedSignIn,
  type SignIn,
} from './sign-in.ts'
export type { Signals, ToldState } from './signals.ts'
export type {
  BrowsersVisit,
  Claimant,
  Decided,
  EvidenceVisit,
  FoundSignIn,
  Glance,
  HistoryVisit,
  NewSignIn,
  ServiceRequest,
  SignInLocator,
  SignInMove,
  SignIns,
  SignInVisit,
  StateVisit,
} from './sign-ins.ts'
