import { availableParallelism, cpus, totalmem } from 'node:os';
import type pg from 'pg';
import type { Verdict } from './aims.ts';
import type { JobName } from './jobs.ts';
import type { Figures } from './load.ts';

/** One job at one size and connection count, on both sides. */
export interface Measured {
  readonly job: JobName;
  readonly cases: number;
  readonly connections: number;
  readonly floor: Figures;
  readonly real: Figures;
  /** The longest answer of the real server, headers included. */
  readonly bytes: number;
  /** Resident memory of the real server after it, in MB; null where the system does not tell. */
  readonly memory: number | null;
  /** Seconds until the work left in the queue was done; null where it was not in the time given. */
  readonly settled: number | null;
}

export async function machineLine(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ version: string; fsync: string; commit: string }>(
    `select current_setting('server_version') as version, current_setting('fsync') as fsync,
            current_setting('synchronous_commit') as commit`,
  );
  const [server] = rows;
  return [
    `${new Date().toISOString().slice(0, 16)}Z`,
    `Node ${process.versions.node}`,
    `PostgreSQL ${server?.version} (fsync ${server?.fsync}, synchronous_commit ${server?.commit})`,
    `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown processor'}`,
    `${Math.round(totalmem() / 2 ** 30)} GB`,
  ].join(', ');
}

export function printHead(cases: number): void {
  console.log(`\n${cases.toLocaleString('en')} cases`);
  console.log(
    row([
      'job',
      'conns',
      'req/s',
      'p50 ms',
      'p95 ms',
      'p99 ms',
      'floor/s',
      'p50 ms',
      'p99 ms',
      'ratio',
      'cpu ms',
      'floor',
      'MB',
      'kB',
      'settled',
    ]),
  );
}

export function printRow({ job, connections, real, floor, bytes, memory, settled }: Measured): void {
  const { perSecond, p50, p95, p99 } = real;
  const numbers = [perSecond, p50, p95, p99, floor.perSecond, floor.p50, floor.p99].map((value) =>
    value.toFixed(1),
  );
  const ratio = `${Math.round((perSecond / floor.perSecond) * 100)} %`;
  const rest = [
    real.processor?.toFixed(1) ?? '',
    floor.processor?.toFixed(2) ?? '',
    memory === null ? '' : memory.toFixed(0),
    bytes === 0 ? '' : (bytes / 1000).toFixed(1),
    settled === null ? 'not yet' : settled < 0.05 ? '' : `${settled.toFixed(1)} s`,
  ];
  console.log(row([job, String(connections), ...numbers, ratio, ...rest]));
}

export function printVerdict(verdicts: readonly Verdict[]): void {
  console.log('\nVerdict');
  for (const { aim, found, met } of verdicts) console.log(`${met ? 'met    ' : 'NOT met'}  ${aim}: ${found}`);
  console.log(`${verdicts.filter(({ met }) => met).length} of ${verdicts.length} aims met`);
}

function row(cells: readonly string[]): string {
  return cells.map((cell, place) => (place === 0 ? cell.padEnd(11) : cell.padStart(8))).join(' ');
}
