import type { Calendar } from '../../domain/clocks/calendar.ts';
import { checkRevision } from '../../domain/clocks/check-revision.ts';
import type { Revision, RevisionEntry } from '../../domain/clocks/revision.ts';
import type { InputFault, Refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Reading } from '../context/index.ts';
import type { EntryInput, RevisionInput } from './contract.ts';
import { byLine } from './read-decree-file.ts';
import { keepsCalendars } from './rights.ts';

/** Nothing of it can be used; every fault by its line, so that all can be mended at once. */
export function faultRefusal(faults: readonly InputFault[]): Refusal {
  return { code: 'calendar-refused', faults };
}

/**
 * The entries as the domain has them, units by path and name. Refuses `calendar-refused` where an area or unit does not
 * exist, the unit is another institution's, or the days do not fit the calendar as it is now; by the place in the list.
 */
export async function resolveEntries(
  ctx: Reading,
  input: Pick<RevisionInput, 'scope' | 'year' | 'decreeNumber' | 'decreeDate' | 'entries'>,
): Promise<Result<readonly RevisionEntry[], Refusal>> {
  const units = await findUnits(ctx, input.entries);
  const unknownUnits = input.entries.flatMap((entry, index) =>
    entry.change === 'week' && !units.has(entry.unitId) ? [fault(index, 'unit-unknown')] : [],
  );
  if (unknownUnits.length > 0) return err(faultRefusal(unknownUnits));
  const entries = input.entries.map((entry) => resolved(entry, units));
  const unknownAreas = await areaFaults(
    ctx,
    entries,
    entries.map((_, index) => index + 1),
  );
  if (unknownAreas.length > 0) return err(faultRefusal(unknownAreas));
  const { scope, year, decreeNumber: decree, decreeDate: decreedOn } = input;
  const faults = revisionFaults(ctx.office.calendar, { scope, year, decree, decreedOn, entries });
  return faults.length > 0 ? err(faultRefusal(faults)) : ok(entries);
}

/** What stands against laying this over the calendar, by the place in the list. */
export function revisionFaults(calendar: Calendar, revision: Revision): readonly InputFault[] {
  return byLine(
    checkRevision(calendar, revision),
    revision.entries.map((_, index) => index + 1),
  );
}

/** Areas that are in no list of areas; one statement. `lines` stands beside the entries. */
export async function areaFaults(
  ctx: Reading,
  entries: readonly RevisionEntry[],
  lines: readonly number[],
): Promise<readonly InputFault[]> {
  const codes = [...new Set(entries.flatMap((entry) => ('area' in entry ? (entry.area ?? []) : [])))];
  if (codes.length === 0) return [];
  const found = await ctx.tx.selectFrom('areas').select('code').where('code', 'in', codes).execute();
  const known = new Set(found.map(({ code }) => code));
  return entries.flatMap((entry, index) =>
    'area' in entry && entry.area !== null && !known.has(entry.area)
      ? [{ line: lines[index] ?? null, code: 'area-unknown', params: { area: entry.area } }]
      : [],
  );
}

interface FoundUnit {
  readonly name: string;
  readonly path: string;
}

async function findUnits(
  ctx: Reading,
  entries: readonly EntryInput[],
): Promise<ReadonlyMap<string, FoundUnit>> {
  const ids = entries.flatMap((entry) => (entry.change === 'week' ? [entry.unitId] : []));
  if (ids.length === 0) return new Map();
  const rows = await ctx.tx
    .selectFrom('units')
    .select(['id', 'name', 'path', 'institution_id as institution'])
    .where('id', 'in', ids)
    .where('active', '=', true)
    .execute();
  return new Map(
    rows.filter((row) => keepsCalendars(ctx.actor, row.institution)).map((row) => [row.id, row]),
  );
}

function resolved(entry: EntryInput, units: ReadonlyMap<string, FoundUnit>): RevisionEntry {
  if (entry.change !== 'week') return entry;
  const { unitId, ...week } = entry;
  const { name = '', path = '' } = units.get(unitId) ?? {};
  return { ...week, unitPath: path, unitName: name };
}

function fault(index: number, code: string): InputFault {
  return { line: index + 1, code, params: {} };
}
