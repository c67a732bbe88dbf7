import type { Conflict, PersonRef } from './case.ts';
import type { ActorStamp, CaseEvent } from './events.ts';

type ConflictEvent = Extract<CaseEvent, { type: 'ConflictRecorded' | 'ConflictLifted' }>;

/** The conflict list after one of its events. */
export function evolveConflicts(before: readonly Conflict[], event: ConflictEvent): readonly Conflict[] {
  const { conflict: id } = event.data;
  if (event.type === 'ConflictLifted') return before.filter((one) => one.id !== id);
  const { person, unit, source, reason } = event.data;
  return [...before, { id, person, unit, source, reason, by: byWhom(event.actor), at: event.at }];
}

function byWhom(actor: ActorStamp): PersonRef {
  return actor.kind === 'person' ? { id: actor.id, name: actor.name } : { id: actor.kind, name: actor.kind };
}
