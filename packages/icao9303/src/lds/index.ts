export { LdsError, type LdsErrorCode } from './lds-error.ts'
export {
  parseSecurityInfos,
  type ChipAuthenticationInfo,
  type ChipAuthenticationKey,
  type PaceInfo,
  type PaceMapping,
  type SecurityInfos,
} from './security-infos.ts'
