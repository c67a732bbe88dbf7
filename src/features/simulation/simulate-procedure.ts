import type { PersonActor } from '../../domain/access/actor.ts';
import type { Permission } from '../../domain/access/permissions.ts';
import { parseDate } from '../../domain/clocks/civil-date.ts';
import { formatInstant, instantOf } from '../../domain/clocks/instant.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Assumption } from '../../domain/simulation/assumption.ts';
import type { ScenarioInput } from '../../domain/simulation/scenario.ts';
import { translator } from '../../platform/i18n/index.ts';
import { runInThread, ThreadStopped } from '../../platform/threads/run-in-thread.ts';
import type { Reading } from '../context/index.ts';
import { readRunnable } from '../procedures/index.ts';
import { assumptionText } from './assumption-text.ts';
import type { AssumptionView, Period, SimulationRequest, SimulationView } from './contract.ts';
import { promiseName } from './promise-name.ts';
import { readPastCases } from './read-past.ts';
import {
  type NotSimulated,
  type PastPeriod,
  type Simulated,
  type SimulationTask,
  simulationLimits,
} from './task.ts';

const thread = new URL('./task.ts', import.meta.url);
const timeoutMs = 60_000;

/**
 * Simulates a procedure in a thread of its own. For whoever holds `procedure.manage` or `statistics.read` in the
 * institution (the first part of the procedure's id); a draft is for who keeps procedures, and the past, which
 * is that of the whole institution, for whom no unit, area or category narrows it. Refuses `not-signed-in`, `not-authorized`,
 * `not-found`, `procedure-not-runnable`, `invalid-input` with the fields that name nothing, `calendar-gap`, and
 * `simulation-too-large` by size, or by time after a minute.
 */
export async function simulateProcedure(
  ctx: Reading,
  request: SimulationRequest,
  signal: AbortSignal,
): Promise<Result<SimulationView, Refusal>> {
  const { actor, office } = ctx;
  if (actor.kind !== 'person') return err(refusal('not-signed-in'));
  const procedure = await findProcedure(ctx, actor, request.procedure);
  if (!procedure.ok) return procedure;
  const input: ScenarioInput = request.scenario ?? {};
  if (input.start !== undefined && parseDate(input.start) === undefined) {
    return err(invalid('scenario.start', 'not-a-date'));
  }
  const { id } = procedure.value;
  const past = await readPeriod(ctx, actor, id, input, 'past', request.past);
  if (!past.ok) return past;
  const replay = await readPeriod(ctx, actor, id, input, 'replay', request.replay);
  if (!replay.ok) return replay;
  const task: SimulationTask = {
    procedure: procedure.value,
    versions: office.procedures.versions(id),
    input,
    calendar: office.calendar,
    rules: office.rules,
    past: past.value,
    replay: replay.value,
    now: ctx.now,
    most: simulationLimits.server,
  };
  const done = await inThread(task, signal);
  return done.ok ? ok(present(done.value, procedure.value, ctx)) : done;
}

type Requested = SimulationRequest['procedure'];

async function findProcedure(
  ctx: Reading,
  actor: PersonActor,
  requested: Requested,
): Promise<Result<Procedure, Refusal>> {
  if ('draft' in requested) return readDraft(ctx, actor, requested.draft);
  const institution = institutionOf(requested.id);
  const reads = ['procedure.manage', 'statistics.read'] as const;
  if (!reads.some((permission) => holdsIn(actor, permission, institution))) {
    return err(refusal('not-authorized'));
  }
  const { procedures } = ctx.office;
  if ('document' in requested) {
    const version = (procedures.find(requested.id)?.version ?? 0) + 1;
    return readRunnable(requested.document, { id: requested.id, version });
  }
  const found = procedures.find(requested.id, requested.version);
  return found === undefined ? err(refusal('not-found')) : ok(found);
}

