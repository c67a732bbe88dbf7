import { join } from 'node:path';
import { layRevision } from '../domain/clocks/revision.ts';
import { readAppliedRevisions } from '../features/calendars/index.ts';
import { loadCalendar, loadRules } from '../features/clocks/index.ts';
import { loadPrivacyRules } from '../features/privacy/index.ts';
import { loadProcedures, loadRegistry, readReleases, withReleases } from '../features/procedures/index.ts';
import type { Config } from '../platform/config/config.ts';
import { KeyUnreadable, readSecretKeys } from '../platform/config/secret-key.ts';
import { KeysUnusable, loadKeys } from '../platform/crypto/installation-keys.ts';
import { type KeyRing, openRing } from '../platform/crypto/key-ring.ts';
import type { Keys } from '../platform/crypto/keys.ts';
import type { Database } from '../platform/db/connect.ts';
import type { Connections } from '../platform/db/connections.ts';
import type { Schema } from '../platform/db/schema.ts';
import type { Accounts } from '../platform/db/second-wall.ts';
import { inTransaction } from '../platform/db/transaction.ts';
import { openFolderStore } from '../platform/storage/files.ts';
import { type CurrentOffice, type LiveOffice, openLiveOffice, readRevision } from './live-office.ts';
import { root } from './root.ts';
import { StartRefused } from './start-refused.ts';

/**
 * Everything an office works by. From files, held for the life of the process: rules, keys, the folder of
 * attachments, the procedures and calendars that ship. From the database, read again whenever it changes: the
 * versions released and the revisions of the calendar applied here. Throws `StartRefused` with every problem found, by file and line.
 */
export async function openOffice(
  config: Config,
  dataDir: string,
  keys: Keys,
  { database: { kysely }, ledger }: Pick<Connections<Schema>, 'database' | 'ledger'>,
): Promise<LiveOffice> {
  const procedures = loadProcedures(join(root, 'procedures'));
  const calendar = loadCalendar(join(root, 'calendars'));
  const rules = loadRules(join(root, 'rules'));
  const registry = loadRegistry(join(root, 'rules', 'registry.yaml'));
  const privacy = loadPrivacyRules(join(root, 'rules'));
  if (!procedures.ok || !calendar.ok || !rules.ok || !registry.ok || !privacy.ok) {
    const dated = [calendar, rules].flatMap((loaded) =>
      loaded.ok ? [] : loaded.error.map((problem) => `${problem.file}:${problem.line} ${problem.message}`),
    );
    const drawn = [procedures, registry].flatMap((loaded) =>
      loaded.ok ? [] : loaded.error.map((problem) => problem.message),
    );
    throw new StartRefused([...drawn, ...dated, ...(privacy.ok ? [] : privacy.error)]);
  }
  const shipped = { procedures: procedures.value, calendar: calendar.value };

  /** What ships, and over it what this office has released. */
  const readCurrent = async (): Promise<CurrentOffice> => {
    // The number first: what is read after it may be newer than it says, never older.
    const revision = await readRevision(kysely);
    const released = withReleases(shipped.procedures, await readReleases(kysely));
    if (!released.ok) throw new StartRefused(released.error);
    const decreed = await readAppliedRevisions(kysely);
    return { revision, procedures: released.value, calendar: decreed.reduce(layRevision, shipped.calendar) };
  };

  return openLiveOffice(kysely, readCurrent, {
    rules: rules.value.clocks,
    registry: registry.value,
    privacy: privacy.value,
    keys,
    inLedger: (work) => inTransaction(ledger.kysely, work),
    files: openFolderStore(join(dataDir, 'attachments')),
    defaultInstitution: config.defaultInstitution,
  });
}

/** The secret keys of the configuration. Throws `StartRefused` where one cannot be had. */
export async function openKeyRing(config: Config, dataDir: string): Promise<KeyRing> {
  try {
    const { current, old } = await readSecretKeys(config.secretKeys, dataDir);
    return openRing(current, old);
  } catch (error) {
    if (error instanceof KeyUnreadable) throw new StartRefused([error.message]);
    throw error;
  }
}

/** The installation's keys, read as the owner of the tables. Throws `StartRefused` where they do not open. */
export async function openKeys(config: Config, dataDir: string, { pool }: Database<Schema>): Promise<Keys> {
  try {
    return await loadKeys(pool, await openKeyRing(config, dataDir));
  } catch (error) {
    if (error instanceof KeysUnusable) throw new StartRefused([error.message]);
    throw error;
  }
}

/**
 * The accounts of the server's parts, named after the database, so that two in one cluster have each their own. The
 * passwords follow from the installation's hash root: every node knows them, none is kept anywhere, and they outlive a
 * change of SECRET_KEY.
 */
export async function accountsOf(keys: Keys, { pool }: Database<Schema>): Promise<Accounts> {
  const { rows } = await pool.query<{ name: string }>('select current_database() as name');
  const name = rows[0]?.name ?? '';
  const secret = (words: string) => keys.hash('database-account', words);
  // PostgreSQL cuts longer names, which could make two of one.
  const base = name.length <= 40 ? name : secret(name).toString('hex').slice(0, 24);
  const account = (part: string) => ({
    name: `${base}_${part}`,
    password: secret(`${name} ${part}`).toString('base64url'),
  });
  return { app: account('app'), ledger: account('ledger'), inspectorate: account('inspectorate') };
}
