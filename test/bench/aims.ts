import type { JobName } from './jobs.ts';
import type { Measured } from './report.ts';

export interface Verdict {
  readonly aim: string;
  readonly found: string;
  readonly met: boolean;
}

/** Share of the floor's requests per second that each job must reach. */
const shares: readonly { readonly jobs: readonly JobName[]; readonly share: number }[] = [
  { jobs: ['submit'], share: 0.45 },
  { jobs: ['case page', 'tracking'], share: 0.4 },
  { jobs: ['work list', 'search'], share: 0.6 },
];

/** p50 in milliseconds at one connection, on the largest table measured. */
const waits: readonly { readonly job: JobName; readonly milliseconds: number }[] = [
  { job: 'work list', milliseconds: 20 },
  { job: 'case page', milliseconds: 20 },
  { job: 'search', milliseconds: 100 },
];

/**
 * What the measurements say of each aim. A share is the mean over the connection counts and sizes, since one
 * of them alone wavers on a shared machine; what was not measured is left out.
 */
export function judge(measured: readonly Measured[], cases: readonly number[]): readonly Verdict[] {
  const smallest = Math.min(...cases);
  const largest = Math.max(...cases);
  return [
    ...shares.flatMap(({ jobs, share }) =>
      jobs.flatMap((job) => shareVerdict(of(measured, job), job, share)),
    ),
    ...tailVerdicts(measured),
    ...cycleVerdicts(of(measured, 'life cycle'), smallest, largest),
    ...waits.flatMap(({ job, milliseconds }) =>
      waitVerdicts(of(measured, job), job, milliseconds, { smallest, largest }),
    ),
    ...memoryVerdict(measured),
  ];
}

function of(measured: readonly Measured[], job: JobName): readonly Measured[] {
  return measured.filter((one) => one.job === job);
}

function shareVerdict(rows: readonly Measured[], job: JobName, share: number): readonly Verdict[] {
  if (rows.length === 0) return [];
  const found = mean(rows.map(ratioOf));
  return [
    {
      aim: `${job}: at least ${percent(share)} of the floor`,
      found: `${percent(found)} (${rows.map((row) => percent(ratioOf(row))).join(', ')})`,
      met: found >= share,
    },
  ];
}

function tailVerdicts(measured: readonly Measured[]): readonly Verdict[] {
  const rows = measured.filter((one) => one.connections === 32 && one.job !== 'life cycle');
  const worst = rows.toSorted((a, b) => b.real.p99 / b.real.p50 - a.real.p99 / a.real.p50)[0];
  if (worst === undefined) return [];
  const times = worst.real.p99 / worst.real.p50;
  return [
    {
      aim: 'p99 under 10 × p50 at 32 connections',
      found: `at most ${times.toFixed(1)} × (${worst.job})`,
      met: times < 10,
    },
  ];
}

function cycleVerdicts(rows: readonly Measured[], smallest: number, largest: number): readonly Verdict[] {
  const best = (cases: number): Measured | undefined =>
    rows.filter((row) => row.cases === cases).toSorted((a, b) => b.real.perSecond - a.real.perSecond)[0];
  const [least, most] = [best(smallest), best(largest)];
  if (least === undefined || most === undefined) return [];
  const where = `${most.connections} connections, ${most.cases.toLocaleString('en')} cases`;
  return [
    {
      aim: 'life cycles: over 60 a second on two cores',
      found: `${most.real.perSecond.toFixed(1)} (${where}; at ${smallest.toLocaleString('en')}: ${least.real.perSecond.toFixed(1)})`,
      met: most.real.perSecond > 60,
    },
    {
      aim: 'life cycle: p95 under 200 ms',
      found: rows
        .filter((row) => row.cases === largest)
        .map((row) => `${row.real.p95.toFixed(0)} ms at ${row.connections}`)
        .join(', '),
      met: most.real.p95 < 200,
    },
  ];
}

function waitVerdicts(
  rows: readonly Measured[],
  job: JobName,
  milliseconds: number,
  { smallest, largest }: { readonly smallest: number; readonly largest: number },
): readonly Verdict[] {
  const alone = (cases: number): number | undefined =>
    rows.find((row) => row.cases === cases && row.connections === 1)?.real.p50;
  const [before, after] = [alone(smallest), alone(largest)];
  if (before === undefined || after === undefined) return [];
  const growth = {
    aim: `${job}: p50 at most 2 × that at ${smallest.toLocaleString('en')} cases`,
    found: `${(after / before).toFixed(2)} × (${before.toFixed(1)} ms, ${after.toFixed(1)} ms)`,
    met: after <= 2 * before,
  };
  const wait = {
    aim: `${job}: p50 under ${milliseconds} ms at ${largest.toLocaleString('en')} cases`,
    found: `${after.toFixed(1)} ms`,
    met: after < milliseconds,
  };
  return smallest === largest ? [wait] : [wait, growth];
}

function memoryVerdict(measured: readonly Measured[]): readonly Verdict[] {
  const memory = Math.max(...measured.map((one) => one.memory ?? 0));
  if (memory <= 0) return [];
  return [
    { aim: 'server under 250 MB resident', found: `${memory.toFixed(0)} MB at most`, met: memory < 250 },
  ];
}

function ratioOf({ real, floor }: Measured): number {
  return real.perSecond / floor.perSecond;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
