export { postgresRegainings } from './regainings.ts'
export { postgresPassportProofs, sweepPassportProofs } from './passport-proofs.ts'
export { postgresTrustLists } from './trust-lists.ts'
