import type { PersonRef } from './case.ts';
import type { ActorStamp } from './events.ts';

/** Who did it and for whom, as a case remembers the author of something written. */
export function personOf(actor: ActorStamp): PersonRef {
  if (actor.kind !== 'person') return { id: actor.kind, name: actor.kind };
  const { id, name, onBehalfOf } = actor;
  return onBehalfOf === undefined ? { id, name } : { id, name, onBehalfOf };
}

/** Everybody whose deed it is: whoever did it, and for whom they did it. */
export function idsOf(person: {
  readonly id: string;
  readonly onBehalfOf?: { readonly id: string };
}): readonly string[] {
  return person.onBehalfOf === undefined ? [person.id] : [person.id, person.onBehalfOf.id];
}
