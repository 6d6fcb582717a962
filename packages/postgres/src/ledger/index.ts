export { chainParts, ledgerParts, openBody } from './append.ts'
export { readChain } from './chain.ts'
