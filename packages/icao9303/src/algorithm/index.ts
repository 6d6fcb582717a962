export { AlgorithmError, type AlgorithmErrorCode } from './algorithm-error.ts'
export type { CipherName } from './block-cipher.ts'
export type { Curve, CurveName } from './curve.ts'
export type { DhGroup } from './dh-group.ts'
export { digest, type DigestName } from './digest.ts'
export {
  parsePublicKey,
  type DhKey,
  type EcKey,
  type PublicKey,
  type RsaKey,
} from './public-key.ts'
export { verifySignature, type SignatureAlgorithm } from './signature.ts'