/** To who does not keep the institution's procedures there are no drafts. */
async function readDraft(ctx: Reading, actor: PersonActor, id: string): Promise<Result<Procedure, Refusal>> {
  const row = await ctx.tx
    .selectFrom('procedure_drafts')
    .select(['procedure_id', 'institution_id', 'document'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined || !holdsIn(actor, 'procedure.manage', row.institution_id)) {
    return err(refusal('not-found'));
  }
  const version = (ctx.office.procedures.find(row.procedure_id)?.version ?? 0) + 1;
  return readRunnable(row.document, { id: row.procedure_id, version });
}

async function readPeriod(
  ctx: Reading,
  actor: PersonActor,
  procedureId: string,
  { zone = 'Asia/Jakarta' }: ScenarioInput,
  name: 'past' | 'replay',
  period: Period | undefined,
): Promise<Result<PastPeriod | null, Refusal>> {
  if (period === undefined) return ok(null);
  const institution = institutionOf(procedureId);
  if (!readsWhole(actor, institution)) return err(refusal('not-authorized'));
  const dates = periodInstants(period, zone);
  if (dates === null) return err(invalid(name, 'not-a-date'));
  const cases = await readPastCases(ctx.tx, {
    procedureId,
    institution,
    ...dates,
    ...(ctx.actor.kind === 'person' ? { reader: ctx.actor } : {}),
  });
  return cases.ok ? ok({ ...dates, cases: cases.value }) : cases;
}

/** The midnights at which a period begins and ends; null where a date does not exist or the end is not later. */
export function periodInstants(
  { from, to }: Period,
  zone: string,
): { readonly from: string; readonly to: string } | null {
  const first = parseDate(from);
  const last = parseDate(to);
  if (first === undefined || last === undefined || last <= first) return null;
  return { from: midnight(first, zone), to: midnight(last, zone) };
}

function midnight(day: number, zone: string): string {
  return formatInstant(instantOf(day, '00:00', zone));
}

/** The first part of a procedure's id. */
export function institutionOf(procedureId: string): string {
  return procedureId.split('/', 1)[0] ?? '';
}

function holdsIn(actor: PersonActor, permission: Permission, institution: string): boolean {
  return actor.grants.some(
    (grant) =>
      grant.permissions.includes(permission) &&
      (grant.institution === null || grant.institution === institution),
  );
}

function readsWhole(actor: PersonActor, institution: string): boolean {
  return actor.grants.some(
    (grant) =>
      (grant.permissions.includes('statistics.read') || grant.permissions.includes('procedure.manage')) &&
      (grant.institution === null || grant.institution === institution) &&
      grant.unitPath === null &&
      grant.areaCode === null &&
      grant.categoryId === null,
  );
}

async function inThread(task: SimulationTask, signal: AbortSignal): Promise<Result<Simulated, Refusal>> {
  try {
    const done = await runInThread<SimulationTask, Result<Simulated, NotSimulated>>(thread, task, {
      signal,
      timeoutMs,
    });
    return done.ok ? done : err(refused(done.error));
  } catch (error) {
    // Nobody waits for the answer to a request that was given up.
    if (error instanceof ThreadStopped) return err(refusal('simulation-too-large', { size: 0, most: 0 }));
    throw error;
  }
}

function refused(why: NotSimulated): Refusal {
  switch (why.code) {
    case 'scenario':
      return {
        code: 'invalid-input',
        fields: Object.fromEntries(why.problems.map(({ field }) => [`scenario.${field}`, 'unknown'])),
      };
    case 'too-large':
      return refusal('simulation-too-large', { size: why.visits, most: why.most });
    case 'calendar-gap':
      return refusal('calendar-gap', { year: why.year });
  }
}

function invalid(field: string, code: string): Refusal {
  return { code: 'invalid-input', fields: { [field]: code } };
}

function present(
  { simulation, replay }: Simulated,
  procedure: Procedure,
  { locale }: Reading,
): SimulationView {
  const said = (assumptions: readonly Assumption[]): AssumptionView[] =>
    assumptions.map((one) => ({
      ...one,
      params: { ...one.params },
      text: assumptionText(one, procedure, locale),
    }));
  const t = translator(locale);
  const named = <T extends { readonly id: string }>(promise: T) => ({
    ...promise,
    name: promiseName(promise.id, t),
  });
  const { loads, ...whole } = simulation as Writable<typeof simulation>;
  return {
    ...whole,
    loads: loads.map((load) => ({
      ...load,
      promises: load.promises.map(named),
      steps: load.steps.map((step) => ({ ...step, promise: step.promise && named(step.promise) })),
    })),
    assumptions: said(simulation.assumptions),
    replay:
      replay === null
        ? null
        : {
            ...(replay as Writable<typeof replay>),
            assumptions: said(replay.assumptions),
          },
  };
}

/** What came out of the thread is a copy that nobody else holds. */
type Writable<T> = T extends readonly (infer E)[]
  ? Writable<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Writable<T[K]> }
    : T;
