import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Grant, PersonActor } from '../../domain/access/actor.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { inArea, notNamed } from '../cases/index.ts';
import type { Context } from '../context/index.ts';
import type { LeaderPage } from './contract.ts';

interface Row {
  readonly unit_id: string | null;
  readonly unit_name: string;
  /** As `units.path`, with both slashes; empty for what no unit has yet. */
  readonly path: string;
  readonly depth: number;
  readonly open: string;
  readonly late: string;
  readonly due_today: string;
  readonly answered: string;
  readonly confirmed: string;
  readonly closed_otherwise: string;
  readonly waiting_for_closing: string;
  readonly mean_rating: string | null;
}

/**
 * Open, late and finished by unit, each unit with everything below it, for the units that the person
 * leads; cases that no unit has yet stand in a row of their own. One statement. Sealed cases are not counted, nor
 * those that are about the reader.
 */
export async function getLeaderPage(ctx: Context, institution: string): Promise<Result<LeaderPage, Refusal>> {
  if (ctx.actor.kind !== 'person') return err(refusal('not-signed-in'));
  const grants = grantsFor(ctx.actor, institution);
  if (grants.length === 0) return err(refusal('not-authorized'));
  const whole = grants.some((grant) => grant.unitPath === null);
  const paths = grants.flatMap((grant) => grant.unitPath ?? []);
  const { rows } = await sql<Row>`
    with figures as (
      select unit_path,
        count(*) filter (where status not in ('closed', 'referred', 'archived', 'merged')) as open,
        count(*) filter (where queue not in ('none', 'reporter') and due_at < ${ctx.now} and not paused) as late,
        count(*) filter (where queue not in ('none', 'reporter') and due_at >= ${ctx.now} and due_at < ${endOfToday(ctx.now)} and not paused) as due_today,
        count(*) filter (where status = 'answered') as answered,
        count(*) filter (where closure_kind = 'confirmed') as confirmed,
        count(*) filter (where closure_kind is not null and closure_kind <> 'confirmed') as closed_otherwise,
        count(*) filter (where queue = 'closing') as waiting_for_closing,
        sum(rating) as ratings, count(rating) as rated
      from cases
      where institution_id = ${institution} and status <> 'sealed' and ${counted(grants)}
        and ${notNamed(ctx.actor, sql.ref('cases.id'))}
      group by unit_path
    )
    select u.id as unit_id, u.name as unit_name, u.path, (length(u.path) - 1) / 37 - 1 as depth,
      coalesce(sum(f.open), 0) as open, coalesce(sum(f.late), 0) as late, coalesce(sum(f.due_today), 0) as due_today,
      coalesce(sum(f.answered), 0) as answered, coalesce(sum(f.confirmed), 0) as confirmed,
      coalesce(sum(f.closed_otherwise), 0) as closed_otherwise,
      coalesce(sum(f.waiting_for_closing), 0) as waiting_for_closing,
      sum(f.ratings) / nullif(sum(f.rated), 0) as mean_rating
    from units u left join figures f on f.unit_path like u.path || '%'
    where u.institution_id = ${institution}
      and (${whole} or exists (select 1 from unnest(${paths}::text[]) p where u.path like p || '%'))
    group by u.id
    union all
    select null, '', '', 0, f.open, f.late, f.due_today, f.answered, f.confirmed, f.closed_otherwise,
      f.waiting_for_closing, f.ratings::numeric / nullif(f.rated, 0)
    from figures f where f.unit_path is null and ${whole}`.execute(ctx.tx);
  return ok({ at: ctx.now, rows: inTreeOrder(rows).map(present) });
}

function grantsFor(person: PersonActor, institution: string): readonly Grant[] {
  return person.grants.filter(
    (grant) =>
      grant.permissions.includes('statistics.read') &&
      (grant.institution === null || grant.institution === institution),
  );
}

/** Counted is what the person's grants reach, on both axes: a figure says nothing that a list would not show. */
function counted(grants: readonly Grant[]): RawBuilder<SqlBool> {
  const each = grants.map(({ unitPath, areaCode, categoryId }) => {
    const all: RawBuilder<unknown>[] = [sql`true`];
    if (unitPath !== null) all.push(sql`unit_path like ${`${unitPath}%`}`);
    if (areaCode !== null) all.push(sql`${inArea(sql.ref('area_code'), areaCode)}`);
    if (categoryId !== null) all.push(sql`category_id = ${categoryId}`);
    return sql`(${sql.join(all, sql` and `)})`;
  });
  return sql<SqlBool>`(${sql.join(each, sql` or `)})`;
}

/** As the work lists count it (`countQueues`): the day ends for everybody when it ends in Jakarta. */
function endOfToday(now: string) {
  return sql<string>`(date_trunc('day', ${now}::timestamptz at time zone 'Asia/Jakarta') + interval '1 day') at time zone 'Asia/Jakarta'`;
}

/** Every unit above those below it, namesakes by name, what no unit has yet at the end. */
function inTreeOrder(rows: readonly Row[]): readonly Row[] {
  const names = new Map(rows.map((row) => [row.unit_id, row.unit_name]));
  const trail = (row: Row): string[] => row.path.split('/').flatMap((id) => names.get(id) ?? []);
  const placed = rows.map((row) => ({ row, trail: trail(row) }));
  return placed
    .toSorted((a, b) => compareTrails(a.trail, b.trail) || a.row.path.localeCompare(b.row.path))
    .map(({ row }) => row);
}

function compareTrails(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  const at = a.findIndex((name, index) => name !== b[index]);
  if (at === -1) return a.length - b.length;
  return b[at] === undefined ? 1 : (a[at] ?? '').localeCompare(b[at], 'id');
}

function present(row: Row): LeaderPage['rows'][number] {
  return {
    unitId: row.unit_id,
    unitName: row.unit_name,
    depth: Number(row.depth),
    open: Number(row.open),
    late: Number(row.late),
    dueToday: Number(row.due_today),
    answered: Number(row.answered),
    confirmed: Number(row.confirmed),
    closedOtherwise: Number(row.closed_otherwise),
    waitingForClosing: Number(row.waiting_for_closing),
    meanRating: row.mean_rating === null ? null : Math.round(Number(row.mean_rating) * 10) / 10,
  };
}
