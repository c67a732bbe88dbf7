import type { Refusal } from '../../domain/shared/refusal.ts';
import { ok, type Result } from '../../domain/shared/result.ts';
import type { Reading } from '../context/index.ts';
import { officialDocument, paintSvg } from '../flowcharts/index.ts';
import type { DraftDrawing } from './contract.ts';
import { draftOf } from './draft-store.ts';
import { findKeptDraft } from './lock-open-draft.ts';

/** The sheets of a draft as it is saved, right or not yet. Refuses `not-found`, `not-signed-in`. */
export async function drawDraft(ctx: Reading, id: string): Promise<Result<DraftDrawing, Refusal>> {
  const found = await findKeptDraft(ctx, id);
  if (!found.ok) return found;
  const { draft } = found.value;
  const latest = ctx.office.procedures.find(draft.procedure_id);
  const pages = officialDocument(draftOf(draft, (latest?.version ?? 0) + 1));
  return ok({
    revision: draft.revision,
    pages: pages.map((page, place) => ({
      kind: page.kind,
      title: page.title,
      svg: paintSvg(page, `naskah-lembar-${place + 1}`),
    })),
  });
}
