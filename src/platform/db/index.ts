export { type Database, openDatabase } from './connect.ts';

export { findRunningPostgres, type PrivatePostgres, startPrivatePostgres } from './launcher.ts';

export { inTransaction } from './transaction.ts';
