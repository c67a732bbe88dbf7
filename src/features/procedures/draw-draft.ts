import type { RowChangeKind } from '../../domain/flowchart/row-change.ts';
import type { ProcedureComparison } from '../../domain/procedures/compare.ts';
import { compareProcedures } from '../../domain/procedures/compare.ts';
import type { ProcedureDraft } from '../../domain/procedures/draft.ts';
import type { Refusal } from '../../domain/shared/refusal.ts';
import { ok, type Result } from '../../domain/shared/result.ts';
import type { Reading } from '../context/index.ts';
import { officialDocument, paintSvg } from '../flowcharts/index.ts';
import type { DraftDrawing } from './contract.ts';
import { draftOf } from './draft-store.ts';
import { findKeptDraft } from './lock-open-draft.ts';
import { comparedWith } from './versions.ts';

/**
 * The sheets of a draft as it is saved, right or not yet; `marked`: with a mark beside each row that is not as in the
 * version it is compared with, where there is one. Refuses `not-found`, `not-signed-in`.
 */
export async function drawDraft(
  ctx: Reading,
  id: string,
  marked: boolean,
): Promise<Result<DraftDrawing, Refusal>> {
  const found = await findKeptDraft(ctx, id);
  if (!found.ok) return found;
  const { draft } = found.value;
  const latest = ctx.office.procedures.find(draft.procedure_id);
  const drawn = draftOf(draft, (latest?.version ?? 0) + 1);
  const before = marked ? comparedWith(ctx, draft, undefined) : undefined;
  const changes = before === undefined ? undefined : changesIn(drawn, compareProcedures(before, drawn));
  return ok({
    revision: draft.revision,
    pages: officialDocument(drawn, changes).map((page, place) => ({
      kind: page.kind,
      title: page.title,
      svg: paintSvg(page, `naskah-lembar-${marked ? 'beda-' : ''}${place + 1}`),
    })),
  });
}

/** By the place of the row; what was both changed and moved is changed. */
function changesIn(
  { steps }: ProcedureDraft,
  { steps: { added, changed, moved } }: ProcedureComparison,
): ReadonlyMap<number, RowChangeKind> {
  const seen = new Map<string, number>();
  const placeOf = new Map(
    steps.map(({ id }, place) => {
      const occurrence = (seen.get(id) ?? 0) + 1;
      seen.set(id, occurrence);
      return [`${occurrence} ${id}`, place] as const;
    }),
  );
  const marks = new Map<number, RowChangeKind>();
  for (const [kind, entries] of [
    ['moved', moved],
    ['changed', changed],
    ['added', added],
  ] as const) {
    for (const { id, occurrence } of entries) marks.set(placeOf.get(`${occurrence} ${id}`) ?? -1, kind);
  }
  return marks;
}
