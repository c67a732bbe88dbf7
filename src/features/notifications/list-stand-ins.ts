import { capacityFor } from '../../domain/access/deputy.ts';
import { isNamed } from '../../domain/access/named.ts';
import { namedIn } from '../../domain/cases/act.ts';
import type { CaseState } from '../../domain/cases/case.ts';
import { isInReach } from '../cases/index.ts';
import type { Context } from '../context/index.ts';
import { listStandIns } from '../people/index.ts';

/** Whom a notice reaches, and because of whose absence; null: they hear of it themselves. */
export interface Hearer {
  readonly personId: string;
  readonly onBehalfOf: string | null;
}

/**
 * These people, and whoever stands in today for one of them, so far as the absent person's lent roles open the case and
 * it is about neither of them. Nobody hears twice.
 */
export async function addStandIns(
  ctx: Context,
  state: CaseState,
  personIds: readonly string[],
): Promise<readonly Hearer[]> {
  const heard = new Map(personIds.map((personId) => [personId, { personId, onBehalfOf: null } as Hearer]));
  for (const { actor, absent } of await listStandIns(ctx.tx, personIds, ctx.now)) {
    const opens = capacityFor(
      actor,
      (capacity) =>
        capacity.kind === 'person' && capacity.onBehalfOf?.id === absent.id && isInReach(capacity, state),
    );
    if (heard.has(actor.id) || opens === null || isNamed(actor, namedIn(state))) continue;
    heard.set(actor.id, { personId: actor.id, onBehalfOf: absent.name });
  }
  return [...heard.values()];
}
