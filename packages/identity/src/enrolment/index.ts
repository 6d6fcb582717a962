export { cprLookedUp, type LookUpPurpose } from './cpr-looked-up.ts'
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
export { beginPassportProof, type BegunPassportProof } from './begin-passport-proof.ts'
export { holderOf, type CprInPassports, type DocumentHolder } from './document-holder.ts'
export { importMasterList, type ImportMasterListRefusal } from './import-master-list.ts'
export { importRevocationList, type ImportRevocationListRefusal } from './import-revocation-list.ts'
export { inspectPassport, type InspectPassportRefusal } from './inspect-passport.ts'
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
