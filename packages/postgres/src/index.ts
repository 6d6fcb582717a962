export {
  openDatabase,
  type Connection,
  type Database,
  type OpenDatabase,
  type Trip,
} from './database.ts'
export { advanceClock, clockIsReal, migrate, MigrationError, type Clock } from './migrate.ts'
export { statement, type Statement } from './statement.ts'
export { part, together, type Lost, type Part } from './together.ts'
export {
  installationSecret,
  openVault,
  type DataKey,
  type KeyVault,
  type Vault,
} from './vault/index.ts'
