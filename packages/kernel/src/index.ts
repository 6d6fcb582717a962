export type { Brand } from './brand.ts'
export {
  base64url,
  concat,
  equalBytes,
  fromBase64url,
  fromUtf8,
  utf8,
  type Bytes,
  type Random,
} from './bytes.ts'
export { crockford, readCrockford } from './crockford.ts'
export { forgetOldest } from './forget-oldest.ts'
export { idOf, type Id } from './id.ts'
export { Instant, type Seconds } from './instant.ts'
export { accept, refuse, type Result, type UseCase } from './result.ts'
