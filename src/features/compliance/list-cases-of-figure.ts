import { expressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely';
import { waysPast } from '../../domain/compliance/branches.ts';
import { findStep } from '../../domain/procedures/next-steps.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { instantInJson } from '../../platform/db/instant-in-json.ts';
import { plannedAnew } from '../../platform/db/prepare.ts';
import type { Schema } from '../../platform/db/schema.ts';
import { reachable } from '../cases/index.ts';
import type { Reading } from '../context/index.ts';
import type {
  CaseMeasure,
  CasesOfFigure,
  ComplianceCasesQuery,
  RunMeasure,
  RunsQuery,
  StepCasesQuery,
} from './contract.ts';
import { arrivedInPeriod, beganInPeriod, outcomeOfRun, standingRuns } from './count-figures.ts';
import { type Question, readQuestion, valueAtMoment } from './question.ts';

const pageSize = 50;

/**
 * The runs that one figure of a step counts, the latest first: those whose case the person may read, and how many
 * more there are. A case that ran the step twice stands there twice. One statement.
 */
export async function listStepCases(
  ctx: Reading,
  step: string,
  query: StepCasesQuery,
): Promise<Result<CasesOfFigure, Refusal>> {
  const read = readQuestion(ctx, query);
  if (!read.ok) return read;
  const question = read.value;
  if (findStep(question.procedure, step) === undefined) return err(refusal('not-found'));
  const figure = runsOfFigure(question, step, query);
  return ok(await listFigure(ctx, question, figure, runLine(question), query.cursor));
}

/** The same over all steps: by who had to do them, or by the unit that had the case. */
export async function listRuns(ctx: Reading, query: RunsQuery): Promise<Result<CasesOfFigure, Refusal>> {
  const read = readQuestion(ctx, query);
  if (!read.ok) return read;
  const question = read.value;
  const { measure = 'ran', actors, holder } = query;
  const unit = holder === 'none' ? null : holder;
  if (unit != null && !isUuid(unit)) return err(refusal('not-found'));
  const figure = sql`select r.case_id, r.number as run, r.entered_at as at from step_runs r
    where ${beganInPeriod(question)}
      and ${measure === 'ran' ? sql`true` : sql`${outcomeOfRun(question.asOf)} = ${measure}`}
      and ${actors === undefined ? sql`true` : sql`r.actors = ${actors.split(',')}::text[]`}
      and ${unit === undefined ? sql`true` : sql`r.unit_id is not distinct from ${unit}::uuid`}`;
  return ok(await listFigure(ctx, question, figure, runLine(question), query.cursor));
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

function runLine({ asOf }: Question): RawBuilder<unknown> {
  return sql`
    select p.id, p.number, p.title, u.name as unit, ${instantInJson(sql`r.entered_at`)} as "from",
      case when r.left_at <= ${asOf} then ${instantInJson(sql`r.left_at`)} end as until,
      ${instantInJson(valueAtMoment(sql`r.dues`, sql`r.due_since`, asOf))} as due, p.zone,
      ${outcomeOfRun(asOf)} as outcome, case when r.done_at <= ${asOf} then r.used end as used,
      r.used_unit as "usedUnit", p.at, p.run
    from page p join step_runs r on r.case_id = p.id and r.number = p.run
      left join units u on u.id = r.unit_id`;
}

/** The cases that one figure of the whole SOP counts, the latest first; as `listStepCases`. */
export async function listComplianceCases(
  ctx: Reading,
  query: ComplianceCasesQuery,
): Promise<Result<CasesOfFigure, Refusal>> {
  const read = readQuestion(ctx, query);
  if (!read.ok) return read;
  const question = read.value;
  const { asOf } = question;
  const figure = sql`select m.case_id, 0 as run, m.received_at as at from measured_cases m
    where ${arrivedInPeriod(question)} and ${caseCondition(asOf, query)}`;
  const line = sql`
    select p.id, p.number, p.title, p.unit_name as unit, ${instantInJson(sql`p.at`)} as "from",
      null as until, null as due, p.zone,
      ${valueAtMoment(sql`m.overalls`, sql`m.overall_since`, asOf)} as outcome,
      null as used, null as "usedUnit", p.at, p.run
    from page p join measured_cases m on m.case_id = p.id`;
  return ok(await listFigure(ctx, question, figure, line, query.cursor));
}

function runsOfFigure(question: Question, step: string, query: StepCasesQuery): RawBuilder<unknown> {
  const { measure = 'ran' } = query;
  if (measure === 'waiting') {
    return sql`select s.case_id, s.number as run, s.entered_at as at from (${standingRuns(question)}) s
      where s.step = ${step}`;
  }
  return sql`select r.case_id, r.number as run, r.entered_at as at from step_runs r
    where ${beganInPeriod(question)} and ${runCondition(question, step, measure)}
      and ${branchCondition(question.asOf, query)}`;
}

function runCondition(
  { asOf, procedure }: Question,
  step: string,
  measure: Exclude<RunMeasure, 'waiting'>,
): RawBuilder<SqlBool> {
  const ofStep = sql<SqlBool>`r.step = ${step}`;
  switch (measure) {
    case 'ran':
      return ofStep;
    case 'done':
      return sql`${ofStep} and r.done_at <= ${asOf}`;
    case 'skipped': {
      const ways = waysPast(procedure, step).map(([from, to]) => sql`(${from}, ${to})`);
      if (ways.length === 0) return sql`false`;
      return sql`r.left_at <= ${asOf} and (r.step, r.next_step) in (${sql.join(ways)})`;
    }
    default:
      return sql`${ofStep} and ${outcomeOfRun(asOf)} = ${measure}`;
  }
}

function branchCondition(asOf: string, { exit, next }: StepCasesQuery): RawBuilder<SqlBool> {
  if (exit === undefined && next === undefined) return sql`true`;
  return sql`r.left_at <= ${asOf} and coalesce(r.exit, 'none') = ${exit ?? 'none'}
    and coalesce(r.next_step, '') = ${next ?? ''}`;
}

function caseCondition(
  asOf: string,
  { measure = 'received', ending }: ComplianceCasesQuery,
): RawBuilder<SqlBool> {
  const endingThen = valueAtMoment(sql`m.endings`, sql`m.ending_since`, asOf);
  if (ending !== undefined) return sql`${endingThen} = ${ending}`;
  const conditions: Readonly<Record<CaseMeasure, () => RawBuilder<SqlBool>>> = {
    received: () => sql`true`,
    kept: () => scheduled(asOf, 'kept'),
    missed: () => scheduled(asOf, 'missed'),
    unjudged: () => scheduled(asOf, 'unjudged'),
    'followed-up': () => sql`m.followed_up_at <= ${asOf}`,
    settled: () => sql`${endingThen} = 'confirmed'`,
    reopened: () => sql`m.reopened_at <= ${asOf}`,
    'overall-within': () => whole(asOf, 'within'),
    'overall-late': () => whole(asOf, 'late'),
    'overall-running': () => whole(asOf, 'running'),
    'overall-cancelled': () => whole(asOf, 'cancelled'),
  };
  return conditions[measure]();
}

function scheduled(asOf: string, schedule: string): RawBuilder<SqlBool> {
  return sql`${valueAtMoment(sql`m.schedules`, sql`m.schedule_since`, asOf)} = ${schedule}`;
}

function whole(asOf: string, outcome: string): RawBuilder<SqlBool> {
  return sql`${valueAtMoment(sql`m.overalls`, sql`m.overall_since`, asOf)} = ${outcome}`;
}

type Item = CasesOfFigure['items'][number];
type Line = Item & { readonly at: string; readonly run: number };

interface Found {
  readonly total: number;
  readonly readable: number;
  readonly lines: readonly Line[];
}

/** `figure` gives case_id, run and at of all that is counted; `line` draws the rows of `page`. */
async function listFigure(
  ctx: Reading,
  { asOf }: Question,
  figure: RawBuilder<unknown>,
  line: RawBuilder<unknown>,
  cursor: string | undefined,
): Promise<CasesOfFigure> {
  const { actor } = ctx;
  const may =
    actor.kind === 'person'
      ? reachable(expressionBuilder<Schema, 'cases'>(), actor, 'case.read')
      : sql<SqlBool>`false`;
  const { rows } = await sql<Found>`${sql.raw(plannedAnew)}
    with figure as materialized (${figure}),
    readable as materialized (
      select f.case_id, f.run, f.at from figure f join cases on cases.id = f.case_id where ${may}),
    page as (
      select c.id, c.number, c.title, c.unit_name, c.state ->> 'zone' as zone, r.run, r.at
      from readable r join cases c on c.id = r.case_id
      where ${after(cursor)} order by r.at desc, r.case_id desc, r.run desc limit ${pageSize + 1}),
    lines as (${line} order by p.at desc, p.id desc, p.run desc)
    select (select count(*) from figure) as total, (select count(*) from readable) as readable,
      (select coalesce(json_agg(json_build_object('id', l.id, 'number', l.number, 'title', l.title,
         'unit', l.unit, 'from', l."from", 'until', l.until, 'due', l.due, 'zone', l.zone,
         'outcome', l.outcome, 'used', l.used, 'usedUnit', l."usedUnit",
         'at', ${instantInJson(sql`l.at`)}, 'run', l.run)), '[]') from lines l) as lines`.execute(ctx.tx);
  const { total = 0, readable = 0, lines = [] } = rows[0] ?? {};
  const page = lines.slice(0, pageSize);
  const last = page.at(-1);
  return {
    asOf,
    total,
    hidden: total - readable,
    items: page.map(({ at: _at, run: _run, ...item }) => item),
    next: lines.length > pageSize && last !== undefined ? writePlace(last) : null,
  };
}

function writePlace({ at, id, run }: Line): string {
  return Buffer.from(`${at}|${id}|${run}`).toString('base64url');
}

/** A place that was tampered with counts as none: the list begins at the top. */
function after(cursor: string | undefined): RawBuilder<SqlBool> {
  const [at = '', id = '', run = ''] = Buffer.from(cursor ?? '', 'base64url')
    .toString()
    .split('|');
  const valid =
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at) &&
    !Number.isNaN(Date.parse(at)) &&
    new Date(at).toISOString() === at &&
    isUuid(id) &&
    /^\d{1,6}$/.test(run);
  return valid
    ? sql`(r.at, r.case_id, r.run) < (${at}::timestamptz, ${id}::uuid, ${Number(run)}::integer)`
    : sql`true`;
}
