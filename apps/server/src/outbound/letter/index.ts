export { openPrintService } from './print-service.ts'
export { openLetterSetter } from './set-letter.ts'
