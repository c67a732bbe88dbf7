import { type RawBuilder, sql } from 'kysely';
import type { Outcome } from '../../domain/compliance/outcome.ts';
import type { UsedUnit } from '../../domain/compliance/step-run.ts';
import { instantInJson } from '../../platform/db/instant-in-json.ts';
import { plannedAnew } from '../../platform/db/prepare.ts';
import type { Reading } from '../context/index.ts';
import { countable, monthOf, type Question, valueAtMoment } from './question.ts';

export type OutcomeCounts = Readonly<Record<Outcome, number>>;

/** One line of the count; which columns are set tells what it was counted by. */
export interface RunCount extends OutcomeCounts {
  readonly by: 'step' | 'branch' | 'actors' | 'unit';
  readonly version: number | null;
  readonly step: string | null;
  readonly exit: 'ya' | 'tidak' | null;
  /** Empty: the case ended there. */
  readonly next: string | null;
  readonly actors: readonly string[] | null;
  readonly unit_id: string | null;
  readonly unit_name: string | null;
  readonly ran: number;
  readonly done: number;
  readonly median: number | null;
  readonly p90: number | null;
  readonly longest: number | null;
  readonly used_unit: UsedUnit;
}

export interface WaitingCount {
  readonly version: number;
  readonly step: string;
  readonly waiting: number;
  readonly late: number;
  readonly with_reporter: number;
  readonly oldest: string;
  readonly median: string;
}

export interface CaseCount {
  readonly by: 'ending' | 'schedule' | 'overall' | 'all';
  readonly ending: string | null;
  readonly schedule: string | null;
  readonly overall: string | null;
  readonly month: string | null;
  readonly count: number;
  readonly followed_up: number;
  readonly reopened: number;
}

export interface Counts {
  readonly runs: readonly RunCount[];
  readonly waiting: readonly WaitingCount[];
  readonly cases: readonly CaseCount[];
  /** Versions that any run of the period or any waiting case is on. */
  readonly zone: string | null;
}

/**
 * Everything that one page of compliance shows, in one statement: runs of the period by step, branch, actor and
 * unit; where cases stand at the moment asked for; what has become of the cases of the period. Median and 90th
 * percentile are by the nearest rank: the least value that so large a part does not exceed.
 */
export async function countFigures(ctx: Reading, question: Question): Promise<Counts> {
  const { rows } = await sql<Counts>`${sql.raw(plannedAnew)}
    with runs as materialized (${runsOfPeriod(question)}),
         standing as materialized (${standingRuns(question)}),
         arrived as materialized (${casesOfPeriod(question)})
    select ${allOf(countRuns)} as runs, ${allOf(countWaiting)} as waiting, ${allOf(countCases)} as cases,
      (select i.zone from institutions i where i.id = ${question.institution}) as zone`.execute(ctx.tx);
  const [counts] = rows;
  if (counts === undefined) throw new Error('a select without from gives one row');
  return counts;
}

/** The outcome of a run at the moment asked for; null without a limit. */
export function outcomeOfRun(asOf: string): RawBuilder<string | null> {
  return valueAtMoment(sql`r.outcomes`, sql`r.outcome_since`, asOf);
}

/** The runs that began in the period and were known at the moment asked for. */
export function beganInPeriod(question: Question): RawBuilder<unknown> {
  const { from, to, asOf } = question;
  return sql`${countable(question, 'r', sql`r.unit_path`)}
    and r.entered_at >= ${from} and r.entered_at < ${to} and r.entered_at <= ${asOf}`;
}

function runsOfPeriod(question: Question): RawBuilder<unknown> {
  const { asOf } = question;
  return sql`
    select r.procedure_version as version, r.step, r.actors, r.unit_id,
      ${outcomeOfRun(asOf)} as outcome, r.used_unit,
      case when r.left_at <= ${asOf} then r.exit end as exit,
      case when r.left_at <= ${asOf} then coalesce(r.next_step, '') end as next,
      case when r.done_at <= ${asOf} then r.used end as used,
      r.done_at <= ${asOf} as done
    from step_runs r where ${beganInPeriod(question)}`;
}

