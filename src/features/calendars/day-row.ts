import { type HolidayKind, holidayKinds } from '../../domain/clocks/calendar.ts';
import { formatDate, parseDate } from '../../domain/clocks/civil-date.ts';
import type { RevisionEntry } from '../../domain/clocks/revision.ts';
import { type FileFault, fileFault } from './decree-file.ts';

/** One row or event of a file as it was written, whatever the format. */
export interface DayRow {
  readonly line: number;
  readonly date: string;
  /** The last day; empty for a single one. */
  readonly until: string;
  readonly name: string;
  readonly kind: string;
  readonly area: string;
  readonly change: string;
}

export interface ReadRow {
  readonly entries: readonly RevisionEntry[];
  readonly faults: readonly FileFault[];
}

const changes = {
  '': 'add',
  tambah: 'add',
  add: 'add',
  cabut: 'withdraw',
  withdraw: 'withdraw',
  'ubah jenis': 'reclassify',
  ubah: 'reclassify',
  reclassify: 'reclassify',
} as const;

/** Longer than any holiday; a period of months is a slip of the pen. */
const longestDays = 31;
const longestName = 200;

/** A row in the words of the domain, one entry for each day; or everything that is wrong with it. */
export function readRow(row: DayRow): ReadRow {
  const { line } = row;
  const change = changes[spoken(row.change) as keyof typeof changes];
  const kind = kindOf(row.kind);
  const area = row.area.trim();
  const name = row.name.trim().replace(/\s+/g, ' ');
  const period = periodOf(row);
  const faults: FileFault[] = [];
  if (!period.ok) faults.push(period.fault);
  if (change === undefined) faults.push(fileFault(line, 'change-unknown', { change: quoted(row.change) }));
  if (change !== 'withdraw' && kind === undefined) {
    faults.push(fileFault(line, 'kind-unknown', { kind: quoted(row.kind), kinds: holidayKinds.join(', ') }));
  }
  if (change === 'add' && name === '') faults.push(fileFault(line, 'name-missing'));
  if (name.length > longestName) faults.push(fileFault(line, 'name-too-long', { characters: longestName }));
  if (area !== '' && !/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/.test(area)) {
    faults.push(fileFault(line, 'area-not-a-code', { area: quoted(area) }));
  }
  if (faults.length > 0 || !period.ok || change === undefined) return { entries: [], faults };
  const place = area === '' ? null : area;
  return { entries: period.dates.map((date) => entryOf(change, date, place, name, kind)), faults };
}

type Change = (typeof changes)[keyof typeof changes];

function entryOf(
  change: Change,
  date: string,
  area: string | null,
  name: string,
  kind: HolidayKind = 'libur-nasional',
): RevisionEntry {
  if (change === 'withdraw') return { change, date, area };
  return change === 'add' ? { change, date, name, kind, area } : { change, date, kind, area };
}

/** `libur-nasional`, "Libur Nasional" and "LIBUR_NASIONAL" are the same word. */
function kindOf(written: string): HolidayKind | undefined {
  const word = spoken(written).replace(/[ _]/g, '-');
  return holidayKinds.find((kind) => kind === word);
}

function spoken(written: string): string {
  return written.trim().toLowerCase().replace(/\s+/g, ' ');
}

type Period =
  | { readonly ok: true; readonly dates: readonly string[] }
  | { readonly ok: false; readonly fault: FileFault };

function periodOf({ line, date, until }: DayRow): Period {
  if (date.trim() === '') return { ok: false, fault: fileFault(line, 'date-missing') };
  const first = parseDate(date.trim());
  const last = until.trim() === '' ? first : parseDate(until.trim());
  if (first === undefined || last === undefined) {
    const unread = first === undefined ? date : until;
    return { ok: false, fault: fileFault(line, 'date-not-read', { date: quoted(unread) }) };
  }
  if (last < first)
    return { ok: false, fault: fileFault(line, 'period-ends-before', { from: date, to: until }) };
  if (last - first >= longestDays) {
    return { ok: false, fault: fileFault(line, 'period-too-long', { days: longestDays }) };
  }
  return {
    ok: true,
    dates: Array.from({ length: last - first + 1 }, (_, index) => formatDate(first + index)),
  };
}

/** What was written, short enough to be said again. */
function quoted(written: string): string {
  const text = written.trim();
  return text.length <= 40 ? text : `${text.slice(0, 40)}…`;
}
