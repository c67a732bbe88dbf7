import type { Grant, PersonActor } from '../../../domain/access/actor.ts';
import { type Refusal, refusal } from '../../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../../domain/shared/result.ts';
import type { Context, Reading } from '../../context/index.ts';

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
    actor.id === id || namingGrants(actor).some((grant) => holdsIn(grant, institution, person.path));
  return may ? ok({ institution, active: person.active }) : err(refusal('not-found'));
}

/** The roles by which a person names deputies of others: as head of a unit in their own right, or managing its people. */
export function namingGrants(actor: PersonActor): readonly Grant[] {
  return actor.grants.filter(
    ({ permissions, institution, areaCode, categoryId, onBehalfOf }) =>
      onBehalfOf == null &&
      areaCode === null &&
      categoryId === null &&
      (permissions.includes('people.manage') || (permissions.includes('case.close') && institution !== null)),
  );
}

function holdsIn(grant: Grant, institution: string, path: string | null): boolean {
  const { unitPath } = grant;
  return (
    (grant.institution ?? institution) === institution &&
    (unitPath === null || path?.startsWith(unitPath) === true)
  );
}
