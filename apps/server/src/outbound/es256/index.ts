export { keptKeysVerify } from './kept-keys.ts'
