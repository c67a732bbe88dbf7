import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Reading } from '../context/index.ts';
import type { RevisionView } from './contract.ts';
import { isHandedOver, listPassages, type Passage } from './passages.ts';
import { keepsCalendars } from './rights.ts';
import { type RevisionRow, revisionOf, revisions } from './store.ts';

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
  const passages = await listPassages(
    ctx.tx,
    rows.map((row) => row.id),
  );
  const ids = [
    ...new Set([
      ...rows.flatMap((row) => [...row.authors, row.applied_by ?? row.authors].flat()),
      ...passages.map((one) => one.person_id),
    ]),
  ];
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
  return rows.map((row) => {
    const own = passages.filter((one) => one.revision_id === row.id);
    return {
      id: row.id,
      scope: row.scope as RevisionView['scope'],
      year: row.year,
      decreeNumber: row.decree_number,
      decreeDate: row.decree_date,
      signatories: row.signatories,
      reason: row.reason,
      entries: presentEntries(row),
      sourceName: row.source_name,
      state: row.state as RevisionView['state'],
      version: row.version,
      authors: row.authors.map(person),
      updatedAt: row.updated_at,
      appliedBy: row.applied_by === null ? null : person(row.applied_by),
      appliedAt: row.applied_at,
      recount: counted.get(row.id) ?? null,
      isHandedOver: isHandedOver(row, own),
      passages: own.map(({ kind, person_id, at, words }) => ({ kind, by: person(person_id), at, words })),
      acts: actsOf(ctx, row, own),
    };
  });
}

/** A unit's path ends with its id, by which a week is sent back when the draft is changed. */
function presentEntries(row: RevisionRow): RevisionView['entries'] {
  return revisionOf(row).entries.map((entry) =>
    entry.change === 'week'
      ? { ...entry, weekdays: [...entry.weekdays], unitId: entry.unitPath.split('/').at(-2) ?? '' }
      : entry,
  );
}

function actsOf({ actor }: Reading, row: RevisionRow, passages: readonly Passage[]): RevisionView['acts'] {
  if (row.state !== 'draft' || actor.kind !== 'person') return [];
  const handedOver = isHandedOver(row, passages);
  if (row.authors.includes(actor.id)) {
    return handedOver ? ['change', 'discard'] : ['change', 'hand-over', 'discard'];
  }
  return handedOver ? ['change', 'apply', 'return', 'discard'] : ['change', 'discard'];
}
