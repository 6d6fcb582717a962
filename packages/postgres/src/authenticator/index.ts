export { newActivationPart } from './activation-row.ts'
export { postgresActivations } from './activations.ts'
export {
  callerColumns,
  callerSource,
  held,
  openCaller,
  type CallerRow,
  type OpenedCaller,
} from './caller-row.ts'
export { findCaller, postgresProfiles } from './profiles.ts'
export { turnParts } from './turn-parts.ts'
export { postgresCodeDevices } from './code-devices.ts'
export { postgresDeviceStock } from './device-stock.ts'
