export {
  letterCodeColumns,
  letterCodeOf,
  letterCodePart,
  letterPart,
  newLetterCodePart,
  queueNoticeLetter,
  type LetterCodeRow,
} from './letter-parts.ts'
export { postgresLetters } from './letters.ts'
