export {
  isSelfIssued,
  isSelfSigned,
  isSignedBy,
  isValidAt,
  parseCertificate,
  type Certificate,
  type Signed,
} from './certificate.ts'
export { parseRevocationList, type RevocationList } from './crl.ts'
export type { DistinguishedName } from './distinguished-name.ts'
export { parseMasterList, readMasterList, type MasterList } from './master-list.ts'
export { PkiError, type PkiErrorCode } from './pki-error.ts'
export {
  createTrustStore,
  findPath,
  isListTrusted,
  revocationOf,
  type PathProblem,
  type Revocation,
  type TrustPath,
  type TrustSources,
  type TrustStore,
} from './trust-store.ts'
