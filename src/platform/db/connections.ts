import { type Database, openDatabase } from './connect.ts';
import type { DatabaseLog } from './database-log.ts';
import { type Account, type Accounts, layWall, resetPasswords } from './second-wall.ts';

/** The ways of one server to the database, each with the rights of its work and no others (docs/adr/0021). */
export interface Connections<Schema> {
  /** Everything ordinary. */
  readonly database: Database<Schema>;
  /** The sealed door, and nothing else. */
  readonly sealed: Database<Schema>;
  /** The chains of the ledger, and nothing else. */
  readonly ledger: Database<Schema>;
}

interface Wall<Schema> extends Connections<Schema> {
  /** Where the job queue signs in: as everything ordinary. Holds the password. */
  readonly databaseUrl: string;
  /** Why all of them work as the owner of the tables, for the operator; null where each has its own account. */
  readonly missing: string | null;
  close(): Promise<void>;
}

/** Everything by the owner's own connection: the command line, which closes it itself. */
export function byOwner<Schema>(database: Database<Schema>, databaseUrl: string): Wall<Schema> {
  return { database, sealed: database, ledger: database, databaseUrl, missing: null, async close() {} };
}

/**
 * Lays the wall and opens a pool for each account. Where the accounts cannot be had, the pools are the owner's. Throws
 * `DatabaseUnavailable` where the database itself is not there.
 */
export async function openWall<Schema>(
  owner: Database<Schema>,
  ownerUrl: string,
  accounts: Accounts,
  log: DatabaseLog,
): Promise<Wall<Schema>> {
  const withoutAccounts = (reason: string) => {
    log.warn({ reason }, 'the application works as the owner of its tables');
    return openPools<Schema>(ownerUrl, null, reason, log);
  };
  const missing = await layWall(owner.pool, accounts);
  if (missing !== null) return withoutAccounts(missing);
  const attempt = () => openPools<Schema>(ownerUrl, accounts, null, log).catch(noneIfRefused);
  let wall = await attempt();
  // Somebody has set another password, or the database was restored beside older accounts.
  if (wall === null && (await resetPasswords(owner.pool, accounts))) wall = await attempt();
  return wall ?? withoutAccounts('the database does not let its roles in');
}

/** The address of the same database for another account. */
export function urlFor(url: string, { name, password }: Account): string {
  const [address = '', settings = ''] = url.split('?', 2);
  const kept = settings.split('&').filter((one) => one !== '' && !/^(?:user|password)=/.test(one));
  const own = address.replace(/^(\w+:\/\/)(?:[^/#]*@)?/, `$1${encodeURIComponent(name)}:${password}@`);
  return kept.length === 0 ? own : `${own}?${kept.join('&')}`;
}

async function openPools<Schema>(
  ownerUrl: string,
  accounts: Accounts | null,
  missing: string | null,
  log: DatabaseLog,
): Promise<Wall<Schema>> {
  const urlOf = (which: keyof Accounts) => (accounts === null ? ownerUrl : urlFor(ownerUrl, accounts[which]));
  const opened: Database<Schema>[] = [];
  const close = async () => {
    await Promise.all(opened.map((one) => one.close()));
  };
  try {
    for (const [which, max] of sizes) {
      opened.push(await openDatabase<Schema>(urlOf(which), { log, max, applicationName: `tuntas-${which}` }));
    }
  } catch (error) {
    await close();
    throw error;
  }
  const [database, sealed, ledger] = opened as [Database<Schema>, Database<Schema>, Database<Schema>];
  return { database, sealed, ledger, databaseUrl: urlOf('app'), missing, close };
}

/** How many connections each may have; what is idle for a minute is closed. */
const sizes = [
  ['app', 10],
  ['inspectorate', 5],
  ['ledger', 2],
] as const;

/** A wrong password, no way in for this role, or a pooler before the database that does not know it. */
function noneIfRefused(error: unknown): null {
  const { code, cause } = error as { code?: string; cause?: { code?: string } };
  if (code === 'credentials-refused' || code === '42501' || cause?.code === '08P01') return null;
  throw error;
}
