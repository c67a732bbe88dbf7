/**
 * `npm run test:postgres15`: the suite on PostgreSQL 15, the floor, instead of the newer server that npm
 * brings. Uses the programs of Debian's package (or of `PG_BIN`) for a throw-away server that listens on a
 * socket in a private folder and is removed afterwards. Arguments are those of `npm test`.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { root } from './tree.ts';

interface Account {
  readonly uid: number;
  readonly gid: number;
}

const programs = process.env.PG_BIN ?? '/usr/lib/postgresql/15/bin';

/** PostgreSQL refuses to run as root; then the account that its package made takes over. */
function account(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string) => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout.trim();
  return { uid: Number(idOf('-u')), gid: Number(idOf('-g')) };
}

async function startServer(folder: string, as: Account | undefined): Promise<ChildProcess> {
  const data = join(folder, 'data');
  const initdb = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    { ...as, cwd: folder, encoding: 'utf8' },
  );
  if (initdb.status !== 0) throw new Error(`initdb: ${initdb.error?.message ?? initdb.stderr}`);
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    'fsync=off',
    'timezone=UTC',
    'log_min_messages=fatal',
  ];
  const options = settings.flatMap((setting) => ['-c', setting]);
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...options], {
    ...as,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await untilReady(folder, server);
  return server;
}

async function untilReady(folder: string, server: ChildProcess): Promise<void> {
  const asks = ['-q', '-h', folder, '-U', 'postgres'];
  while (spawnSync(join(programs, 'pg_isready'), asks).status !== 0) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
    await delay(100);
  }
}

async function stopServer(server: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  // Fast shutdown: whoever is still connected is disconnected.
  server.kill('SIGINT');
  await ended;
}

async function runSuite(folder: string): Promise<number> {
  const url = `postgresql://postgres@/postgres?host=${encodeURIComponent(folder)}`;
  const suite = spawn(
    process.execPath,
    ['--import', 'tsx', join(root, 'scripts/test.ts'), ...process.argv.slice(2)],
    { cwd: root, stdio: 'inherit', env: { ...process.env, TEST_DATABASE_URL: url } },
  );
  return new Promise((resolve) => suite.once('exit', (code) => resolve(code ?? 1)));
}

if (!existsSync(join(programs, 'postgres'))) {
  console.error(`no PostgreSQL in ${programs}: install postgresql-15, or name its folder in PG_BIN`);
  process.exit(1);
}
// Ctrl-C ends the suite, which shares the terminal; the server is then stopped in order.
process.on('SIGINT', () => {});
const folder = mkdtempSync(join(tmpdir(), 'tuntas-pg15-'));
const as = account();
try {
  if (as) chownSync(folder, as.uid, as.gid);
  const server = await startServer(folder, as);
  try {
    process.exitCode = await runSuite(folder);
  } finally {
    await stopServer(server);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
