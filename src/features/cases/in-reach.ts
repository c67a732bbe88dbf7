import type { PersonActor } from '../../domain/access/actor.ts';
import { can } from '../../domain/access/can.ts';
import { reachOf } from '../../domain/cases/act.ts';
import type { CaseState } from '../../domain/cases/case.ts';

/**
 * Whether the person may know that this case exists: reads it, or works on a task of it. A case out of reach is
 * answered like one that does not exist, on the page and for every act.
 */
export function isInReach(person: PersonActor, state: CaseState): boolean {
  const reach = reachOf(state);
  return can(person, 'case.read', reach) || can(person, 'assignment.work', reach);
}
