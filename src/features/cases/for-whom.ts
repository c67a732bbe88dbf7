import type { Actor } from '../../domain/access/actor.ts';
import { can } from '../../domain/access/can.ts';
import { capacitiesOf } from '../../domain/access/deputy.ts';
import { reachOf } from '../../domain/cases/act.ts';
import { worksOn } from '../../domain/cases/assignments.ts';
import type { CaseState } from '../../domain/cases/case.ts';
import { rolesOfQueue } from '../../domain/cases/queue.ts';
import type { Queue } from '../../domain/cases/words.ts';
import type { Reading } from '../context/index.ts';
import { decisionContext } from './act-on-case.ts';
import { isInReach } from './in-reach.ts';
import { permissionOfQueue } from './turn.ts';

/**
 * Because of whose absence the case is the reader's: for whom they do what its step waits for, else for whom they read
 * it. Null where they need nobody for it: the own roles come first, as in every act.
 */
export function forWhom(
  ctx: Reading,
  state: CaseState,
  queue: Queue,
): { readonly id: string; readonly name: string } | null {
  const capacities = capacitiesOf(ctx.actor);
  if (capacities.length === 1) return null;
  const first =
    capacities.find((capacity) => hasTurn({ ...ctx, actor: capacity }, state, queue)) ??
    capacities.find((capacity) => capacity.kind === 'person' && isInReach(capacity, state));
  return absentOf(first);
}

/** `turnIn` and `assignedTo` for one case that is known. */
function hasTurn(ctx: Reading, state: CaseState, queue: Queue): boolean {
  const decision = decisionContext(ctx, state);
  const permission = permissionOfQueue[queue];
  const roles = rolesOfQueue(decision.procedure, queue);
  if (permission !== undefined && can(ctx.actor, permission, reachOf(state), roles)) return true;
  return state.assignments.some((one) => one.state === 'open' && worksOn(decision, one));
}

function absentOf(actor: Actor | undefined): { readonly id: string; readonly name: string } | null {
  const absent = actor?.kind === 'person' ? actor.onBehalfOf : undefined;
  return absent === undefined ? null : { id: absent.id, name: absent.name };
}
