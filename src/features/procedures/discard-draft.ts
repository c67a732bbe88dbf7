import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, type Result } from '../../domain/shared/result.ts';
import type { Context } from '../context/index.ts';
import type { DraftView } from './contract.ts';
import { getDraft, presentDraft } from './get-draft.ts';
import { lockOpenDraft } from './lock-open-draft.ts';

/**
 * Ends a draft without a release. It can still be read, with who ended it and when. Refuses `not-found`,
 * `draft-over`, and `draft-changed` where somebody wrote on it since `revision` was read.
 */
export async function discardDraft(
  ctx: Context,
  id: string,
  revision: number,
): Promise<Result<DraftView, Refusal>> {
  const found = await lockOpenDraft(ctx, id);
  if (!found.ok) return found;
  const { draft, person } = found.value;
  if (draft.revision !== revision) {
    const more = { current: await presentDraft(ctx, draft) };
    return err({ ...refusal('draft-changed', { revision: draft.revision }), more });
  }
  await ctx.tx
    .updateTable('procedure_drafts')
    .set({ state: 'discarded', ended_by: person.id, ended_at: ctx.now })
    .where('id', '=', id)
    .execute();
  return getDraft(ctx, id);
}
