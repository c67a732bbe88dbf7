import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import pg from 'pg';
import type { DatabaseLog } from './database-log.ts';

export const silentLog: DatabaseLog = { info() {}, warn() {}, error() {} };

// The hooks of a test run in the order in which they were given: a folder that was to go with its test would go while the
// server of that test still writes into it.
const folders: string[] = [];
after(() => {
  for (const dir of folders) rmSync(dir, { recursive: true, force: true });
});

/** A folder for one test, open to the account that runs the server, removed after all of them. */
export function temporaryFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'tuntas-launcher-'));
  chmodSync(dir, 0o755);
  folders.push(dir);
  return dir;
}

/** Runs a program, given as text, in a process of its own; `imports` are names from `launcher.ts`. */
export function runLauncher(
  program: string,
  options: { readonly uid?: number; readonly gid?: number } = {},
): { readonly child: ChildProcess; readonly firstLine: Promise<string> } {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const launcher = JSON.stringify(pathToFileURL(join(root, 'src/platform/db/launcher.ts')));
  const text = `import { findRunningPostgres, startPrivatePostgres } from ${launcher};
    const log = { info() {}, warn() {}, error() {} };
    ${program}`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', text], {
    cwd: root,
    env: { PATH: process.env.PATH, TMPDIR: tmpdir() },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
  const firstLine = new Promise<string>((resolve, reject) => {
    let output = '';
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      errors += part;
    });
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      output += part;
      if (output.includes('\n')) resolve(output.slice(0, output.indexOf('\n')));
    });
    child.once('error', reject);
    child.once('close', () => reject(new Error(`no line was printed; errors: ${errors}`)));
  });
  return { child, firstLine };
}

/** Waits, within a generous bound, until the condition holds. */
export async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const giveUpAt = Date.now() + 30_000;
  while (!(await condition())) {
    if (Date.now() > giveUpAt) throw new Error(`did not happen within 30 s: ${what}`);
    await delay(20);
  }
}

/** One query over a connection of its own. */
export async function ask(url: string, query: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(query)).rows;
  } finally {
    await client.end();
  }
}
