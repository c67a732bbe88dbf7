import { localDate } from '../../domain/clocks/calendar.ts';
import type { ProcedureDraft } from '../../domain/procedures/draft.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { type Context, changeOffice, lockOffice, staleProof } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import { contentHash, documentOf } from './content-hash.ts';
import type { DraftRelease, VersionView } from './contract.ts';
import { type DraftRow, draftOf } from './draft-store.ts';
import { presentDraft } from './get-draft.ts';
import { lintDraft } from './lint-draft.ts';
import { type KeptDraft, lockOpenDraft } from './lock-open-draft.ts';
import { presentVersion } from './present-version.ts';
import { findReleaseRecords } from './release-records.ts';

/**
 * Makes a draft the version that new cases take, from this commit on and on every node; open cases stay on theirs.
 * The second pair of eyes: nobody releases what they wrote on. Refuses `not-found`, `draft-over`, `own-draft`,
 * `draft-changed`, `invalid-input` (what the decree lacks), `version-moved` where another version was released since
 * the draft was compared, `draft-has-errors` with the findings, `step-up-needed`.
 */
export async function releaseDraft(
  ctx: Context,
  id: string,
  input: DraftRelease,
): Promise<Result<VersionView, Refusal>> {
  const found = await lockOpenDraft(ctx, id);
  if (!found.ok) return found;
  const refused =
    (await draftRefusal(ctx, found.value, input)) ?? decreeRefusal(ctx, input) ?? staleProof(ctx);
  if (refused !== null) return err(refused);
  const { draft, person } = found.value;
  // One release after the other: the number that follows is then this one's alone.
  await lockOffice(ctx);
  const latest = ctx.office.procedures.find(draft.procedure_id)?.version ?? null;
  if (latest !== input.supersedes) return err(refusal('version-moved', { version: latest ?? 0 }));
  const signed = withDecree(draft, (latest ?? 0) + 1, input);
  const findings = await lintDraft(ctx, signed);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    return err({ ...refusal('draft-has-errors', { count: errors.length }), more: { findings: errors } });
  }
  await writeRelease(ctx, draft, signed, person.id, input.note.trim());
  const records = await findReleaseRecords(ctx.tx, signed.id);
  // Without an error a draft is a procedure; the type cannot follow that.
  return ok(
    presentVersion(signed as Procedure, records.get(signed.version), { latest: signed.version, names: true }),
  );
}

async function draftRefusal(
  ctx: Context,
  { draft, person }: KeptDraft,
  { revision }: DraftRelease,
): Promise<Refusal | null> {
  if (draft.authors.some(({ id }) => id === person.id)) return refusal('own-draft');
  if (draft.revision === revision) return null;
  return {
    ...refusal('draft-changed', { revision: draft.revision }),
    more: { current: await presentDraft(ctx, draft) },
  };
}

/** A version comes into force by a decree: its number, its date, who signed it, on what legal basis. */
function decreeRefusal(
  { now }: Context,
  { number, date, signatory, legalBasis }: DraftRelease,
): Refusal | null {
  const fields: Record<string, string> = {};
  if (number.trim() === '') fields.number = 'required';
  if (signatory.trim() === '') fields.signatory = 'required';
  if (legalBasis.some((text) => text.trim() === '')) fields.legalBasis = 'required';
  if (!isDate(date)) fields.date = 'not-a-date';
  else if (date > localDate(now, 'Asia/Jakarta')) fields.date = 'in-the-future';
  return Object.keys(fields).length === 0 ? null : { code: 'invalid-input', fields };
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function withDecree(draft: DraftRow, version: number, input: DraftRelease): ProcedureDraft {
  const { number, date, signatory, legalBasis } = input;
  return {
    ...draftOf(draft, version),
    decree: { number: number.trim(), date, signatory: signatory.trim() },
    legalBasis: legalBasis.map((text) => text.trim()),
  };
}

async function writeRelease(
  ctx: Context,
  draft: DraftRow,
  signed: ProcedureDraft,
  releasedBy: string,
  note: string,
): Promise<void> {
  const document = documentOf(signed);
  await ctx.tx
    .insertInto('procedure_versions')
    .values({
      procedure_id: signed.id,
      version: signed.version,
      document: JSON.stringify(document),
      content_hash: contentHash(document),
      decree_number: signed.decree.number ?? '',
      decree_date: signed.decree.date ?? '',
      signatory: signed.decree.signatory ?? '',
      legal_basis: JSON.stringify(signed.legalBasis),
      effective_note: note,
      supersedes: signed.version === 1 ? null : signed.version - 1,
      draft_id: draft.id,
      drafted_by: draft.authors.map(({ id }) => id),
      released_by: releasedBy,
      released_at: ctx.now,
    })
    .execute();
  await ctx.tx
    .updateTable('procedure_drafts')
    .set({
      state: 'released',
      released_version: signed.version,
      ended_by: releasedBy,
      ended_at: ctx.now,
    })
    .where('id', '=', draft.id)
    .execute();
  await changeOffice(ctx);
  await record(ctx, {
    kind: 'procedure.released',
    institution: null,
    subject: `procedure:${signed.id}@${signed.version}`,
    details: { contentHash: contentHash(documentOf(signed)), draftId: draft.id },
  });
}
