export type { PskcSecret } from './container-keys.ts'
export { PskcError } from './pskc-error.ts'
export { readPskc } from './read-pskc.ts'
