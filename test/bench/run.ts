/**
 * `npm run bench`: the real server against its floor, over HTTP, in one run on one durable PostgreSQL; prints
 * each job's figures and their ratio, and the verdict against the aims last.
 *
 *   npm run bench                              10,000 and 100,000 cases, 1, 8 and 32 connections
 *   npm run bench -- --quick                   within a minute: 10,000 cases, 1 and 32 connections
 *   npm run bench -- --cases=10000,1000000     other sizes
 *   npm run bench -- --jobs=submit,search      only these jobs
 *
 * Absolute figures depend on the machine and on who else uses it; ratios within one run count.
 */
import { parseArgs } from 'node:util';
import { judge } from './aims.ts';
import { type Job, jobsOf } from './jobs.ts';
import { figuresOf, joined, repeatWork, type Sample, sendLoad } from './load.ts';
import { type Measured, machineLine, printHead, printRow, printVerdict } from './report.ts';
import type { ServerProcess } from './tuntas-process.ts';
import { type Ground, prepareGround } from './world.ts';

interface Plan {
  readonly cases: readonly number[];
  readonly connections: readonly number[];
  readonly jobs: readonly string[];
  /** Seconds per job, connection count and side; given in turns, floor and real. */
  readonly seconds: number;
  readonly turns: number;
  readonly settleSeconds: number;
}

function readPlan(): Plan {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      cases: { type: 'string' },
      jobs: { type: 'string', default: '' },
    },
  });
  const quick = values.quick;
  const cases = (values.cases ?? (quick ? '10000' : '10000,100000')).split(',').map(Number);
  if (cases.some((count) => !Number.isInteger(count) || count < 100 || count > 5_000_000)) {
    throw new Error('--cases takes whole numbers from 100 to 5000000, with commas between');
  }
  return {
    cases: cases.toSorted((a, b) => a - b),
    connections: quick ? [1, 32] : [1, 8, 32],
    jobs: values.jobs === '' ? [] : values.jobs.split(','),
    seconds: quick ? 0.8 : 4,
    turns: quick ? 1 : 2,
    settleSeconds: quick ? 6 : 60,
  };
}

async function main(): Promise<void> {
  const plan = readPlan();
  const ground = await prepareGround();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void ground.clear().then(() => process.exit(1)));
  }
  try {
    console.log(await machineLine(ground.pool));
    const measured: Measured[] = [];
    for (const cases of plan.cases) measured.push(...(await measureAt(ground, plan, cases)));
    printVerdict(judge(measured, plan.cases));
  } finally {
    await ground.clear();
  }
}

async function measureAt(ground: Ground, plan: Plan, cases: number): Promise<readonly Measured[]> {
  const world = await ground.grow(cases);
  const jobs = jobsOf(world).filter(({ name }) => plan.jobs.length === 0 || plan.jobs.includes(name));
  printHead(cases);
  const measured: Measured[] = [];
  for (const job of jobs) {
    await warmUp(ground, job);
    for (const connections of plan.connections) {
      const row = await measureJob(ground, plan, job, { cases, connections });
      printRow(row);
      measured.push(row);
    }
  }
  return measured;
}

async function warmUp(ground: Ground, job: Job): Promise<void> {
  await measureSide(ground.floor, job, 'floor', 4, 0.3);
  await measureSide(ground.real, job, 'real', 4, 0.3);
}

async function measureJob(
  ground: Ground,
  plan: Plan,
  job: Job,
  at: { readonly cases: number; readonly connections: number },
): Promise<Measured> {
  const floor: Sample[] = [];
  const real: Sample[] = [];
  let memory = 0;
  let left = { left: 0, seconds: 0 };
  for (let turn = 0; turn < plan.turns; turn += 1) {
    const seconds = plan.seconds / plan.turns;
    floor.push(await measureSide(ground.floor, job, 'floor', at.connections, seconds));
    real.push(await measureSide(ground.real, job, 'real', at.connections, seconds));
    memory = Math.max(memory, ground.real.residentMegabytes() ?? 0);
    // What the submissions left to be done must not slow the next measurement down, on either side.
    if (job.writes) left = await ground.settle(plan.settleSeconds);
  }
  return {
    ...at,
    job: job.name,
    floor: figuresOf(joined(floor)),
    real: figuresOf(joined(real)),
    bytes: joined(real).bytes,
    memory: memory === 0 ? null : memory,
    settled: left.left === 0 ? left.seconds : null,
  };
}

async function measureSide(
  server: ServerProcess,
  job: Job,
  side: 'floor' | 'real',
  connections: number,
  seconds: number,
): Promise<Sample> {
  const before = server.processorMilliseconds();
  const sample =
    job.shape === 'request'
      ? await sendLoad(server.url, connections, seconds, job[side])
      : await repeatWork(server.url, connections, seconds, job[side]);
  const after = server.processorMilliseconds();
  return { ...sample, processor: before === null || after === null ? null : after - before };
}

await main();
