import type { Actor, PersonActor } from '../../domain/access/actor.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { manages } from '../organizations/index.ts';

/** The institution whose procedure this is: the first part of its id. */
export function institutionOf(procedureId: string): string {
  return procedureId.split('/', 1)[0] ?? '';
}

/** Whether the actor keeps the procedures of this institution: sees their drafts, changes and releases them. */
export function keeps(actor: Actor, institution: string): actor is PersonActor {
  return actor.kind === 'person' && manages(actor, 'procedure.manage', institution);
}

/** The institutions whose procedures the actor keeps; null: all of them. Refuses whoever keeps none. */
export function keptInstitutions(actor: Actor): Result<readonly string[] | null, Refusal> {
  if (actor.kind !== 'person') return err(refusal('not-signed-in'));
  const named = new Set(actor.grants.map(({ institution }) => institution));
  if (manages(actor, 'procedure.manage', null)) return ok(null);
  const kept = [...named].filter((one) => one !== null && keeps(actor, one));
  return kept.length === 0 ? err(refusal('not-authorized')) : ok(kept as string[]);
}
