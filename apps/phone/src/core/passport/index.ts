export { networkChip, type ChipReader } from './chip-reader.ts'
export {
  beginPassport,
  type PassportProgress,
  type ProvePassportRefusal,
} from './prove-passport.ts'
