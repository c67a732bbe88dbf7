import { sql, type Transaction } from 'kysely';
import { namedIn } from '../../domain/cases/act.ts';
import type { CaseState, PersonRef, UnitRef } from '../../domain/cases/case.ts';
import type { Refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Schema } from '../../platform/db/schema.ts';
import type { Context } from '../context/index.ts';
import { getUnitRefs } from '../organizations/index.ts';

export interface Named {
  readonly person: PersonRef | null;
  readonly unit: UnitRef | null;
}

/** Who is meant by the ids, as a case remembers it; active or not, of this institution. */
export async function findNamed(
  tx: Transaction<Schema>,
  institution: string,
  { personId, unitId }: { readonly personId: string | null; readonly unitId: string | null },
): Promise<Result<Named, Refusal>> {
  const person =
    personId === null
      ? null
      : await tx
          .selectFrom('people')
          .select(['id', 'name'])
          .where('id', '=', personId)
          .where('institution_id', '=', institution)
          .executeTakeFirst();
  if (person === undefined) return err({ code: 'invalid-input', fields: { personId: 'unknown' } });
  const unit = unitId === null ? null : (await getUnitRefs(tx, institution, [unitId])).get(unitId);
  if (unit === undefined) return err({ code: 'invalid-input', fields: { unitId: 'unknown' } });
  return ok({ person, unit });
}

/**
 * Whether an active person still reads the case once these are on its list too. A case that nobody sees would be
 * lost; one that names the whole house belongs to the inspectorate.
 */
export async function isSomebodyLeft(ctx: Context, state: CaseState, added: Named): Promise<boolean> {
  const { namedPersonIds, namedUnitPaths } = namedIn(state);
  const ids = added.person === null ? namedPersonIds : [...namedPersonIds, added.person.id];
  const paths = added.unit === null ? namedUnitPaths : [...namedUnitPaths, added.unit.path];
  const { rows } = await sql<{ left: boolean }>`
    select exists (
      select from people p
        join person_roles g on g.person_id = p.id
        join roles r on r.id = g.role_id
        left join units gu on gu.id = g.unit_id
       where p.active and p.institution_id = ${state.institution} and 'case.read' = any (r.permissions)
         and (${state.status === 'sealed'} = false or 'case.read-sealed' = any (r.permissions))
         and (gu.path is null or ${state.unit?.path ?? ''} like gu.path || '%')
         and ${notAmongNamed(ids, paths)}) as left`.execute(ctx.tx);
  return rows[0]?.left === true;
}

/** Leaves out of a query over `people p` whom a case is about: by person, by their unit, by the unit of any role. */
export function notAmongNamed(ids: readonly string[], paths: readonly string[]) {
  return sql<boolean>`(
    p.id <> all (${[...ids]}::uuid[])
    and not exists (
      select from unnest(${[...paths]}::text[]) as about (path)
        join units u on u.path like about.path || '%'
       where u.id = p.unit_id or exists (
         select from person_roles held where held.person_id = p.id and held.unit_id = u.id)))`;
}

/** Whether a notice (`notifications`) is of a case that is about the one who would get it (`people`). */
export const isAboutRecipient = sql<boolean>`exists (
  select from case_conflicts as about
   where about.case_id = notifications.case_id and (
     about.person_id = people.id or exists (
       select from units u
        where u.path like about.unit_path || '%' and (u.id = people.unit_id or exists (
          select from person_roles held where held.person_id = people.id and held.unit_id = u.id)))))`;
