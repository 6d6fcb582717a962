export { makeChipKey } from './chip-key.ts'
export {
  documentTypes,
  linkAuthority,
  makeAuthority,
  makeDocumentSigner,
  masterListUsage,
  revoke,
  signAs,
  signDocument,
  signMasterList,
  type Authority,
  type DocumentSigner,
} from './country.ts'
export { emulateChip, type ChipKey, type EmulatedChip } from './emulated-chip.ts'
export {
  activeAuthenticationInfo,
  chipAuthenticationInfo,
  chipAuthenticationKey,
  comFile,
  dg11File,
  dg12File,
  dg14File,
  dg15File,
  dg1File,
  dg2File,
  dg2File39794,
  paceInfo,
  passportZone,
  securityInfos,
  type Printed,
} from './files.ts'
export { ecSigning, extension, rsaSigning, type RsaNumbers, type Signing } from './issuing.ts'
export { signRecoverable } from './recoverable-signature.ts'
