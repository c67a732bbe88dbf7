import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Grant, PersonActor } from '../../domain/access/actor.ts';
import type { Reading } from '../context/index.ts';
import { heldRoles } from '../people/index.ts';

/** A grant with the names of what it is limited to, as people read it. */
export interface NamedGrant extends Grant {
  readonly roleNames: Readonly<Record<string, string>>;
  readonly unitName: string | null;
  readonly areaName: string | null;
  readonly categoryNames: Readonly<Record<string, string>> | null;
}

export interface StaffMember {
  /** As the rules see them; its grants are the same objects as `grants`. */
  readonly actor: PersonActor;
  readonly grants: readonly NamedGrant[];
  readonly institution: string | null;
  readonly active: boolean;
}

/** People with everything they hold, by name; `where` is about `people p`. One statement. */
export async function loadStaff(
  { tx, now }: Pick<Reading, 'tx' | 'now'>,
  where: RawBuilder<SqlBool>,
  limit: number,
): Promise<readonly StaffMember[]> {
  const { rows } = await sql<StaffRow>`
    select p.id, p.name, p.active, p.institution_id, u.id as unit_id, u.name as unit_name, u.path as unit_path,
           (select coalesce(json_agg(json_build_object(
                     'role', r.id, 'roleNames', r.name, 'permissions', r.permissions,
                     'institution', coalesce(gu.institution_id, p.institution_id),
                     'unitPath', gu.path, 'unitName', gu.name, 'areaCode', g.area_code, 'areaName', a.full_name,
                     'categoryId', g.category_id, 'categoryNames', c.name,
                     'onBehalfOf', g.on_behalf_of) order by r.id, gu.path), '[]')
              from ${heldRoles(now)} g
              join roles r on r.id = g.role_id
              left join units gu on gu.id = g.unit_id
              left join areas a on a.code = g.area_code
              left join categories c on c.id = g.category_id) as grants
      from people p left join units u on u.id = p.unit_id
     where ${where}
     order by p.name, p.id limit ${limit}`.execute(tx);
  return rows.map(memberOf);
}

interface StaffRow {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly institution_id: string | null;
  readonly unit_id: string | null;
  readonly unit_name: string | null;
  readonly unit_path: string | null;
  readonly grants: readonly NamedGrant[];
}

function memberOf(row: StaffRow): StaffMember {
  const { id, name, active, grants, unit_id, unit_name, unit_path } = row;
  const unit =
    unit_id === null || unit_name === null || unit_path === null
      ? null
      : { id: unit_id, name: unit_name, path: unit_path };
  const actor: PersonActor = { kind: 'person', id, name, unit, grants };
  return { actor, grants, institution: row.institution_id, active };
}

/** The part of a view that says what a role is held for. */
export function presentHeld(grant: NamedGrant, locale: 'id' | 'en') {
  return {
    role: grant.role,
    roleName: grant.roleNames[locale] ?? grant.roleNames.id ?? grant.role,
    unit: grant.unitName,
    area: grant.areaName,
    category: grant.categoryNames?.[locale] ?? grant.categoryNames?.id ?? null,
    onBehalfOf:
      grant.onBehalfOf == null ? null : { name: grant.onBehalfOf.name, until: grant.onBehalfOf.until },
  };
}
