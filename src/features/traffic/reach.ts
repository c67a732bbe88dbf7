import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Actor, PersonActor } from '../../domain/access/actor.ts';
import type { Permission } from '../../domain/access/permissions.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { notNamed } from '../cases/index.ts';

/** Who looks after what goes out sees no content; who opens what came in decides about it. */
const trafficPermissions: readonly Permission[] = ['notification.read', 'message.handle'];

export interface Reach {
  readonly actor: PersonActor;
  /** Null: every institution. */
  readonly institutions: readonly string[] | null;
}

/**
 * Whose traffic this person looks after by one of the permissions; `asked` narrows it to one institution. Messages lie on
 * no other axis: a role that is narrowed to a unit, an area or a category reaches none.
 */
export function trafficReach(
  actor: Actor,
  by: readonly Permission[] = trafficPermissions,
  asked?: string,
): Result<Reach, Refusal> {
  if (actor.kind !== 'person') return err(refusal('not-signed-in'));
  const grants = actor.grants.filter(
    ({ permissions, unitPath, areaCode, categoryId }) =>
      by.some((one) => permissions.includes(one)) &&
      [unitPath, areaCode, categoryId].every((limit) => limit === null),
  );
  if (grants.length === 0) return err(refusal('not-authorized'));
  const isEverywhere = grants.some(({ institution }) => institution === null);
  const own = grants.flatMap(({ institution }) => institution ?? []);
  const institutions = isEverywhere ? null : [...new Set(own)];
  if (asked === undefined) return ok({ actor, institutions });
  if (institutions !== null && !institutions.includes(asked)) return err(refusal('not-found'));
  return ok({ actor, institutions: [asked] });
}

/** The institutions reached, as a table of one column `id`. */
export function reachedInstitutions({ institutions }: Reach): RawBuilder<unknown> {
  return institutions === null
    ? sql`(select i.id from institutions i)`
    : sql`(select unnest(${[...institutions]}::text[]) as id)`;
}

/**
 * Whether what belongs to this case may be seen: not where the case is sealed, but for those who see sealed ones, nor
 * where it is about the person. Asked row by row: joined, the planner would read all cases for a page of messages.
 */
export function mayBeSeen({ actor }: Reach, caseId: RawBuilder<unknown>): RawBuilder<SqlBool> {
  const sees = actor.grants.filter(({ permissions }) => permissions.includes('case.read-sealed'));
  const unsealed = sees.some(({ institution }) => institution === null)
    ? sql<SqlBool>`true`
    : sql<SqlBool>`(k.status <> 'sealed' or k.institution_id = any (${sees.flatMap(({ institution }) => institution ?? [])}::text[]))`;
  return sql<SqlBool>`(${caseId} is null or ((select ${unsealed} from cases k where k.id = ${caseId}) and ${notNamed(actor, caseId)}))`;
}
