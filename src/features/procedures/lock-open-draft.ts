import type { PersonActor } from '../../domain/access/actor.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Context, Reading } from '../context/index.ts';
import { keeps } from './draft-rights.ts';
import { type DraftRow, findDraft, lockDraft } from './draft-store.ts';

export interface KeptDraft {
  readonly draft: DraftRow;
  readonly person: PersonActor;
}

/**
 * A draft for whoever keeps the procedures of its institution; to everybody else there is none (`not-found`,
 * `not-signed-in`).
 */
export async function findKeptDraft({ tx, actor }: Reading, id: string): Promise<Result<KeptDraft, Refusal>> {
  if (actor.kind !== 'person') return err(refusal('not-signed-in'));
  const draft = await findDraft(tx, id);
  if (draft === undefined || !keeps(actor, draft.institution_id)) return err(refusal('not-found'));
  return ok({ draft, person: actor });
}

/** The same, under a lock, for a change; `draft-over` where it was released or discarded. */
export async function lockOpenDraft(ctx: Context, id: string): Promise<Result<KeptDraft, Refusal>> {
  await lockDraft(ctx.tx, id);
  const found = await findKeptDraft(ctx, id);
  if (!found.ok || found.value.draft.state === 'open') return found;
  const { state, released_version } = found.value.draft;
  return err(refusal('draft-over', { state, version: released_version ?? 0 }));
}
