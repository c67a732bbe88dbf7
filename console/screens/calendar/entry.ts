import { holidayKinds } from '../../../src/domain/clocks/calendar.ts';
import type { EntryInput, RevisionInput, RevisionView } from '../../../src/features/calendars/contract.ts';

/** One line of a decree as the console shows it; a unit's week with the unit's name. */
export type Entry = RevisionView['entries'][number];
export type Change = Entry['change'];
export type DayEntry = Extract<Entry, { change: 'add' | 'withdraw' | 'reclassify' }>;
export type SeasonEntry = Extract<Entry, { change: 'hours' }>;
export type WeekEntry = Extract<Entry, { change: 'week' }>;

/** Every kind of day on which offices are shut. */
export const kinds = holidayKinds;
export function isKind(word: string): word is (typeof kinds)[number] {
  return (kinds as readonly string[]).includes(word);
}

/** What is typed of a decree before it is sent; names of signatories one to a line. */
export interface DecreeForm extends Omit<RevisionInput, 'entries' | 'signatories'> {
  readonly signatories: string;
  readonly entries: readonly Entry[];
}

export function emptyForm(year: number): DecreeForm {
  return {
    scope: 'amendment',
    year,
    decreeNumber: '',
    decreeDate: '',
    signatories: '',
    reason: '',
    entries: [],
    sourceName: null,
  };
}

export function formOf(view: RevisionView): DecreeForm {
  const { scope, year, decreeNumber, decreeDate, signatories, reason, entries, sourceName } = view;
  return {
    scope,
    year,
    decreeNumber,
    decreeDate,
    signatories: signatories.join('\n'),
    reason,
    entries,
    sourceName,
  };
}

/** The body that the server takes: only what its contract names. */
export function toInput(form: DecreeForm): RevisionInput {
  const signatories = form.signatories
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return { ...form, signatories, entries: form.entries.map(entryInput) };
}

function entryInput(entry: Entry): EntryInput {
  if (entry.change !== 'week') return entry;
  const { unitPath: _path, unitName: _name, ...input } = entry;
  return input;
}

/** By date; periods stand where they begin. */
export function byDate(a: Entry, b: Entry): number {
  return dateOf(a).localeCompare(dateOf(b));
}

export function dateOf(entry: Entry): string {
  return 'date' in entry ? entry.date : entry.from;
}

/** A line of nothing yet, of the kind that was chosen. */
export function emptyEntry(change: Change, year: number): Entry {
  if (change === 'add') return { change, date: '', name: '', kind: 'libur-nasional', area: null };
  if (change === 'withdraw') return { change, date: '', area: null };
  if (change === 'reclassify') return { change, date: '', kind: 'cuti-bersama', area: null };
  if (change === 'hours') {
    return {
      change,
      from: '',
      to: '',
      name: `Ramadan ${year}`,
      mondayToThursday: { opens: '08:00', closes: '15:00' },
      friday: { opens: '08:00', closes: '15:30' },
      deadlinesFallAt: '15:00',
    };
  }
  return {
    change,
    from: '',
    to: null,
    weekdays: [1, 2, 3, 4, 5, 6],
    worksOnHolidays: false,
    unitId: '',
    unitPath: '',
    unitName: '',
  };
}
