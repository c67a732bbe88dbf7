import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** `pg_dump` and `pg_restore` as an operator has them. */
export interface DumpTools {
  /** Runs one of them; throws with what it said where it fails. Gives what it printed. */
  run(program: 'pg_dump' | 'pg_restore', options: readonly string[]): Buffer;
}

/** The tools of a version that can dump this server, or why there are none. */
export function dumpTools(serverVersion: number): DumpTools | { readonly missing: string } {
  const major = Math.floor(serverVersion / 10_000);
  const folders = [
    process.env.PG_BIN ?? '',
    ...[18, 17, 16, 15].map((one) => `/usr/lib/postgresql/${one}/bin`),
  ];
  const folder = folders.find(
    (one) => one !== '' && existsSync(join(one, 'pg_dump')) && majorOf(one) >= major,
  );
  if (folder === undefined) {
    return { missing: `no pg_dump of version ${major} or newer; npm run test:postgres15 runs this` };
  }
  return {
    run(program, options) {
      const done = spawnSync(join(folder, program), options, { maxBuffer: 512 * 1024 * 1024 });
      if (done.status !== 0) throw new Error(`${program}: ${done.stderr.toString()}`);
      return done.stdout;
    },
  };
}

function majorOf(folder: string): number {
  const { stdout } = spawnSync(join(folder, 'pg_dump'), ['--version'], { encoding: 'utf8' });
  return Number(/(\d+)\./.exec(stdout ?? '')?.[1] ?? 0);
}
