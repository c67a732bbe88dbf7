import type { PersonRef } from './case.ts';
import type { ActorStamp } from './events.ts';

/** Who did it, as a case remembers the author of something written. */
export function personOf(actor: ActorStamp): PersonRef {
  return actor.kind === 'person' ? { id: actor.id, name: actor.name } : { id: actor.kind, name: actor.kind };
}
