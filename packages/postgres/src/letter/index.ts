export {
  endPasswordCodesPart,
  letterCodeColumns,
  letterCodeOf,
  letterCodePart,
  letterPart,
  newLetterCodePart,
  queueNoticeLetter,
  type LetterCodeRow,
} from './letter-parts.ts'
export { postgresLetters } from './letters.ts'
export { styleColumns, styleOf, type StyleRow } from './style.ts'
