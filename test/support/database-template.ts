import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { importAreas } from '../../src/features/areas/index.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { type Accounts, layWall } from '../../src/platform/db/second-wall.ts';

/** The checkout that these tests belong to. */
export const checkout = fileURLToPath(new URL('../..', import.meta.url));

/** The same server, another database. The address must name one. */
export function databaseUrl(url: string, name: string): string {
  return url.replace(/\/[^/?]*(\?|$)/, `/${name}$1`);
}

/**
 * Creates the database `name` as a copy of the migrated template, which is built first if the migrations have
 * changed; with `areas`, all 91,599 of them lie in it. Callers take turns, so that no template is replaced while it is being copied.
 */
export async function createFromTemplate(
  serverUrl: string,
  name: string,
  { areas = false }: { readonly areas?: boolean } = {},
): Promise<void> {
  await withAdmin(serverUrl, async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [turnLock]);
    const bare = templateName();
    await ensureTemplate(admin, serverUrl, bare, async (unfinished) => {
      await sweep(admin);
      await migrateTemplate(admin, serverUrl, unfinished);
    });
    const settled = `${bare}_areas`;
    if (areas) {
      await ensureTemplate(admin, serverUrl, settled, async (unfinished) => {
        await admin.query(`create database ${unfinished} template ${bare} strategy file_copy`);
        await fillAreas(databaseUrl(serverUrl, unfinished));
      });
    }
    await admin.query(`create database ${name} template ${areas ? settled : bare} strategy file_copy`);
  });
}

export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await withAdmin(
    serverUrl,
    async (admin) => void (await admin.query(`drop database if exists ${name} with (force)`)),
  );
}

async function withAdmin(serverUrl: string, work: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

// Built under another name first: an interrupted build never passes for a template.
async function ensureTemplate(
  admin: pg.Client,
  serverUrl: string,
  template: string,
  build: (unfinished: string) => Promise<void>,
): Promise<void> {
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [template]);
  if (rowCount !== 0) return;
  const unfinished = `${template}_unfinished`;
  await dropDatabase(serverUrl, unfinished);
  await build(unfinished);
  await admin.query(`alter database ${unfinished} with allow_connections false`);
  await admin.query(`alter database ${unfinished} rename to ${template}`);
}

async function migrateTemplate(admin: pg.Client, serverUrl: string, name: string): Promise<void> {
  await admin.query(`create database ${name} template template0 encoding 'UTF8'`);
  const connectionString = databaseUrl(serverUrl, name);
  await runMigrations({ connectionString, logger: new Logger(() => () => {}) });
  await migrate(connectionString, join(checkout, 'migrations'), silent);
  const owner = new pg.Pool({ connectionString, max: 1 });
  try {
    const missing = await layWall(owner, testAccounts);
    if (missing !== null) throw new Error(missing);
  } finally {
    await owner.end();
  }
}

/** Of all databases made from templates: what is granted to them is copied along. */
export const testAccounts: Accounts = {
  app: { name: 'tuntas_test_app', password: 'of-the-tests' },
  ledger: { name: 'tuntas_test_ledger', password: 'of-the-tests' },
  inspectorate: { name: 'tuntas_test_inspectorate', password: 'of-the-tests' },
};

async function fillAreas(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  try {
    await importAreas(pool, areasFile, silent);
  } finally {
    await pool.end();
  }
}

// On a server that lasts: earlier templates of this checkout, and databases of killed runs an hour ago or more.
async function sweep(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>(
    `select datname from pg_database d
      where datname like $1 || '%'
         or (datname ~ '^tuntas_test_[0-9]+_' and split_part(datname, '_', 3)::bigint < extract(epoch from now()) - 3600
             and not exists (select from pg_stat_activity a where a.datname = d.datname))`,
    [templatePrefix],
  );
  for (const { datname } of rows) await admin.query(`drop database if exists ${datname} with (force)`);
}

function templateName(): string {
  const hash = createHash('sha256').update(readFileSync(join(checkout, 'package-lock.json')));
  hash.update(readFileSync(areasFile));
  const dir = join(checkout, 'migrations');
  for (const file of wallFiles) hash.update(readFileSync(join(checkout, 'src/platform/db', file)));
  for (const file of readdirSync(dir).sort()) hash.update(file).update(readFileSync(join(dir, file)));
  return `${templatePrefix}${hash.digest('hex').slice(0, 12)}`;
}

const templatePrefix = `tuntas_template_${createHash('sha256').update(checkout).digest('hex').slice(0, 8)}_`;
const wallFiles = ['second-wall.ts', 'wall-rights.ts'];
const turnLock = 7_261_109_502;
const areasFile = join(checkout, 'seeds/reference/areas.csv.gz');
const silent = { info() {}, warn() {}, error() {} };
