export {
  keepDecoyPassword,
  postgresPasswordLogins,
  sweepPasswords,
  postgresActivations,
  postgresCodeDevices,
  postgresDeviceAttempts,
  postgresDeviceStock,
  postgresOwnWishes,
  postgresProfiles,
} from './authenticator/index.ts'
export {
  openDatabase,
  type Connection,
  type Database,
  type OpenDatabase,
  type Trip,
} from './database.ts'
export {
  postgresHelpedProofs,
  postgresHelpedReadings,
  postgresPassportProofs,
  postgresRegainings,
  postgresTrustLists,
  sweepPassportProofs,
} from './passport/index.ts'
export { postgresContactCodes, postgresEnrolments, sweepEnrolments } from './enrolment/index.ts'
export { readChain } from './ledger/index.ts'
export { newKeyPair, openKeyRing, postgresSigningKeys } from './keys/index.ts'
export type { KeyRing, RingKey } from './keys/index.ts'
export { postgresLetters } from './letter/index.ts'
export { advanceClock, clockIsReal, migrate, MigrationError, type Clock } from './migrate.ts'
export {
  postgresCodeMessages,
  postgresDeliveries,
  postgresNotices,
  postgresOutbox,
  postgresWaitingOwnerLinks,
} from './notice/index.ts'
export { postgresPersons, postgresWishLists } from './person/index.ts'
export { keepHouseClient, postgresServices } from './service/index.ts'
export {
  postgresBrowserPasses,
  openKeptSteps,
  postgresCodeSignIns,
  postgresOwnChanges,
  postgresOwnerLinks,
  postgresSignIns,
  sweepOwnChanges,
  sweepOwnerLinks,
  sweepSignIns,
  type KeptSteps,
} from './sign-in/index.ts'
export {
  installationSecret,
  localKeyVault,
  openVault,
  type KeyVault,
  type LocalKeys,
  type Vault,
} from './vault/index.ts'
