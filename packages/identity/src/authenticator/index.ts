export type { ActivationSignals } from './activation-signals.ts'
export {
  ActivationId,
  type Activation,
  type CodeChannel,
  type EndedActivation,
  type IssuedActivation,
} from './activation.ts'
export type {
  ActivationMove,
  Activations,
  ActivationVisit,
  CodeMessage,
  FoundByCode,
  FoundForIssue,
} from './activations.ts'
export { active, answerCall, forgetful, type CallPorts, type Decision } from './answer-call.ts'
export type {
  AnswerCall,
  CallAnswer,
  Caller,
  CallRefusal,
  Holder,
  LastCall,
  PhoneCall,
  Turn,
  Visit,
} from './call.ts'
export { CentreId, centres, type Centre } from './centre.ts'
export {
  DeviceId,
  deviceKinds,
  enterCode,
  activate as activateDevice,
  openKnown,
  openLetter,
  type ActiveDevice,
  type CodeDevice,
  type CodesRefusal,
  type Delivery,
  type DeviceKind,
  type EnteredCode,
  type HeldDevice,
  type OpenedDevice,
  type OrderedDevice,
  type SentDevice,
  type StockDevice,
} from './code-device.ts'
export type {
  CodeDevices,
  DeviceStock,
  FoundDevice,
  FoundHolder,
  FoundOrder,
  StockCount,
  StockDelivery,
} from './code-devices.ts'
export {
  activateCodeDevice,
  findDeviceAttempt,
  provePasswordForDevice,
  type ActivateDevice,
  type ActivatedDevice,
  type ActivateDeviceRefusal,
  type AttemptEnded,
  type DeviceAttemptView,
  type ProveForDevice,
} from './activate-code-device.ts'
export {
  DeviceAttemptId,
  type DeviceAttempts,
  type FoundDeviceAttempt,
  type OwnAttempt,
} from './device-attempts.ts'
export {
  openDeviceLetter,
  type OpenDeviceLetter,
  type OpenDeviceLetterRefusal,
} from './open-device-letter.ts'
export {
  registerPassword,
  type RegisterPassword,
  type RegisterPasswordRefusal,
} from './register-password.ts'
export { BrowserPass } from './browser-pass.ts'
export { beginPassword, type BeginPassword, type BeginPasswordRefusal } from './begin-password.ts'
export { changePin } from './change-pin.ts'
export { bind, completeActivation, type EvidenceSigner } from './complete-activation.ts'
export { changeOwnWishes } from './change-own-wishes.ts'
export { confirmSecondCode } from './confirm-second-code.ts'
export {
  issueActivationCode,
  mostApps,
  newActivation,
  replaced,
  secondCodeReaches,
  type IssueActivationCode,
  type IssueActivationCodeRefusal,
  type IssuedActivationCode,
} from './issue-activation-code.ts'
export {
  reopenDevice,
  revokeDevice,
  suspendDevice,
  type MoveDevice,
  type MoveDeviceRefusal,
} from './move-device.ts'
export { openActivation } from './open-activation.ts'
export {
  newOrder,
  orderDevice,
  orderedEvent,
  type OrderDevice,
  type OrderDeviceRefusal,
  type OrderedNow,
} from './order-device.ts'
export { openOwn } from './open-own.ts'
export { codeAt, type CodeMatch, type Otp, type OtpMemory, type OtpSeed } from './otp.ts'
export type { OwnWishes, WishesVisit } from './own-wishes.ts'
export type { FoundPasswordTry, PasswordLogins, PasswordPlace } from './password-logins.ts'
export { passwordIdentifier, type PasswordServer } from './password-server.ts'
export {
  PasswordTries,
  TryCounter,
  type PasswordCaller,
  type PasswordWait,
} from './password-tries.ts'
export { finishPinTry, wait, type PinProof } from './pin-proof.ts'
export type { PinServer } from './pin-server.ts'
export { CodeTries, PinTries } from './pin-tries.ts'
export { profileOf } from './profile-of.ts'
export {
  isHistoryOpen,
  ProfileId,
  resetPin,
  revoke,
  type ActiveProfile,
  type PinDraw,
  type PinLogin,
  type Profile,
  type SuspendedProfile,
} from './profile.ts'
export type { Profiles, ProfileVisit } from './profiles.ts'
export { provePin } from './prove-pin.ts'
export { readWishes } from './read-wishes.ts'
export {
  receiveDevices,
  type ReceiveDevicesRefusal,
  type ReceivedDevices,
} from './receive-devices.ts'
export { drawFor, registerPin } from './register-pin.ts'
export { removeProfile } from './remove-profile.ts'
export {
  isUnderWay,
  renewDeviceCode,
  sendOwnLetter,
  type SendOwnLetterRefusal,
} from './renew-device-code.ts'
export { contactForCodes } from './second-code.ts'
export { sendOrderedDevices } from './send-device.ts'
export { SerialNumber } from './serial-number.ts'
