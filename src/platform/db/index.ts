export { type Database, oldestServer, openDatabase } from './connect.ts';
export type { DatabaseLog } from './database-log.ts';
export {
  asDatabaseUnavailable,
  DatabaseUnavailable,
  type DatabaseUnavailableCode,
} from './database-unavailable.ts';
export {
  findRunningPostgres,
  type PrivatePostgres,
  type PrivatePostgresOptions,
  startPrivatePostgres,
} from './launcher.ts';
export { migrate } from './migrate.ts';
export { type Migration, MigrationRefused, type MigrationRefusedCode } from './migration-files.ts';
export { inTransaction } from './transaction.ts';
