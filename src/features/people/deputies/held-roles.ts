import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '../../../domain/access/actor.ts';
import { deputable } from '../../../domain/access/deputy.ts';
import { localDate } from '../../../domain/clocks/calendar.ts';

/** Periods of absence are counted in days of this zone, wherever somebody works. */
const deputyZone = 'Asia/Jakarta';

/** The day on which deputyships are looked up at an instant, `YYYY-MM-DD`. */
export function dayOf(now: string): string {
  return localDate(now, deputyZone);
}

/**
 * Every role of `people p` at an instant: `role_id`, `unit_id`, `area_code`, `category_id`, and `on_behalf_of` (JSON of
 * `Absent`) where it is that of somebody for whom they stand in. One's own roles only are taken over: a deputy's deputy
 * gets nothing. A role that allows anything personal (not `deputable`) stays where it is, whole; a role that
 * requires a second factor needs one of the deputy; and who manages people gets no cases by another's absence.
 */
export function heldRoles(now: string): RawBuilder<unknown> {
  const day = dayOf(now);
  return sql`(
    select own.role_id, own.unit_id, own.area_code, own.category_id, null::json as on_behalf_of
      from person_roles own where own.person_id = p.id
    union all
    select theirs.role_id, theirs.unit_id, theirs.area_code, theirs.category_id,
           json_build_object('id', absent.id, 'name', absent.name, 'unitPath', place.path, 'until', d.until_day::text)
      from deputyships d
      join people absent on absent.id = d.absent_id and absent.active and absent.institution_id = p.institution_id
      join person_roles theirs on theirs.person_id = absent.id
      join roles taken on taken.id = theirs.role_id and taken.permissions <@ ${[...deputable]}::text[]
      left join units place on place.id = absent.unit_id
     where d.deputy_id = p.id and d.ended_at is null and d.from_day <= ${day}::date and d.until_day >= ${day}::date
       and p.active
       and (taken.second_factor <> 'required'
            or exists (select from totp_factors f where f.person_id = p.id and not f.pending)
            or exists (select from passkeys k where k.person_id = p.id))
       and not exists (
         select from person_roles m join roles mr on mr.id = m.role_id
          where m.person_id = p.id and 'people.manage' = any (mr.permissions)))`;
}

/** The same roles as JSON of `Grant`, by the id of the role; `people p` stands beside it. */
export function grantsOf(now: string): RawBuilder<readonly Grant[]> {
  return sql`(
    select coalesce(json_agg(json_build_object(
             'role', r.id, 'permissions', r.permissions,
             'institution', coalesce(gu.institution_id, p.institution_id), 'unitPath', gu.path,
             'areaCode', g.area_code, 'categoryId', g.category_id,
             'onBehalfOf', g.on_behalf_of) order by r.id), '[]')
      from ${heldRoles(now)} g
      join roles r on r.id = g.role_id
      left join units gu on gu.id = g.unit_id)`;
}
