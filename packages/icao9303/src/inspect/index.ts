export {
  challengeLength,
  performActiveAuthentication,
  verifyActiveAuthentication,
} from './active-authentication.ts'
export {
  relayChipAuthentication,
  startChipAuthentication,
  verifyChipAuthentication,
  verifyMappingEvidence,
  type ChipAuthenticationOrder,
  type ChipAuthenticationRun,
} from './chip-authentication.ts'
export { inspectDocument, type DocumentFiles, type Inspection } from './inspect-document.ts'
export {
  isAuthentic,
  isOriginalChip,
  outcomeOf,
  type Check,
  type CheckResult,
  type InspectionReport,
  type Outcome,
  type Reason,
} from './report.ts'
