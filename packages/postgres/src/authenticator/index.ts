export { activationOf, activationPart, newActivationPart } from './activation-row.ts'
export { findUnfinished, postgresActivations } from './activations.ts'
export {
  callerColumns,
  callerSource,
  held,
  openCaller,
  type CallerRow,
  type OpenedCaller,
} from './caller-row.ts'
export { findCaller, postgresProfiles, recalledCaller, type KeptCaller } from './profiles.ts'
export { takeTurn, turnParts } from './turn-parts.ts'
export { postgresOwnWishes } from './own-wishes.ts'
export { orderPart } from './code-device-row.ts'
export { postgresCodeDevices } from './code-devices.ts'
export { postgresDeviceAttempts } from './device-attempts.ts'
export { postgresDeviceStock } from './device-stock.ts'
export {
  forgetBrowserTriesParts,
  forgetTriesPart,
  keepDecoyPassword,
  loginPlace,
  movedPasswordPart,
  passwordPart,
  postgresPasswordLogins,
  sweepPasswords,
} from './password-logins.ts'
export {
  codeDeviceColumns,
  codeDeviceOf,
  codeDeviceParts,
  codeDeviceSource,
  type CodeDeviceRow,
} from './code-device-row.ts'
