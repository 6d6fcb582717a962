export { parseCom, type Com } from './com.ts'
export { fileIdentifiers, type DataGroupNumber } from './data-group.ts'
export { parseDg1 } from './dg1.ts'
export { parseDg11, type PersonalDetails } from './dg11.ts'
export { parseDg12, type DocumentDetails } from './dg12.ts'
export { parseDg14, parseDg15 } from './dg14-dg15.ts'
export { parseDg2 } from './dg2.ts'
export type { Face } from './face-19794.ts'
export { LdsError, type LdsErrorCode } from './lds-error.ts'
export {
  parseSecurityInfos,
  type ChipAuthenticationInfo,
  type ChipAuthenticationKey,
  type PaceInfo,
  type PaceMapping,
  type SecurityInfos,
} from './security-infos.ts'
export { parseSod, type Sod } from './sod.ts'
