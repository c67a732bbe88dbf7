import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Context } from '../context/index.ts';
import type { RevisionView } from './contract.ts';
import { findDraft } from './draft-revision.ts';
import { faultRefusal, revisionFaults } from './entries.ts';
import { presentOne } from './list-revisions.ts';
import { isHandedOver, listPassages, type Passage } from './passages.ts';
import { revisionOf } from './store.ts';

/**
 * One of the authors gives the draft to whoever keeps the calendar beside them; it can be applied from now on, as long
 * as nobody changes it. Refuses `not-authorized` (no author of it), `not-found`, `already-decided` (also where it lies
 * there already), `draft-changed`, and `calendar-refused` where it can no longer be applied.
 */
export async function handOverRevision(
  ctx: Context,
  id: string,
  { version, words }: { readonly version: number; readonly words: string },
): Promise<Result<RevisionView, Refusal>> {
  const draft = await findDraft(ctx, id, version);
  if (!draft.ok) return draft;
  const { actor } = ctx;
  if (actor.kind !== 'person' || !draft.value.authors.includes(actor.id))
    return err(refusal('not-authorized'));
  const before = await listPassages(ctx.tx, [id]);
  if (isHandedOver(draft.value, before)) return err(refusal('already-decided'));
  const faults = revisionFaults(ctx.office.calendar, revisionOf(draft.value));
  if (faults.length > 0) return err(faultRefusal(faults));
  return pass(ctx, before, { revision_id: id, kind: 'handed-over', version, person_id: actor.id, words });
}

/**
 * Sends a draft back to its authors, by somebody who wrote none of it. Refuses `not-authorized`, `not-found`,
 * `already-decided`, `draft-changed`, `own-revision`, `not-handed-over`, `invalid-input` (reason).
 */
export async function returnRevision(
  ctx: Context,
  id: string,
  { version, reason }: { readonly version: number; readonly reason: string },
): Promise<Result<RevisionView, Refusal>> {
  const draft = await findDraft(ctx, id, version);
  if (!draft.ok) return draft;
  const { actor } = ctx;
  if (actor.kind !== 'person') return err(refusal('not-authorized'));
  if (draft.value.authors.includes(actor.id)) return err(refusal('own-revision'));
  const before = await listPassages(ctx.tx, [id]);
  if (!isHandedOver(draft.value, before)) return err(refusal('not-handed-over'));
  if (reason.trim() === '') return err({ code: 'invalid-input', fields: { reason: 'required' } });
  return pass(ctx, before, {
    revision_id: id,
    kind: 'returned',
    version,
    person_id: actor.id,
    words: reason,
  });
}

async function pass(
  ctx: Context,
  before: readonly Passage[],
  passage: Omit<Passage, 'number' | 'at'>,
): Promise<Result<RevisionView, Refusal>> {
  await ctx.tx
    .insertInto('calendar_revision_passages')
    .values({ ...passage, words: passage.words.trim(), number: before.length + 1, at: ctx.now })
    .execute();
  return ok(await presentOne(ctx, passage.revision_id));
}
