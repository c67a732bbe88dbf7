import { type SqlBool, sql } from 'kysely';
import { type Refusal, refusal } from '../../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../../domain/shared/result.ts';
import type { Reading } from '../../context/index.ts';
import type { Absentees } from '../contract-deputies.ts';
import { dayOf } from './held-roles.ts';
import { namingGrants } from './reach-absent.ts';

const atMost = 50;

/**
 * Active people for whom the reader names deputies besides themselves, by name, with who stands in for each now or
 * next; those whose name holds `q`. Fifty at most, and whether there are more. Nobody for a reader who heads no unit.
 * Refuses `not-signed-in`. One statement.
 */
export async function listAbsentees(ctx: Reading, q: string): Promise<Result<Absentees, Refusal>> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return err(refusal('not-signed-in'));
  const grants = namingGrants(actor);
  if (grants.length === 0) return ok({ people: [], more: false });
  const within = grants.map(
    ({ institution, unitPath }) =>
      sql<SqlBool>`(${institution}::text is null or p.institution_id = ${institution})
        and (${unitPath}::text is null or starts_with(u.path, ${unitPath}))`,
  );
  const like = `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`;
  const day = dayOf(ctx.now);
  const { rows } = await sql<Absentees['people'][number]>`
    select p.id, p.name, u.name as unit,
           (select json_build_object('id', d.id, 'deputy', s.name, 'from', d.from_day::text, 'until', d.until_day::text,
                     'isRunning', d.from_day <= ${day}::date)
              from deputyships d join people s on s.id = d.deputy_id
             where d.absent_id = p.id and d.ended_at is null and d.until_day >= ${day}::date
             order by d.from_day limit 1) as next
      from people p left join units u on u.id = p.unit_id
     where p.active and p.institution_id is not null and p.id <> ${actor.id} and p.name ilike ${like}
       and (${sql.join(within, sql` or `)})
     order by p.name, p.id limit ${atMost + 1}`.execute(ctx.tx);
  return ok({ people: rows.slice(0, atMost), more: rows.length > atMost });
}
