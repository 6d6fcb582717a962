export { postgresHelpedReadings } from './helped-readings.ts'
export {
  postgresHelpedProofs,
  postgresPassportProofs,
  sweepPassportProofs,
} from './passport-proofs.ts'
export { postgresRegainings } from './regainings.ts'
export { postgresTrustLists } from './trust-lists.ts'
