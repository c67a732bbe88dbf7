import { type Expression, type SqlBool, sql } from 'kysely';
import type { PersonActor } from '../../domain/access/actor.ts';
import { taskUnitPath } from '../../domain/access/can.ts';
import { holderOf } from '../../domain/access/deputy.ts';
import type { Permission } from '../../domain/access/permissions.ts';
import { rolesOfQueue } from '../../domain/cases/queue.ts';
import type { Queue } from '../../domain/cases/words.ts';
import { sealedProcedure } from '../../domain/procedures/procedure.ts';
import type { Reading } from '../context/index.ts';
import { type Cases, isBelow, notNamed, reachable, scopeOf, workGrants } from './reach.ts';

/** The permission by which a person takes part in a work list; the lists a person holds are their menu. */
export const permissionOfQueue: Readonly<Partial<Record<Queue, Permission>>> = {
  verification: 'case.verify',
  distribution: 'case.distribute',
  acceptance: 'case.accept',
  handling: 'case.handle',
  answering: 'case.handle',
  release: 'case.release',
  review: 'case.review',
  closing: 'case.close',
  finishing: 'case.finish',
  reporter: 'case.read',
};

export interface OwnLists {
  readonly names: readonly Queue[];
  readonly permission: Permission;
}

/** The lists that the person works on, those together that the same grants open: one condition, one index. */
export function listsByReach(ctx: Reading, actor: PersonActor): readonly OwnLists[] {
  const groups = new Map<string, OwnLists & { readonly names: Queue[] }>();
  for (const [name, permission] of ownQueues(ctx, actor)) {
    if (name === 'reporter') continue;
    const grants = actor.grants.map(
      ({ permissions, role }) =>
        permissions.includes(permission) && versionsNaming(ctx, name, role).map(wordOf).join('|'),
    );
    const key = grants.join();
    const group = groups.get(key) ?? { names: [], permission };
    group.names.push(name);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Every list in which it may be the person's turn, with the permission that takes part in it. */
export function ownQueues(ctx: Reading, actor: PersonActor): readonly [Queue, Permission][] {
  return (Object.entries(permissionOfQueue) as [Queue, Permission][]).filter(([name, permission]) =>
    actor.grants.some(
      ({ permissions, role }) =>
        permissions.includes(permission) && versionsNaming(ctx, name, role).length > 0,
    ),
  );
}

/**
 * Where it may be the person's turn: in reach by a role that the case's own procedure names for the list. A
 * permission alone makes it nobody's turn (`atStep` in the domain asks the same). The lists in `names` are
 * worked on by the same roles.
 */
export function turnIn(
  eb: Cases,
  ctx: Reading,
  actor: PersonActor,
  permission: Permission,
  names: readonly Queue[],
): Expression<SqlBool> {
  return reachable(eb, actor, permission, ({ role }) => namedFor(eb, ctx, names, role));
}

/** The cases whose own version of their procedure names the role for these lists. */
export function namedFor(
  eb: Cases,
  ctx: Reading,
  [queue = 'none']: readonly Queue[],
  role: string,
): Expression<SqlBool>[] {
  const naming = versionsNaming(ctx, queue, role);
  const whole = naming.flatMap(({ id, versions }) => (versions === 'all' ? [id] : []));
  if (whole.length === ordinaryProcedures(ctx).length) return [];
  const parts = naming.flatMap(({ id, versions }) =>
    versions === 'all'
      ? []
      : [
          eb.and([
            eb('cases.procedure_id', '=', id),
            sql<SqlBool>`cases.procedure_version = any (${[...versions]}::int[])`,
          ]),
        ],
  );
  if (whole.length > 0) parts.push(eb('cases.procedure_id', 'in', whole));
  return parts.length === 0 ? [sql<SqlBool>`false`] : [eb.or(parts)];
}

interface Naming {
  readonly id: string;
  /** An open case stays on the version it began with, so each version is asked for itself. */
  readonly versions: readonly number[] | 'all';
}

/** The procedures that name the role for a row of the list; it is the reporter's turn whoever reads. */
function versionsNaming({ office }: Reading, queue: Queue, role: string): readonly Naming[] {
  return ordinaryProcedures({ office }).flatMap(({ id }): readonly Naming[] => {
    const versions = office.procedures.versions(id);
    const naming = versions.filter(
      (procedure) => queue === 'reporter' || rolesOfQueue(procedure, queue).includes(role),
    );
    if (naming.length === 0) return [];
    return [{ id, versions: naming.length === versions.length ? 'all' : naming.map((one) => one.version) }];
  });
}

/** No case of the lists works by the procedure of the sealed door. */
function ordinaryProcedures({ office }: Pick<Reading, 'office'>) {
  return office.procedures.list().filter(({ id }) => id !== sealedProcedure);
}

function wordOf({ id, versions }: Naming): string {
  return `${id} ${versions === 'all' ? versions : versions.join('.')}`;
}

/** Open assignments of the person, or of the units in which the person works on assignments. */
export function assignedTo(eb: Cases, actor: PersonActor): Expression<SqlBool> {
  const given = workGrants(actor).map((grant) =>
    eb.and([...scopeOf(eb, grant), openTasks(eb, holderOf(actor, grant), taskUnitPath(grant))]),
  );
  return eb.and([eb.or(given), notNamed(actor, sql.ref('cases.id'))]);
}

function openTasks(eb: Cases, person: string, unitPath: string | null): Expression<SqlBool> {
  const open = eb
    .selectFrom('case_assignments')
    .select('case_assignments.case_id')
    .where('case_assignments.state', '=', 'open')
    .where((inner) => {
      const named = inner('case_assignments.person_id', '=', person);
      if (unitPath === null) return named;
      const ofUnit = isBelow('case_assignments.unit_path', unitPath);
      return inner.or([named, inner.and([inner('case_assignments.person_id', 'is', null), ofUnit])]);
    });
  // As an array it is read once and looked up by index, also beside other alternatives.
  return sql<SqlBool>`cases.id = any (array(${open}))`;
}