/** Open then: left later than the moment asked for, or never. Two ways, each by an index of its own. */
export function standingRuns(question: Question): RawBuilder<unknown> {
  const { asOf } = question;
  const ending = valueAtMoment(sql`m.endings`, sql`m.ending_since`, asOf);
  const columns = sql`select r.case_id, r.number, r.procedure_version as version, r.step, r.entered_at,
      ${outcomeOfRun(asOf)} as outcome, ${ending} as ending
    from step_runs r join measured_cases m on m.case_id = r.case_id
    where ${countable(question, 'r', sql`r.unit_path`)} and r.entered_at <= ${asOf}
      and ${ending} is distinct from 'merged'`;
  return sql`${columns} and r.left_at is null union all ${columns} and r.left_at > ${asOf}`;
}

/** The cases that arrived in the period and were known at the moment asked for; of the unit that had them then. */
export function arrivedInPeriod(question: Question): RawBuilder<unknown> {
  const { from, to, asOf } = question;
  return sql`${countable(question, 'm', valueAtMoment(sql`m.unit_paths`, sql`m.unit_since`, asOf))}
    and m.received_at >= ${from} and m.received_at < ${to} and m.ending_since[1] <= ${asOf}`;
}

function casesOfPeriod(question: Question): RawBuilder<unknown> {
  const { asOf } = question;
  return sql`
    select ${valueAtMoment(sql`m.endings`, sql`m.ending_since`, asOf)} as ending,
      ${valueAtMoment(sql`m.schedules`, sql`m.schedule_since`, asOf)} as schedule,
      ${valueAtMoment(sql`m.overalls`, sql`m.overall_since`, asOf)} as overall,
      ${monthOf(sql`m.received_at`)} as month,
      m.followed_up_at <= ${asOf} as followed_up, m.reopened_at <= ${asOf} as reopened
    from measured_cases m where ${arrivedInPeriod(question)}`;
}

const countRuns = sql`
  select case grouping(step, next, actors, unit_id)
           when 7 then 'step' when 3 then 'branch' when 13 then 'actors' else 'unit' end as by,
    version, step, exit, next, actors, unit_id,
    (select u.name from units u where u.id = unit_id) as unit_name,
    count(*) as ran,
    count(*) filter (where outcome = 'within') as within, count(*) filter (where outcome = 'late') as late,
    count(*) filter (where outcome = 'running') as running,
    count(*) filter (where outcome = 'cancelled') as cancelled,
    count(*) filter (where done) as done,
    percentile_disc(0.5) within group (order by used) as median,
    percentile_disc(0.9) within group (order by used) as p90,
    max(used) as longest, max(used_unit) as used_unit
  from runs group by grouping sets ((version, step), (version, step, exit, next), (actors), (unit_id))`;

const countWaiting = sql`
  select version, step, count(*) as waiting, count(*) filter (where outcome = 'late') as late,
    count(*) filter (where ending = 'awaiting-reporter') as with_reporter,
    ${instantInJson(sql`min(entered_at)`)} as oldest,
    ${instantInJson(sql`percentile_disc(0.5) within group (order by entered_at)`)} as median
  from standing group by version, step`;

const countCases = sql`
  select case grouping(ending, schedule, overall, month)
           when 7 then 'ending' when 10 then 'schedule' when 13 then 'overall' else 'all' end as by,
    ending, schedule, overall, month, count(*) as count,
    count(*) filter (where followed_up) as followed_up, count(*) filter (where reopened) as reopened
  from arrived group by grouping sets ((ending), (schedule, month), (overall), ())`;

function allOf(select: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(g), '[]') from (${select}) g)`;
}
