export { CmsError, type CmsErrorCode } from './cms-error.ts'
export {
  parseSignedData,
  type SignedAttributes,
  type SignedData,
  type SignerInfo,
  type SignerName,
} from './signed-data.ts'
export { findSigner, verifySignedData } from './verify-signed-data.ts'
