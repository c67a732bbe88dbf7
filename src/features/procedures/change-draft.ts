import { compareProcedures } from '../../domain/procedures/compare.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Context } from '../context/index.ts';
import { atFault } from '../organizations/index.ts';
import { contentHash, type ProcedureDocument } from './content-hash.ts';
import type { DraftChange, DraftView } from './contract.ts';
import { type DraftRow, draftOf, noteAuthor } from './draft-store.ts';
import { getDraft, presentDraft } from './get-draft.ts';
import { lockOpenDraft } from './lock-open-draft.ts';
import { readDocument } from './read-document.ts';

/**
 * Saves the whole document, right or not yet: somebody is typing. Who saves is one of the authors from then on;
 * saving what is there already changes nothing. Refuses `not-found`, `draft-over`, `draft-changed` (with the draft as
 * it is now and what leads there from what was sent), `document-refused` with line and reason, `invalid-input`.
 */
export async function changeDraft(
  ctx: Context,
  id: string,
  input: DraftChange,
): Promise<Result<DraftView, Refusal>> {
  const found = await lockOpenDraft(ctx, id);
  if (!found.ok) return found;
  const { draft, person } = found.value;
  const document = sentDocument(ctx, input, draft);
  if (!document.ok) return document;
  if (draft.revision !== input.revision) return err(await changedMeanwhile(ctx, draft, document.value));
  const reason = input.reason?.trim() ?? draft.reason;
  if (reason === '') return err(atFault({ reason: 'required' }));
  if (reason === draft.reason && isSaved(draft, document.value)) return ok(await presentDraft(ctx, draft));
  await ctx.tx
    .updateTable('procedure_drafts')
    .set({
      document: JSON.stringify(document.value),
      reason,
      revision: draft.revision + 1,
      updated_by: person.id,
      updated_at: ctx.now,
    })
    .where('id', '=', id)
    .execute();
  await noteAuthor(ctx.tx, id, person.id, ctx.now);
  return getDraft(ctx, id);
}

function sentDocument(
  ctx: Context,
  { document, yaml }: DraftChange,
  draft: DraftRow,
): Result<ProcedureDocument, Refusal> {
  if (document !== undefined && yaml !== undefined) return err(atFault({ yaml: 'not-understood' }));
  if (yaml !== undefined) return readDocument(ctx, yaml);
  return ok((document ?? draft.document) as ProcedureDocument);
}

function isSaved({ document }: DraftRow, sent: ProcedureDocument): boolean {
  return contentHash(sent) === contentHash(document as ProcedureDocument);
}

/** Nothing is merged by machine and nothing is lost: the sender still has his text, and gets the other one. */
async function changedMeanwhile(ctx: Context, draft: DraftRow, sent: ProcedureDocument): Promise<Refusal> {
  const current = await presentDraft(ctx, draft);
  const mine = draftOf({ procedure_id: draft.procedure_id, document: sent }, 1);
  return {
    ...refusal('draft-changed', { revision: draft.revision }),
    more: { current, differences: compareProcedures(mine, draftOf(draft, 1)) },
  };
}
