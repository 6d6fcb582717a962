export type { Mac, MacPurpose } from './mac.ts'
export { ensureFirstKey, rotateKeys, type RotateKeysRefusal } from './rotate-keys.ts'
export {
  currentKey,
  keyLists,
  publishedKeys,
  rotation,
  type KeyList,
  type Rotation,
  type SigningKey,
} from './signing-key.ts'
export type { NewKeyPair, SigningKeys } from './signing-keys.ts'
