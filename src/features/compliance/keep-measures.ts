import { type RawBuilder, sql } from 'kysely';
import type { CaseState } from '../../domain/cases/case.ts';
import type { CaseEvent } from '../../domain/cases/events.ts';
import type { Course } from '../../domain/compliance/course.ts';
import { measureCase } from '../../domain/compliance/measure-case.ts';
import type { MeasuredCase } from '../../domain/compliance/measured-case.ts';
import type { StepRun } from '../../domain/compliance/step-run.ts';
import { writeTogether } from '../../platform/db/write-together.ts';
import { eventsColumn } from '../cases/index.ts';
import type { Context } from '../context/index.ts';

/**
 * Measures these cases by their logs and keeps the result, replacing what was kept of them. May run at any time,
 * again and at once for the same case: the later one waits, reads the log as it then is, and writes the same or
 * more. Three statements, however many cases.
 */
export async function keepMeasures(ctx: Context, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) return;
  // One order for everybody, so that two who measure the same cases never wait for each other.
  const ids = [...caseIds].toSorted();
  await sql`select pg_advisory_xact_lock(hashtextextended('measure:' || id, 0))
    from unnest(${ids}::text[]) as id`.execute(ctx.tx);
  const cases = await ctx.tx
    .selectFrom('cases')
    .where('cases.id', 'in', ids)
    .select(['cases.state', eventsColumn({ but: [] }).as('events')])
    .execute();
  const measured = cases.map((row) => measure(ctx, row.state as CaseState, row.events));
  await writeTogether(ctx.tx, [
    surplusRuns(measured),
    runRows(measured.flatMap(({ runs }) => runs)),
    caseRows(measured.map(({ row }) => row)),
  ]);
}

/**
 * After an act: measures the case unless it has moved on since, for then the job of the later act does it. `to` is
 * the number of the act's last event.
 */
export async function measureAfterAct(
  ctx: Context,
  { caseId, to }: { readonly caseId: string; readonly to: number },
): Promise<void> {
  const row = await ctx.tx.selectFrom('cases').select('version').where('id', '=', caseId).executeTakeFirst();
  if (row !== undefined && row.version <= to) await keepMeasures(ctx, [caseId]);
}

interface Measured {
  readonly row: ReturnType<typeof caseRow>;
  readonly runs: readonly ReturnType<typeof runRow>[];
}

function measure(ctx: Context, state: CaseState, events: readonly CaseEvent[]): Measured {
  const procedure = ctx.office.procedures.get(state.procedure.id, state.procedure.version);
  const measured = measureCase(events, procedure, ctx.office.calendar);
  const about = {
    case_id: state.id,
    institution_id: state.institution,
    procedure_id: state.procedure.id,
    procedure_version: state.procedure.version,
    area_code: state.areaCode,
    category_id: state.categoryId,
    sealed: state.status === 'sealed',
  };
  return {
    row: caseRow(about, state, events.at(-1)?.seq ?? 0, measured),
    runs: measured.runs.map((run) => runRow(about, run)),
  };
}

interface About {
  readonly case_id: string;
  readonly institution_id: string;
  readonly procedure_id: string;
  readonly procedure_version: number;
  readonly area_code: string | null;
  readonly category_id: string | null;
  readonly sealed: boolean;
}

function caseRow(about: About, state: CaseState, version: number, measured: MeasuredCase) {
  return {
    ...about,
    version,
    received_at: state.receivedAt,
    followed_up_at: measured.followedUpAt,
    reopened_at: measured.reopenedAt,
    ending_since: since(measured.endings),
    endings: values(measured.endings),
    unit_since: since(measured.units),
    unit_paths: values(measured.units),
    schedule_since: since(measured.schedule),
    schedules: values(measured.schedule),
    overall_since: since(measured.overall),
    overalls: values(measured.overall),
  };
}

function runRow(about: About, run: StepRun) {
  return {
    ...about,
    number: run.number,
    step: run.step,
    actors: run.actors,
    unit_id: run.unit?.id ?? null,
    unit_path: run.unit?.path ?? null,
    entered_at: run.enteredAt,
    left_at: run.leftAt,
    exit: run.exit,
    next_step: run.next,
    limit_amount: run.limit?.amount ?? null,
    limit_unit: run.limit?.unit ?? null,
    due_since: since(run.dues),
    dues: values(run.dues),
    outcome_since: since(run.outcomes),
    outcomes: values(run.outcomes),
    done_at: run.doneAt,
    used: run.used,
    used_unit: run.usedUnit,
    paused_seconds: run.pausedSeconds,
  };
}

function since(course: Course<unknown>): readonly string[] {
  return course.map(({ from }) => from);
}

function values<T>(course: Course<T>): readonly T[] {
  return course.map(({ value }) => value);
}

/** A log only grows, and so do its runs; should they once be counted otherwise, what was too many goes. */
function surplusRuns(measured: readonly Measured[]): RawBuilder<unknown> {
  const counts = measured.map(({ row, runs }) => ({ case_id: row.case_id, runs: runs.length }));
  return sql`delete from step_runs using ${recordset(counts, 'case_id uuid, runs integer')}
    where step_runs.case_id = r.case_id and step_runs.number > r.runs`;
}

const runColumns = `case_id uuid, number integer, institution_id text, procedure_id text,
  procedure_version integer, step text, actors text[], unit_id uuid, unit_path text, area_code text,
  category_id text, sealed boolean, entered_at timestamptz, left_at timestamptz, exit text, next_step text,
  limit_amount integer, limit_unit text, due_since timestamptz[], dues timestamptz[],
  outcome_since timestamptz[], outcomes text[], done_at timestamptz, used integer, used_unit text,
  paused_seconds integer`;

function runRows(rows: readonly ReturnType<typeof runRow>[]): RawBuilder<unknown> {
  return replaceRows('step_runs', ['case_id', 'number'], runColumns, rows);
}

const caseColumns = `case_id uuid, version integer, institution_id text, procedure_id text,
  procedure_version integer, received_at timestamptz, area_code text, category_id text, sealed boolean,
  followed_up_at timestamptz, reopened_at timestamptz, ending_since timestamptz[], endings text[],
  unit_since timestamptz[], unit_paths text[], schedule_since timestamptz[], schedules text[],
  overall_since timestamptz[], overalls text[]`;

function caseRows(rows: readonly ReturnType<typeof caseRow>[]): RawBuilder<unknown> {
  return replaceRows('measured_cases', ['case_id'], caseColumns, rows);
}

/** As one value, so that the statement is the same however many rows there are. */
function replaceRows(
  table: string,
  key: readonly string[],
  columns: string,
  rows: readonly object[],
): RawBuilder<unknown> {
  const names = columns.split(',').map((column) => column.trim().split(/\s+/)[0] ?? '');
  const others = names.filter((name) => !key.includes(name));
  const list = sql.join(names.map((name) => sql.ref(name)));
  const kept = sql.join(others.map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`));
  return sql`insert into ${sql.table(table)} (${list})
    select ${sql.join(names.map((name) => sql.ref(`r.${name}`)))} from ${recordset(rows, columns)}
    on conflict (${sql.join(key.map((name) => sql.ref(name)))}) do update set ${kept}`;
}

function recordset(rows: readonly object[], columns: string): RawBuilder<unknown> {
  return sql`json_to_recordset(${JSON.stringify(rows)}::json) as r (${sql.raw(columns)})`;
}
