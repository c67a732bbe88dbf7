import { compareProcedures, isSame } from '../../domain/procedures/compare.ts';
import type { ProcedureDraft } from '../../domain/procedures/draft.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Reading } from '../context/index.ts';
import { drawnPages } from '../flowcharts/index.ts';
import { atFault } from '../organizations/index.ts';
import type { ComparisonView, VersionDrawing, VersionListItem, VersionView } from './contract.ts';
import { institutionOf, keeps } from './draft-rights.ts';
import { type DraftRow, draftOf } from './draft-store.ts';
import { findKeptDraft } from './lock-open-draft.ts';
import { presentVersion, presentVersionItem } from './present-version.ts';
import { findReleaseRecords } from './release-records.ts';

/** Every version, newest first: public, as each SOP is; who wrote it only for who keeps it. Refuses `not-found`. */
export async function listVersions(ctx: Reading, id: string): Promise<Result<VersionListItem[], Refusal>> {
  const versions = ctx.office.procedures.versions(id);
  const records = await findReleaseRecords(ctx.tx, id);
  const shown = shownTo(ctx, id);
  if (shown === null) return err(refusal('not-found'));
  return ok(
    versions
      .toReversed()
      .map((procedure) => presentVersionItem(procedure, records.get(procedure.version), shown)),
  );
}

/** One version with its whole document. Refuses `not-found`. */
export async function getVersion(
  ctx: Reading,
  id: string,
  version: number,
): Promise<Result<VersionView, Refusal>> {
  const procedure = ctx.office.procedures.find(id, version);
  const shown = shownTo(ctx, id);
  if (procedure === undefined || shown === null) return err(refusal('not-found'));
  const records = await findReleaseRecords(ctx.tx, id);
  return ok(presentVersion(procedure, records.get(version), shown));
}

/** The sheets of one version as the form prints them. Refuses `not-found`. */
export function drawVersion(
  { office }: Reading,
  id: string,
  version: number,
): Result<VersionDrawing, Refusal> {
  const procedure = office.procedures.find(id, version);
  if (procedure === undefined) return err(refusal('not-found'));
  return ok({ pages: [...drawnPages(procedure)] });
}

/** Two released versions of one procedure. Refuses `not-found`. */
export function compareVersions(
  { office }: Reading,
  id: string,
  { from, to }: { readonly from: number; readonly to: number },
): Result<ComparisonView, Refusal> {
  const [before, after] = [office.procedures.find(id, from), office.procedures.find(id, to)];
  if (before === undefined || after === undefined) return err(refusal('not-found'));
  return ok(presentComparison(before, after, to));
}

/**
 * A draft with a version of its own procedure; without `version` with the one that new cases take now, and where the
 * procedure is new with the version of another that it began from. A decree that the draft does not have yet is not
 * compared. Refuses `not-found`, `invalid-input`.
 */
export async function compareDraft(
  ctx: Reading,
  draftId: string,
  version: number | undefined,
): Promise<Result<ComparisonView, Refusal>> {
  const found = await findKeptDraft(ctx, draftId);
  if (!found.ok) return found;
  const { draft } = found.value;
  const before = comparedWith(ctx, draft, version);
  if (before === undefined) return err(atFault({ with: 'unknown' }));
  return ok(presentComparison(before, unsigned(draftOf(draft, before.version + 1), before), null));
}

/** What a draft is compared with; undefined where there is no version yet. */
export function comparedWith(
  { office: { procedures } }: Reading,
  draft: DraftRow,
  version: number | undefined,
): Procedure | undefined {
  const own = procedures.find(draft.procedure_id, version);
  if (own !== undefined || version !== undefined || draft.based_on_procedure === null) return own;
  return procedures.find(draft.based_on_procedure, draft.based_on ?? undefined);
}

/** The decree comes with the release: that a draft has none yet is no change. */
function unsigned(draft: ProcedureDraft, { decree }: Procedure): ProcedureDraft {
  return Object.values(draft.decree).every((part) => part === null) ? { ...draft, decree } : draft;
}

function presentComparison(before: Procedure, after: ProcedureDraft, version: number | null): ComparisonView {
  const differences = compareProcedures(before, after);
  return {
    before: { procedureId: before.id, version: before.version },
    after: { procedureId: after.id, version },
    same: isSame(differences),
    // The contract's arrays are not readonly; nobody writes to an answer.
    differences: differences as unknown as ComparisonView['differences'],
  };
}

function shownTo({ office, actor }: Reading, id: string) {
  const latest = office.procedures.find(id)?.version;
  return latest === undefined ? null : { latest, names: keeps(actor, institutionOf(id)) };
}
