import type { PersonActor } from '../../../domain/access/actor.ts';
import { type Refusal, refusal } from '../../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../../domain/shared/result.ts';
import type { Context, Reading } from '../../context/index.ts';
import { manages } from '../../organizations/index.ts';

interface Absentee {
  readonly institution: string;
  readonly active: boolean;
}

/**
 * The person whose deputy is to be named, locked, where the actor may do that: for themselves, as head of their unit,
 * or as whoever manages its people. A deputy of the head may not: that would be a chain. Refuses `not-signed-in`, and
 * `not-found` for everybody else and for people of no institution.
 */
export async function reachAbsent(ctx: Context, id: string): Promise<Result<Absentee, Refusal>> {
  return reach(ctx, id, true);
}

/** The same for reading, without a lock. */
export async function readAbsent(ctx: Reading, id: string): Promise<Result<Absentee, Refusal>> {
  return reach(ctx, id, false);
}

async function reach(ctx: Reading, id: string, locked: boolean): Promise<Result<Absentee, Refusal>> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return err(refusal('not-signed-in'));
  const person = await ctx.tx
    .selectFrom('people')
    .leftJoin('units', 'units.id', 'people.unit_id')
    .select(['people.institution_id', 'people.active', 'units.path'])
    .where('people.id', '=', id)
    .$if(locked, (query) => query.forUpdate('people'))
    .executeTakeFirst();
  const institution = person?.institution_id ?? null;
  if (person === undefined || institution === null) return err(refusal('not-found'));
  const may =
    actor.id === id ||
    manages(actor, 'people.manage', institution, person.path) ||
    heads(actor, institution, person.path);
  return may ? ok({ institution, active: person.active }) : err(refusal('not-found'));
}

/** Whether the person closes the reports of this unit, in their own right. */
function heads(actor: PersonActor, institution: string, path: string | null): boolean {
  return actor.grants.some(
    (grant) =>
      grant.onBehalfOf == null &&
      grant.permissions.includes('case.close') &&
      grant.institution === institution &&
      grant.areaCode === null &&
      grant.categoryId === null &&
      (grant.unitPath === null || path?.startsWith(grant.unitPath) === true),
  );
}
