export { chipBridge } from './chip-bridge.ts'
export { networkChip, type ChipReader } from './chip-reader.ts'
export { pairReader, type PairRefusal } from './desk-reader.ts'
export {
  askForHelp,
  readForAnother,
  takeHelp,
  type HelpOffer,
  type Helping,
} from './help-passport.ts'
export { passportCall } from './passport-calls.ts'
export type { FileName } from './read-chip.ts'
export {
  beginPassport,
  type PassportProgress,
  type ProvedByPassport,
  type ProvePassportRefusal,
} from './prove-passport.ts'
