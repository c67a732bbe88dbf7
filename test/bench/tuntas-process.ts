import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
const checkout = fileURLToPath(new URL('../..', import.meta.url));

/** A server of ours in a process of its own, listening on a free port of the loopback address. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** From the start of the process to its first answer. */
  readonly startedInMs: number;
  /** Resident memory of this process alone, in MB; null where the system does not tell. */
  residentMegabytes(): number | null;
  /** Processor time that this process alone has used, in ms; null where the system does not tell. */
  processorMilliseconds(): number | null;
  /** Kills it as a power cut would (SIGKILL) and waits until it is gone. */
  kill(): Promise<void>;
  /** Asks it to end (SIGTERM); kills it if it has not after 20 s. May be called twice. */
  stop(): Promise<void>;
}

/** What is set for the real server besides the port; `DATABASE_URL` or `DATA_DIR` say where the data are. */
export type Environment = Readonly<Record<string, string>>;

/**
 * Starts `tuntas serve` as an operator would. Each request may name its own sender in X-Forwarded-For
 * (TRUST_PROXY=loopback), so that a load stands for many addresses and the rate limits stay in force.
 */
export function startTuntas(env: Environment): Promise<ServerProcess> {
  return startServer('src/main/cli.ts', ['serve'], { LOG_LEVEL: 'warn', TRUST_PROXY: 'loopback', ...env });
}

/** Starts any server script of this checkout that takes `PORT` and answers `/healthz`. */
export async function startServer(
  script: string,
  args: readonly string[],
  env: Environment,
): Promise<ServerProcess> {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    cwd: checkout,
    env: { ...withoutTestMarks(), ...env, HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = lastWords(child);
  const url = `http://127.0.0.1:${port}`;
  await firstAnswer(url, child, said);
  return {
    url,
    pid: child.pid ?? 0,
    startedInMs: performance.now() - started,
    residentMegabytes: () => residentMegabytes(child.pid),
    processorMilliseconds: () => processorMilliseconds(child.pid),
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGTERM'),
  };
}

/** Runs a verb of the command line to its end and gives what it printed. Throws where it refused. */
export async function runVerb(args: readonly string[], env: Environment): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main/cli.ts', ...args], {
    cwd: checkout,
    env: { ...withoutTestMarks(), LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = lastWords(child);
  let printed = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`tuntas ${args[0]} ended with ${code}:\n${printed}${said()}`);
  return printed;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function firstAnswer(url: string, child: ChildProcess, said: () => string): Promise<void> {
  const giveUpAt = Date.now() + 120_000;
  while (Date.now() < giveUpAt) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    const answered = await fetch(`${url}/healthz`).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return;
    await delay(15);
  }
  child.kill('SIGKILL');
  throw new Error(`the server does not start:\n${said()}`);
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  const late = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await gone;
  clearTimeout(late);
}

/** The last of what a process wrote to standard error, for the message when it fails. */
function lastWords(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (more: string) => {
    text = (text + more).slice(-4_000);
  });
  return () => text;
}

function residentMegabytes(pid: number | undefined): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}

function processorMilliseconds(pid: number | undefined): number | null {
  try {
    // proc(5): the 14th and 15th fields are user and system time, in ticks of 10 ms; the second may hold spaces.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}

// The test runner's marks on the environment would make a child speak the runner's own protocol, and an
// operator's settings must not reach a measurement.
function withoutTestMarks(): NodeJS.ProcessEnv {
  const { NODE_TEST_CONTEXT: _, NODE_OPTIONS: __, DATABASE_URL: ___, DATA_DIR: ____, ...rest } = process.env;
  return rest;
}
