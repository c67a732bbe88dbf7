import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DatabaseUnavailable } from '../../src/platform/db/database-unavailable.ts';
import { claimFolder, livingOwner } from '../../src/platform/db/folder-owner.ts';
import { startPrivatePostgres } from '../../src/platform/db/launcher.ts';
import { checkout } from './database-template.ts';

// One throw-away server for all test processes of a checkout. A holder process of its own runs it; a test
// process holds a lease, which is an open connection to the holder: the kernel closes it however the process
// dies. The holder ends the server and removes its data when no lease is left for a few seconds.

export interface TestServerLease {
  readonly url: string;
  release(): void;
}

/** Joins the running server, or starts it. */
export async function leaseTestServer(): Promise<TestServerLease> {
  const giveUpAt = Date.now() + 90_000;
  let holder: ChildProcess | undefined;
  while (Date.now() < giveUpAt) {
    const lease = await askForLease();
    if (lease !== null) return lease;
    if (holder?.exitCode) break;
    // One that exited with 0 came second; one that is starting or stopping keeps its claim meanwhile.
    const spawned = holder !== undefined && holder.exitCode === null;
    if (!spawned && livingOwner(paths.claim) === null) holder = spawnHolder();
    await delay(40);
  }
  throw new Error(
    `the test database server does not start:\n${readFileSync(paths.log, 'utf8').slice(-2_000)}`,
  );
}

function askForLease(): Promise<TestServerLease | null> {
  return new Promise((resolve) => {
    const lease = connect(paths.socket);
    let answer = '';
    lease.setEncoding('utf8').on('data', (text: string) => {
      answer += text;
      if (!answer.endsWith('\n')) return;
      lease.unref();
      resolve({ url: answer.trim(), release: () => lease.destroy() });
    });
    lease.on('error', () => resolve(null)).on('close', () => resolve(null));
  });
}

function spawnHolder(): ChildProcess {
  const log = openSync(paths.log, 'a', 0o600);
  // The test runner's marks on the environment would make the holder speak the runner's own protocol.
  const { NODE_TEST_CONTEXT: _, NODE_OPTIONS: __, ...env } = process.env;
  const holder = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url)], {
    cwd: checkout,
    env,
    detached: true,
    stdio: ['ignore', log, log],
  });
  holder.unref();
  closeSync(log);
  return holder;
}

async function hold(): Promise<void> {
  const release = claimFolder(paths.claim, paths.base);
  removeLeftovers();
  // The name is new each time, so that a server still going down disturbs nobody.
  const dataDir = `${paths.base}-${randomBytes(6).toString('hex')}`;
  const log = { info() {}, warn: console.warn, error: console.error };
  const server = await startPrivatePostgres({ dataDir, log, durable: false });
  let leases = 0;
  let idle: NodeJS.Timeout;
  const end = async () => {
    door.close();
    await server.stop();
    rmSync(server.dataDir, { recursive: true, force: true });
    rmSync(paths.log, { force: true });
    release();
  };
  const endSoon = (milliseconds: number) => {
    idle = setTimeout(() => void end(), milliseconds);
  };
  const door = createServer((lease) => {
    leases += 1;
    clearTimeout(idle);
    lease
      .on('error', () => {})
      .on('close', () => {
        leases -= 1;
        if (leases === 0) endSoon(3_000);
      });
    lease.resume().write(`${server.url}\n`);
  });
  door.listen(paths.socket, () => endSoon(30_000));
}

function removeLeftovers(): void {
  rmSync(paths.socket, { force: true });
  const prefix = `${paths.base.slice(tmpdir().length + 1)}-`;
  for (const name of readdirSync(tmpdir())) {
    if (name.startsWith(prefix)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function pathsOf(key: string) {
  const base = join(tmpdir(), `tuntas-test-${process.getuid?.() ?? 'me'}-${key}`);
  return { base, claim: `${base}.json`, socket: `${base}.sock`, log: `${base}.log` };
}

const paths = pathsOf(createHash('sha256').update(checkout).digest('hex').slice(0, 8));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await hold().catch((error: unknown) => {
    if (error instanceof DatabaseUnavailable && error.code === 'already-running') process.exit(0);
    console.error(error);
    process.exit(1);
  });
}
