import { randomBytes } from 'node:crypto';
import { after } from 'node:test';
import { type Database, openDatabase } from '../../src/platform/db/connect.ts';
import type { DatabaseLog } from '../../src/platform/db/database-log.ts';
import { leaseTestServer } from './database-server.ts';
import { createFromTemplate, databaseUrl, dropDatabase } from './database-template.ts';

/** A database of a test file's own: migrated, with the job queue's schema, otherwise empty. */
export interface TestDatabase<Schema> {
  readonly url: string;
  readonly database: Database<Schema>;
}

/**
 * Gives the test file a database of its own and takes it away afterwards; call it once at the top of the file,
 * or with `t` inside one test. All test processes of this checkout share one throw-away PostgreSQL, which the
 * first one starts and which ends itself shortly after the last. `TEST_DATABASE_URL` (naming a database, with a
 * role that may create others) uses that server instead.
 */
export async function testDatabase<Schema>(
  t: { after(fn: () => Promise<void>): void } = { after },
  { areas = false, ...options }: { readonly max?: number; readonly areas?: boolean } = {},
): Promise<TestDatabase<Schema>> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, release: () => {} } : await leaseTestServer();
  // The time in the name lets a later run on a lasting server sweep away what a killed run left.
  const name = `tuntas_test_${Math.floor(Date.now() / 1000)}_${process.pid}_${randomBytes(4).toString('hex')}`;
  await createFromTemplate(server.url, name, { areas });
  const url = databaseUrl(server.url, name);
  const database = await openDatabase<Schema>(url, { log: silentLog, ...options });
  t.after(async () => {
    await database.close();
    await dropDatabase(server.url, name);
    server.release();
  });
  return { url, database };
}

/** A log for tests that do not look at it. */
export const silentLog: DatabaseLog = { info() {}, warn() {}, error() {} };
