import { type Kysely, sql, type Transaction } from 'kysely';
import type { Static } from 'typebox';
import type { PersonRef, UnitRef } from '../../domain/cases/case.ts';
import type { Schema } from '../../platform/db/schema.ts';
import { getUnitRefs } from '../organizations/index.ts';
import type { Assignee } from './contract.ts';

type Tx = Transaction<Schema>;

/**
 * The active people of the institution who hold one of the roles and belong to a unit, by unit and name, with
 * how many assignments each has open. `unitPath` narrows it to a subtree.
 */
export async function listAssignees(
  tx: Kysely<Schema>,
  institution: string,
  roles: readonly string[],
  unitPath: string = '/',
): Promise<readonly Static<typeof Assignee>[]> {
  if (roles.length === 0) return [];
  const { rows } = await sql<AssigneeRow>`
    select p.id, p.name, u.id as unit_id, u.name as unit_name,
           array_agg(distinct g.role_id order by g.role_id) as roles,
           (select count(*)::int from case_assignments a where a.person_id = p.id and a.state = 'open') as open
    from people p
    join units u on u.id = p.unit_id and u.active
    join person_roles g on g.person_id = p.id
    where p.institution_id = ${institution} and p.active
      and g.role_id = any (${[...roles]}::text[]) and u.path like ${`${unitPath}%`}
    group by p.id, u.id
    order by u.name, p.name`.execute(tx);
  return rows.map((row) => ({
    personId: row.id,
    name: row.name,
    unit: { id: row.unit_id, name: row.unit_name },
    roles: row.roles,
    openAssignments: row.open,
  }));
}

interface AssigneeRow {
  readonly id: string;
  readonly name: string;
  readonly unit_id: string;
  readonly unit_name: string;
  readonly roles: string[];
  readonly open: number;
}

/** Whom an assignment names: a unit, a person with the unit they belong to, or both. */
export interface NamedAssignee {
  readonly unit: UnitRef | null;
  readonly person: (PersonRef & { readonly unit: UnitRef }) | null;
  /** The person's roles; for a unit alone those that somebody there holds for it. */
  readonly roles: readonly string[];
}

/**
 * The assignee as a case remembers it; undefined where the unit or person is not an active one of this
 * institution, or the person belongs to no unit.
 */
export async function findAssignee(
  tx: Tx,
  institution: string,
  named: { readonly unitId: string | null; readonly personId: string | null },
): Promise<NamedAssignee | undefined> {
  const unit = named.unitId === null ? null : await findUnitOf(tx, institution, named.unitId);
  if (unit === undefined) return undefined;
  if (named.personId === null) {
    return unit === null ? undefined : { unit, person: null, roles: await rolesInUnit(tx, unit.id) };
  }
  const person = await findPersonOf(tx, institution, named.personId);
  return person === undefined ? undefined : { unit, person: person.ref, roles: person.roles };
}

async function findUnitOf(tx: Tx, institution: string, id: string): Promise<UnitRef | undefined> {
  return (await getUnitRefs(tx, institution, [id])).get(id);
}

async function rolesInUnit(tx: Tx, unitId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('person_roles')
    .innerJoin('people', 'people.id', 'person_roles.person_id')
    .select('person_roles.role_id')
    .distinct()
    .where('person_roles.unit_id', '=', unitId)
    .where('people.active', '=', true)
    .execute();
  return rows.map((row) => row.role_id);
}

async function findPersonOf(tx: Tx, institution: string, id: string) {
  const row = await tx
    .selectFrom('people')
    .innerJoin('units', 'units.id', 'people.unit_id')
    .select([
      'people.id',
      'people.name',
      'units.id as unitId',
      'units.name as unitName',
      'units.path',
      'units.zone',
      'units.area_code as area',
      sql<string[]>`array(select distinct role_id from person_roles where person_id = people.id)`.as('roles'),
    ])
    .where('people.id', '=', id)
    .where('people.institution_id', '=', institution)
    .where('people.active', '=', true)
    .where('units.active', '=', true)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const unit: UnitRef = {
    id: row.unitId,
    name: row.unitName,
    path: row.path,
    zone: row.zone,
    area: row.area,
  };
  return { ref: { id: row.id, name: row.name, unit }, roles: row.roles };
}
