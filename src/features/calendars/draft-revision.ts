import { parseDate } from '../../domain/clocks/civil-date.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { uuidv7 } from '../../platform/crypto/random.ts';
import type { Context } from '../context/index.ts';
import type { RevisionInput, RevisionView } from './contract.ts';
import { resolveEntries } from './entries.ts';
import { presentOne } from './list-revisions.ts';
import { keepsCalendars } from './rights.ts';
import { findRevision, type RevisionRow } from './store.ts';

/**
 * Lays a revision in as a draft; it changes nothing until another person applies it. Refuses `not-authorized`,
 * `invalid-input` (decreeDate), `calendar-refused` with every entry at fault; then nothing is saved.
 */
export async function draftRevision(
  ctx: Context,
  input: RevisionInput,
): Promise<Result<RevisionView, Refusal>> {
  const columns = await columnsOf(ctx, input);
  if (!columns.ok) return columns;
  const id = uuidv7(Date.parse(ctx.now));
  await ctx.tx
    .insertInto('calendar_revisions')
    .values({ id, ...columns.value, authors: [personOf(ctx)], created_at: ctx.now, updated_at: ctx.now })
    .execute();
  return ok(await presentOne(ctx, id));
}

/**
 * Changes a draft; whoever does becomes one of its authors. Refuses as `draftRevision`, and `not-found`,
 * `already-decided`, `draft-changed`.
 */
export async function changeRevision(
  ctx: Context,
  id: string,
  version: number,
  input: RevisionInput,
): Promise<Result<RevisionView, Refusal>> {
  const draft = await findDraft(ctx, id, version);
  if (!draft.ok) return draft;
  const columns = await columnsOf(ctx, input);
  if (!columns.ok) return columns;
  const authors = [...new Set([...draft.value.authors, personOf(ctx)])];
  await ctx.tx
    .updateTable('calendar_revisions')
    .set({ ...columns.value, authors, version: version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute();
  return ok(await presentOne(ctx, id));
}

/** Lays a draft aside; it stays readable. Refuses `not-authorized`, `not-found`, `already-decided`, `draft-changed`. */
export async function discardRevision(
  ctx: Context,
  id: string,
  version: number,
): Promise<Result<RevisionView, Refusal>> {
  const draft = await findDraft(ctx, id, version);
  if (!draft.ok) return draft;
  await ctx.tx
    .updateTable('calendar_revisions')
    .set({ state: 'discarded', version: version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute();
  return ok(await presentOne(ctx, id));
}

/** The draft under a lock, for a person who may keep calendars and looked at its present version. */
export async function findDraft(
  ctx: Context,
  id: string,
  version: number,
): Promise<Result<RevisionRow, Refusal>> {
  if (!keepsCalendars(ctx.actor)) return err(refusal('not-authorized'));
  const row = await findRevision(ctx.tx, id, { forUpdate: true });
  if (row === undefined) return err(refusal('not-found'));
  if (row.state !== 'draft') return err(refusal('already-decided'));
  if (row.version !== version) return err(refusal('draft-changed'));
  return ok(row);
}

async function columnsOf(ctx: Context, input: RevisionInput) {
  if (!keepsCalendars(ctx.actor)) return err(refusal('not-authorized'));
  const fields = fieldFaults(input);
  if (Object.keys(fields).length > 0) return err({ code: 'invalid-input', fields } as const);
  const entries = await resolveEntries(ctx, input);
  if (!entries.ok) return entries;
  return ok({
    scope: input.scope,
    year: input.year,
    decree_number: input.decreeNumber.trim(),
    decree_date: input.decreeDate,
    signatories: input.signatories.map((name) => name.trim()),
    reason: input.reason.trim(),
    entries: JSON.stringify(entries.value),
    source_name: input.sourceName,
  });
}

function fieldFaults(input: RevisionInput): Record<string, string> {
  const fields: Record<string, string> = {};
  if (parseDate(input.decreeDate) === undefined) fields.decreeDate = 'not-understood';
  if (input.decreeNumber.trim() === '') fields.decreeNumber = 'required';
  if (input.reason.trim() === '') fields.reason = 'required';
  if (input.signatories.some((name) => name.trim() === '')) fields.signatories = 'required';
  return fields;
}

function personOf({ actor }: Context): string {
  if (actor.kind !== 'person') throw new Error('only a person keeps calendars');
  return actor.id;
}
