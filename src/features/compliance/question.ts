import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Grant, PersonActor } from '../../domain/access/actor.ts';
import { dayOf, formatDate, parseDate } from '../../domain/clocks/civil-date.ts';
import { formatInstant, instantOf, localDay, parseInstant } from '../../domain/clocks/instant.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { inArea, notNamed } from '../cases/index.ts';
import type { Reading } from '../context/index.ts';
import type { ComplianceQuery } from './contract.ts';

/** A question about compliance as it is asked of the tables: whose figures, of which days, as seen when. */
export interface Question {
  readonly procedure: Procedure;
  readonly version: number | null;
  readonly institution: string | null;
  readonly unit: string | null;
  /** `YYYY-MM-DD`, both included. */
  readonly days: { readonly from: string; readonly to: string };
  /** The same as instants, `to` not included. */
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
  readonly grants: readonly Grant[];
  readonly person: PersonActor;
}

/** Figures of the whole country speak of one day; as on the work lists it ends when it ends in Jakarta. */
const zone = 'Asia/Jakarta';

/**
 * Checks the question and the right to ask it. Without days: from the first of the month before last. Refuses
 * `not-signed-in`, `not-authorized`, `not-found` (no such SOP or version) and `invalid-input` (from, to, asOf).
 */
export function readQuestion(ctx: Reading, query: ComplianceQuery): Result<Question, Refusal> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return err(refusal('not-signed-in'));
  const grants = actor.grants.filter((grant) => grant.permissions.includes('statistics.read'));
  const institution = query.institution ?? null;
  const reaching = grants.filter(
    (grant) => grant.institution === null || institution === null || grant.institution === institution,
  );
  if (reaching.length === 0) return err(refusal('not-authorized'));
  const procedure = ctx.office.procedures.find(query.procedure, query.version);
  if (procedure === undefined) return err(refusal('not-found'));
  const asOf = readMoment(query.asOf, ctx.now);
  if (asOf === null) return err(atFault('asOf', 'not-a-date'));
  const days = readDays(query, asOf);
  if ('code' in days) return err(days);
  return ok({
    procedure,
    version: query.version ?? null,
    institution,
    unit: query.unit ?? null,
    days,
    from: startOf(dayOf(days.from)),
    to: startOf(dayOf(days.to) + 1),
    asOf,
    grants: reaching,
    person: actor,
  });
}

/** Nothing is known of the future: a later moment is now. */
function readMoment(text: string | undefined, now: string): string | null {
  if (text === undefined) return now;
  const day = parseDate(text);
  const instant =
    day === undefined ? readInstant(text) : formatInstant(instantOf(day + 1, '00:00', zone) - 1);
  if (instant === null) return null;
  return instant < now ? instant : now;
}

function readInstant(text: string): string | null {
  try {
    return formatInstant(parseInstant(text));
  } catch {
    return null;
  }
}

function readDays(query: ComplianceQuery, asOf: string): Question['days'] | Refusal {
  const lastDay = formatDate(localDay(parseInstant(asOf), zone));
  const to = query.to ?? lastDay;
  if (parseDate(to) === undefined) return atFault('to', 'not-a-date');
  const from = query.from ?? monthBeforeLast(to);
  if (parseDate(from) === undefined) return atFault('from', 'not-a-date');
  return to < from ? atFault('to', 'out-of-range') : { from, to };
}

function monthBeforeLast(day: string): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 3;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
}

function startOf(day: number): string {
  return formatInstant(instantOf(day, '00:00', zone));
}

function atFault(field: string, why: 'not-a-date' | 'out-of-range'): Refusal {
  return { code: 'invalid-input', fields: { [field]: why } };
}

/** The month of an instant on the wall calendar of Jakarta, `2026-11`. */
export function monthOf(column: RawBuilder<unknown>): RawBuilder<string> {
  return sql`to_char(${column} at time zone ${sql.lit(zone)}, 'YYYY-MM')`;
}

/** What a value was at the moment asked for: the two arrays of a course side by side. */
export function valueAtMoment(
  values: RawBuilder<unknown>,
  since: RawBuilder<unknown>,
  asOf: string,
): RawBuilder<string | null> {
  return sql`(${values})[width_bucket(${asOf}::timestamptz, ${since})]`;
}

/**
 * Which rows of `alias` (a run or a measured case, whose unit `unitPath` gives) the question is about and the
 * person may count: a figure is drawn from nothing that the grant does not reach, sealed cases least of all, and from
 * no case that is about them.
 */
export function countable(
  question: Question,
  alias: string,
  unitPath: RawBuilder<unknown>,
): RawBuilder<SqlBool> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  const conditions = [
    sql<SqlBool>`${column('procedure_id')} = ${question.procedure.id}`,
    sql<SqlBool>`(${sql.join(
      question.grants.map((grant) => reachedBy(grant, column, unitPath)),
      sql` or `,
    )})`,
    notNamed(question.person, column('case_id')),
  ];
  if (question.version !== null) {
    conditions.push(sql<SqlBool>`${column('procedure_version')} = ${question.version}`);
  }
  if (question.institution !== null) {
    conditions.push(sql<SqlBool>`${column('institution_id')} = ${question.institution}`);
  }
  if (question.unit !== null) {
    conditions.push(
      sql<SqlBool>`${unitPath} like (select u.path || '%' from units u where u.id = ${question.unit})`,
    );
  }
  return sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
}

function reachedBy(
  grant: Grant,
  column: (name: string) => RawBuilder<unknown>,
  unitPath: RawBuilder<unknown>,
): RawBuilder<SqlBool> {
  const all: RawBuilder<SqlBool>[] = [];
  if (!grant.permissions.includes('case.read-sealed')) all.push(sql`not ${column('sealed')}`);
  if (grant.institution !== null) all.push(sql`${column('institution_id')} = ${grant.institution}`);
  if (grant.unitPath !== null) all.push(sql`${unitPath} like ${`${grant.unitPath}%`}`);
  if (grant.areaCode !== null) all.push(inArea(column('area_code'), grant.areaCode));
  if (grant.categoryId !== null) all.push(sql`${column('category_id')} = ${grant.categoryId}`);
  return all.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(all, sql` and `)})`;
}
