import type { PersonActor } from '../../domain/access/actor.ts';
import type { Refusal } from '../../domain/shared/refusal.ts';
import { ok, type Result } from '../../domain/shared/result.ts';
import type { Reading } from '../context/index.ts';
import type { DraftListItem, DraftView, FindingView, ProcedureDocument } from './contract.ts';
import { type DraftRow, draftOf } from './draft-store.ts';
import { lintDraft } from './lint-draft.ts';
import { findKeptDraft } from './lock-open-draft.ts';

/** The draft with its document and what the linter says of it. Refuses `not-found`, `not-signed-in`. */
export async function getDraft(ctx: Reading, id: string): Promise<Result<DraftView, Refusal>> {
  const found = await findKeptDraft(ctx, id);
  return found.ok ? ok(await presentDraft(ctx, found.value.draft)) : found;
}

export async function presentDraft(ctx: Reading, row: DraftRow): Promise<DraftView> {
  const latest = ctx.office.procedures.find(row.procedure_id);
  const findings = await lintDraft(ctx, draftOf(row, (latest?.version ?? 0) + 1));
  const hindrance = hindranceOf(row, findings, ctx.actor as PersonActor);
  return {
    ...presentDraftItem(row),
    document: row.document as ProcedureDocument,
    findings: [...findings],
    authors: [...row.authors],
    createdBy: personOf(row.creator),
    updatedBy: personOf(row.updater),
    endedBy: row.ender,
    latestVersion: latest?.version ?? null,
    release: { possible: hindrance === null, hindrance },
  };
}

type ItemRow = Omit<DraftRow, 'creator' | 'updater' | 'ender' | 'document'> & {
  readonly document?: unknown;
  readonly title?: string;
};

export function presentDraftItem(row: ItemRow): DraftListItem {
  const { based_on_procedure: procedureId, based_on: version } = row;
  return {
    id: row.id,
    procedureId: row.procedure_id,
    title: row.title ?? (row.document as ProcedureDocument).title,
    reason: row.reason,
    basedOn: procedureId === null || version === null ? null : { procedureId, version },
    state: row.state,
    revision: row.revision,
    authors: row.authors.map(({ id, name }) => ({ id, name })),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    endedAt: row.ended_at,
    releasedVersion: row.released_version,
  };
}

/** What `releaseDraft` would refuse, in its order, so that a screen need not let somebody try in vain. */
function hindranceOf(
  { state, authors }: DraftRow,
  findings: readonly FindingView[],
  reader: PersonActor,
): DraftView['release']['hindrance'] {
  if (state !== 'open') return 'over';
  if (authors.some(({ id }) => id === reader.id)) return 'own-work';
  return findings.some(({ severity }) => severity === 'error') ? 'errors' : null;
}

function personOf(person: DraftRow['creator']): { id: string; name: string } {
  // The columns refer to people; only the time of an ending may be empty.
  return person ?? { id: '', name: '' };
}
