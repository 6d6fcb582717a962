export { AccessError, type AccessErrorCode } from './access-error.ts'
export { encodeCommand, parseResponse, type Command, type Response } from './apdu.ts'
export { performBac } from './bac.ts'
export { plainChannel, secureChannel, type Channel, type Transceiver } from './channel.ts'
export { openChip, type OpenedChip } from './open-chip.ts'
export {
  choosePace,
  performPace,
  type MappingEvidence,
  type PaceResult,
  type Password,
} from './pace.ts'
export { readFile, selectApplication, type ReadOptions } from './read-file.ts'
export { openResponse, protectCommand, type SecureSession } from './secure-messaging.ts'
