export {
  LetterCode,
  letterCodeMac,
  letterCodeTriesLeft,
  letterLife,
  tryLetterCode,
  type IssuedLetterCode,
  type StoredLetterCode,
} from './letter-code.ts'
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
export { printLetter } from './print-letter.ts'
