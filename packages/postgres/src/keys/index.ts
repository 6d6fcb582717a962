export { openKeyRing, type KeyRing, type RingKey } from './key-ring.ts'
export { newKeyPair, postgresSigningKeys } from './signing-keys.ts'
