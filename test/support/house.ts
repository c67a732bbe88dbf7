import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { importInstitutions } from '../../src/features/organizations/index.ts';
import { importRoles } from '../../src/features/people/index.ts';
import { type AppParts, buildApp } from '../../src/main/app.ts';
import { openKeys, openOffice } from '../../src/main/compose.ts';
import type { LiveOffice } from '../../src/main/live-office.ts';
import { openAllChannels } from '../../src/main/open-channels.ts';
import { root } from '../../src/main/root.ts';
import { createTasks, createWork } from '../../src/main/worker.ts';
import { type Config, readConfig } from '../../src/platform/config/config.ts';
import { type Database, openDatabase } from '../../src/platform/db/connect.ts';
import { type Connections, urlFor } from '../../src/platform/db/connections.ts';
import type { Schema } from '../../src/platform/db/schema.ts';
import type { Account } from '../../src/platform/db/second-wall.ts';
import { inTransaction } from '../../src/platform/db/transaction.ts';
import { type Log, openLog } from '../../src/platform/log/log.ts';
import type { MailboxPace } from '../../src/platform/mail/mailbox-pace.ts';
import type { Mailer } from '../../src/platform/mail/mailer.ts';
import { silentLog, testDatabase } from './database.ts';
import { testAccounts } from './database-template.ts';
import { runDueJobs } from './jobs.ts';

/** The whole application on a database of its own, with a clock that stands until it is moved. */
export interface TestHouse {
  readonly app: FastifyInstance;
  /** The owner's connection, for what a test looks at and tampers with; the application has its own. */
  readonly database: Database<Schema>;
  readonly databaseUrl: string;
  /** The accounts that the application works by. */
  readonly connections: Connections<Schema>;
  readonly office: LiveOffice;
  readonly config: Config;
  readonly clock: FakeClock;
  /** How the session with each mailbox stands. */
  mailboxStates(): ReadonlyMap<string, string>;
  /** Runs what is due by the fake clock, in order, until nothing is. */
  runJobs(): Promise<void>;
  /** Reads what was released or applied behind the application's back, as a running server does every two seconds. */
  refreshOffice(): Promise<void>;
}

export interface FakeClock {
  now(): string;
  /** Moves on to an instant (ISO 8601). Time never goes back. */
  set(instant: string): void;
}

export async function testHouse(
  options: {
    readonly now?: string;
    readonly mailer?: Mailer;
    readonly env?: Record<string, string>;
    /** With all areas of the country, as in a house that people open; few tests need them. */
    readonly areas?: boolean;
    /** Where the application's log goes; nowhere unless a test reads it. */
    readonly log?: Log;
    /** How patient it is with mail servers. */
    readonly mailPace?: MailboxPace;
  } = {},
  t: { after(fn: () => Promise<void>): void } = { after },
): Promise<TestHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'tuntas-house-'));
  const { database, url } = await testDatabase<Schema>(t, { areas: options.areas ?? false });
  const config = readConfig({
    DATA_DIR: folder,
    SECRET_KEY: 'a-test-key-of-more-than-thirty-two-characters',
    PUBLIC_URL: 'http://localhost:8080',
    LOG_LEVEL: 'silent',
    ...options.env,
  });
  if (!config.ok) throw new Error(JSON.stringify(config.error));
  const connections = await openAccounts(url);
  const keys = await openKeys(config.value, folder, database);
  const office = await openOffice(config.value, folder, keys, connections);
  const clock = fakeClock(options.now ?? '2026-11-17T02:12:00.000Z');
  await inTransaction(database.kysely, async (tx) => {
    await importRoles(tx, join(root, 'seeds/reference/roles.yaml'), clock.now());
    await importInstitutions(tx, join(root, 'seeds/reference/institutions.yaml'));
  });
  const parts = {
    ...connections,
    office,
    clock: clock.now,
    config: config.value,
    log: options.log ?? openLog('silent'),
  };
  const app = await buildApp(parts);
  await app.ready();
  const work = createWork(parts, parts.database);
  const lines = openAllChannels(parts, work, options.mailer ?? null, options.mailPace);
  const tasks = createTasks(parts, options.mailer ?? null, lines.channels);
  t.after(async () => {
    await lines.stop();
    await app.close();
    await Promise.all(Object.values(connections).map((one) => one.close()));
    await rm(folder, { recursive: true, force: true });
  });
  return {
    app,
    database,
    databaseUrl: url,
    connections,
    office,
    config: config.value,
    clock,
    mailboxStates: () => lines.mailboxStates(),
    runJobs: () => runDueJobs(database, tasks, clock.now),
    refreshOffice: () => office.refresh(),
  };
}

/** Another server on the same database, with an office of its own that has read what there is now. */
export async function secondNode(
  house: TestHouse,
  t: { after(fn: () => Promise<void>): void },
): Promise<TestHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'tuntas-node-'));
  const office = await officeOf(house, house.config, folder);
  const parts = { ...partsOf(house), office };
  const app = await buildApp(parts);
  await app.ready();
  const tasks = createTasks(parts, null);
  t.after(async () => {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    ...house,
    app,
    office,
    runJobs: () => runDueJobs(house.database, tasks, house.clock.now),
    refreshOffice: () => office.refresh(),
  };
}

/** What the application of this house is put together from, without a log. */
export function partsOf({ connections, office, clock, config }: TestHouse): AppParts {
  return { ...connections, office, clock: clock.now, config, log: openLog('silent') };
}

/** The office as another process on the same database would open it. */
export async function officeOf(
  { database, connections }: Pick<TestHouse, 'database' | 'connections'>,
  config: Config,
  dataDir = config.dataDir,
): Promise<LiveOffice> {
  return openOffice(config, dataDir, await openKeys(config, dataDir, database), connections);
}

/** A pool for each account of the application, as a running server has them. */
async function openAccounts(url: string): Promise<Connections<Schema>> {
  const open = (account: Account, max: number) =>
    openDatabase<Schema>(urlFor(url, account), { log: silentLog, max });
  return {
    database: await open(testAccounts.app, 10),
    sealed: await open(testAccounts.inspectorate, 3),
    ledger: await open(testAccounts.ledger, 2),
  };
}

function fakeClock(start: string): FakeClock {
  let current = new Date(start).toISOString();
  return {
    now: () => current,
    set(instant) {
      const next = new Date(instant).toISOString();
      if (next < current)
        throw new RangeError(`the clock stands at ${current} and cannot go back to ${next}`);
      current = next;
    },
  };
}
