import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type ServerUser, spawnAs } from './server-user.ts';

/** A server process and the small process beside it that never lets it outlive us. */
export interface Keeper {
  /** Resolves when both are gone, with the server's last exit code. */
  readonly ended: Promise<number>;
  /** From now on the keeper starts the server again if it dies. */
  keepAlive(): void;
  /** Fast shutdown: open transactions are rolled back, everything committed is kept. Resolves when done. */
  end(): Promise<void>;
}

/**
 * Starts the server under a keeper. The keeper holds the reading end of a pipe whose other end only this
 * process has: the kernel closes it however we die, kill -9 included, and the keeper then shuts the server
 * down. It runs in a session of its own, so that no signal to our terminal or process group reaches it.
 */
export function startKeeper(input: {
  readonly postgres: string;
  readonly pgCtl: string;
  readonly cluster: string;
  readonly serverUser: ServerUser | null;
  readonly logFile: number;
}): Keeper {
  const { postgres, pgCtl, cluster, serverUser, logFile } = input;
  const plan = { postgres, pgCtl, cluster, options: spawnAs(serverUser) };
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=16', '-e', keeperProgram, JSON.stringify(plan)],
    {
      ...spawnAs(null),
      detached: true,
      windowsHide: true,
      stdio: ['pipe', logFile, logFile],
    },
  );
  letGo(child);
  const ended = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : 1));
  return {
    ended,
    keepAlive: () => void child.stdin?.write('k'),
    end: async () => {
      child.ref();
      child.stdin?.end();
      await ended;
    },
  };
}

// Neither the keeper nor the pipe may keep this process from ending.
function letGo(child: ChildProcess): void {
  child.unref();
  (child.stdin as unknown as { unref(): void } | null)?.unref();
  // The pipe breaks when the keeper is killed; `ended` tells.
  child.stdin?.on('error', () => {});
}

/**
 * Plain JavaScript, because it runs without our loader. A byte on the pipe asks to keep the server alive: if
 * the server then dies (out of memory, kill -9), it is started again, with growing pauses, since the children
 * of a killed server need a moment to go. It gives up where the server itself will not start ten times in a row;
 * being killed is no such failure. The end of the pipe asks to stop.
 */
const keeperProgram = `
const { spawn } = require('node:child_process');
const { postgres, pgCtl, cluster, options } = JSON.parse(process.argv[1]);
const windows = process.platform === 'win32';
let server, keep = false, ending = false, failures = 0, startedAt = 0;

function start() {
  startedAt = Date.now();
  server = spawn(postgres, ['-D', cluster], { ...options, windowsHide: true, stdio: ['ignore', 'inherit', 'inherit'] });
  let seen = false;
  const gone = (code, signal) => { if (!seen) { seen = true; ended(code ?? 1, signal); } };
  server.once('exit', gone);
  server.once('error', (error) => { console.error('FATAL: ' + error.message); gone(1); });
}

function ended(code, signal) {
  server = undefined;
  if (signal || Date.now() - startedAt > 60000) failures = 0;
  if (ending || !keep || ++failures > 10) process.exit(code);
  setTimeout(() => { if (ending) process.exit(code); start(); }, Math.min(5000, 100 * 2 ** failures));
}

function end() {
  if (ending) return;
  ending = true;
  if (!server) process.exit(0);
  if (windows) spawn(pgCtl, ['stop', '-D', cluster, '-m', 'fast'], { ...options, windowsHide: true, stdio: 'inherit' });
  else server.kill('SIGINT');
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
process.stdin.on('data', () => { keep = true; });
for (const event of ['end', 'close', 'error']) process.stdin.on(event, end);
start();
`;
