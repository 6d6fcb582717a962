export { chainParts, ledgerParts, openBody } from './append.ts'
