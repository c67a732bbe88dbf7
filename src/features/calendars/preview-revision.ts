import type { Calendar } from '../../domain/clocks/calendar.ts';
import { layRevision } from '../../domain/clocks/revision.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { reachable } from '../cases/index.ts';
import type { Reading } from '../context/index.ts';
import { listRunningCases, type RunningCase } from './cases-with-clocks.ts';
import { type MoveOutcome, moveOutcomes, type PreviewQuery, type PreviewView } from './contract.ts';
import { faultRefusal, revisionFaults } from './entries.ts';
import { moveOf } from './moves.ts';
import { institutionsOf, keepsCalendars } from './rights.ts';
import { findRevision, revisionOf } from './store.ts';

const batch = 1000;

/**
 * What applying a draft would do to every open deadline now: moved later, kept on an older promise, grown certain,
 * still without a decree. Counted whole, rows by page, grouped by unit; one statement for each thousand open cases.
 * Rows name only the cases of institutions whose calendar the reader keeps, with the id of those that the
 * reader may open; the others are a number. Refuses
 * `not-authorized`, `not-found`, `already-decided`, and `calendar-refused` where it can no longer be applied.
 */
export async function previewRevision(
  ctx: Reading,
  id: string,
  query: PreviewQuery,
): Promise<Result<PreviewView, Refusal>> {
  if (!keepsCalendars(ctx.actor)) return err(refusal('not-authorized'));
  const row = await findRevision(ctx.tx, id);
  if (row === undefined) return err(refusal('not-found'));
  if (row.state !== 'draft') return err(refusal('already-decided'));
  const { calendar } = ctx.office;
  const revision = revisionOf(row);
  const faults = revisionFaults(calendar, revision);
  if (faults.length > 0) return err(faultRefusal(faults));
  const revised = layRevision(calendar, { ...revision, number: 0 });

  const reader = ctx.actor.kind === 'person' ? ctx.actor : undefined;
  const found: Tally = { examined: 0, elsewhere: 0, rows: [] };
  let after: string | null = null;
  do {
    const cases: readonly RunningCase[] = await listRunningCases(ctx.tx, after, batch, reader);
    for (const one of cases) tally(found, ctx, one, revised);
    after = cases.length < batch ? null : (cases.at(-1)?.id ?? null);
  } while (after !== null);
  const page = pageOf(found, query);
  return ok({ ...page, rows: await withLinks(ctx, page.rows) });
}

type Row = PreviewView['rows'][number];

/** Local to `previewRevision`. */
interface Tally {
  examined: number;
  elsewhere: number;
  readonly rows: Row[];
}

function tally(found: Tally, ctx: Reading, one: RunningCase, revised: Calendar): void {
  const own = institutionsOf(ctx.actor);
  const isOwn = own === null || own.includes(one.institution);
  const { id, number, unit } = one;
  found.examined += one.clocks.length;
  for (const clock of one.clocks) {
    const move = moveOf(clock, ctx.now, ctx.office.calendar, revised);
    if (move === null) continue;
    const { rule, zone, due: oldDue } = clock;
    if (isOwn) found.rows.push({ number, caseId: id, unit, rule, zone, oldDue, ...move });
    else if (move.outcome === 'later') found.elsewhere += 1;
  }
}

function pageOf({ examined, elsewhere, rows }: Tally, query: PreviewQuery): PreviewView {
  const chosen = rows
    .filter((row) => query.outcome === undefined || row.outcome === query.outcome)
    .toSorted((a, b) => placeOf(a).localeCompare(placeOf(b)));
  const names = [...new Set(rows.map((row) => row.unit))];
  return {
    examined,
    counts: countsOf(rows),
    elsewhere,
    units: names
      .toSorted((a, b) => (a ?? '').localeCompare(b ?? '', 'id'))
      .map((unit) => ({ unit, ...countsOf(rows.filter((row) => row.unit === unit)) })),
    total: chosen.length,
    rows: chosen.slice(query.offset, query.offset + query.limit),
  };
}

/** Only cases that the reader may open keep their id. One statement. */
async function withLinks(ctx: Reading, rows: readonly Row[]): Promise<Row[]> {
  const { actor } = ctx;
  const ids = [...new Set(rows.flatMap((row) => row.caseId ?? []))];
  if (actor.kind !== 'person' || ids.length === 0) return rows.map((row) => ({ ...row, caseId: null }));
  const found = await ctx.tx
    .selectFrom('cases')
    .select('id')
    .where('id', 'in', ids)
    .where((eb) => reachable(eb, actor, 'case.read'))
    .execute();
  const own = new Set(found.map(({ id }) => id));
  return rows.map((row) => (row.caseId !== null && own.has(row.caseId) ? row : { ...row, caseId: null }));
}

function placeOf(row: Row): string {
  return [row.unit ?? '', row.newDue ?? '9999', row.number, row.rule].join('\n');
}

function countsOf(rows: readonly Row[]): Record<MoveOutcome, number> {
  const count = (outcome: MoveOutcome) => rows.filter((row) => row.outcome === outcome).length;
  return Object.fromEntries(moveOutcomes.map((outcome) => [outcome, count(outcome)])) as Record<
    MoveOutcome,
    number
  >;
}
