export {
  letterCodeColumns,
  letterCodeOf,
  letterCodePart,
  letterPart,
  newLetterCodePart,
  type LetterCodeRow,
} from './letter-parts.ts'
export { postgresLetters } from './letters.ts'
