import type { LeaderPage } from '../../../src/features/statistics/contract.ts';
import type { ListSearch } from '../../app/list-search.ts';

type Row = LeaderPage['rows'][number];
type FigureName =
  | 'open'
  | 'late'
  | 'dueToday'
  | 'waitingForClosing'
  | 'answered'
  | 'confirmed'
  | 'closedOtherwise';

/** A figure, the list behind it, and the colour that time gives it. Its meaning is a text beside its name. */
export interface Figure {
  readonly name: FigureName;
  readonly list: ListSearch;
  readonly tone: '' | 'late' | 'soon';
}

export const figures: readonly Figure[] = [
  { name: 'open', list: { queue: 'all', sort: 'due' }, tone: '' },
  { name: 'late', list: { queue: 'all', late: true }, tone: 'late' },
  { name: 'dueToday', list: { queue: 'all', sort: 'due' }, tone: 'soon' },
  { name: 'waitingForClosing', list: { queue: 'closing' }, tone: '' },
  { name: 'answered', list: { queue: 'all', status: 'answered' }, tone: '' },
  { name: 'confirmed', list: { queue: 'all', status: 'closed' }, tone: '' },
  { name: 'closedOtherwise', list: { queue: 'all', status: 'closed' }, tone: '' },
];

/** Whether anything is counted for the unit or for a unit below it. */
export function hasFigures(row: Row): boolean {
  return figures.some(({ name }) => row[name] > 0);
}

/** The whole office: the rows at the top of the tree, since each row counts what lies below it. */
export function totalOf(rows: readonly Row[]): Readonly<Record<FigureName, number>> {
  const top = Math.min(...rows.map((row) => row.depth));
  const sum = (name: FigureName): number =>
    rows.filter((row) => row.depth === top).reduce((all, row) => all + row[name], 0);
  return {
    open: sum('open'),
    late: sum('late'),
    dueToday: sum('dueToday'),
    waitingForClosing: sum('waitingForClosing'),
    answered: sum('answered'),
    confirmed: sum('confirmed'),
    closedOtherwise: sum('closedOtherwise'),
  };
}
