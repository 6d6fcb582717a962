export {
  LetterCode,
  letterCodeMac,
  letterCodeTriesLeft,
  letterLife,
  tryLetterCode,
  type IssuedLetterCode,
  type StoredLetterCode,
} from './letter-code.ts'
export { letterText, type LetterImprint, type LetterSection } from './letter-text.ts'
export {
  LetterId,
  type Letter,
  type LetterContent,
  type LetterKind,
  type LetterStyle,
  type PrintableLetter,
} from './letter.ts'
export {
  PrintFault,
  type Letters,
  type PrintedLetter,
  type PrintService,
  type SetLetter,
} from './letters.ts'
export { printLetter, takeLetters } from './print-letter.ts'
export type { LetterBlock } from './words/letter-words.ts'
