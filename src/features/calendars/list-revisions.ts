import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Reading } from '../context/index.ts';
import type { RevisionView } from './contract.ts';
import { keepsCalendars } from './rights.ts';
import { type RevisionRow, revisions } from './store.ts';

/** The drafts that wait, or what was applied or laid aside; the newest first. Refuses `not-authorized`. */
export async function listRevisions(
  ctx: Reading,
  state: RevisionView['state'],
): Promise<Result<RevisionView[], Refusal>> {
  if (!keepsCalendars(ctx.actor)) return err(refusal('not-authorized'));
  const rows = await revisions(ctx.tx)
    .where('state', '=', state)
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
  return ok(await present(ctx, rows));
}

/** Refuses `not-authorized`, `not-found`. */
export async function getRevision(ctx: Reading, id: string): Promise<Result<RevisionView, Refusal>> {
  if (!keepsCalendars(ctx.actor)) return err(refusal('not-authorized'));
  const rows = await revisions(ctx.tx).where('id', '=', id).execute();
  const [view] = await present(ctx, rows);
  return view === undefined ? err(refusal('not-found')) : ok(view);
}

/** One that is known to be there: a command's own answer. */
export async function presentOne(ctx: Reading, id: string): Promise<RevisionView> {
  const rows = await revisions(ctx.tx).where('id', '=', id).execute();
  const [view] = await present(ctx, rows);
  if (view === undefined) throw new Error('a revision that was just written is gone');
  return view;
}

async function present(ctx: Reading, rows: readonly RevisionRow[]): Promise<RevisionView[]> {
  if (rows.length === 0) return [];
  const ids = [...new Set(rows.flatMap((row) => [...row.authors, row.applied_by ?? row.authors].flat()))];
  const applied = rows.filter((row) => row.state === 'applied').map((row) => row.id);
  const people = await ctx.tx.selectFrom('people').select(['id', 'name']).where('id', 'in', ids).execute();
  const recounts =
    applied.length === 0
      ? []
      : await ctx.tx
          .selectFrom('calendar_recounts')
          .selectAll()
          .where('revision_id', 'in', applied)
          .execute();
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const counted = new Map(
    recounts.map((row) => [row.revision_id, { movedCases: row.moved, doneAt: row.done_at }]),
  );
  const person = (id: string) => ({ id, name: names.get(id) ?? '' });
  return rows.map((row) => ({
    id: row.id,
    scope: row.scope as RevisionView['scope'],
    year: row.year,
    decreeNumber: row.decree_number,
    decreeDate: row.decree_date,
    signatories: row.signatories,
    reason: row.reason,
    entries: row.entries as RevisionView['entries'],
    sourceName: row.source_name,
    state: row.state as RevisionView['state'],
    version: row.version,
    authors: row.authors.map(person),
    updatedAt: row.updated_at,
    appliedBy: row.applied_by === null ? null : person(row.applied_by),
    appliedAt: row.applied_at,
    recount: counted.get(row.id) ?? null,
    acts: actsOf(ctx, row),
  }));
}

function actsOf({ actor }: Reading, row: RevisionRow): RevisionView['acts'] {
  if (row.state !== 'draft' || actor.kind !== 'person') return [];
  return row.authors.includes(actor.id) ? ['change', 'discard'] : ['change', 'apply', 'discard'];
}
