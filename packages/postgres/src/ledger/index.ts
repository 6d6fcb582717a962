export { chainParts, ledgerParts, openBody } from './append.ts'
export { openEvent, readChain, type EventRow } from './chain.ts'
