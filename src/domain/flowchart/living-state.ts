import type { Chart, ChartLink } from './chart.ts';

/** How a row stands for one case: see `progressOf`. */
export type RowState = 'done' | 'here' | 'also' | 'next' | 'skipped';

export interface LivingRow {
  readonly state: RowState;
  /** The exit that was taken. */
  readonly exit: 'ya' | 'tidak' | null;
}

/** A way that the case took, one that it may take, one that it did not. */
export type LinkState = 'went' | 'may' | 'skipped';

/** `rows` in the order of the chart. */
export function linkStates(chart: Chart, rows: readonly LivingRow[]): readonly LinkState[] {
  return chart.links.map((link) => linkState(link, rows));
}

function linkState({ kind, from, to }: ChartLink, rows: readonly LivingRow[]): LinkState {
  const [before, after] = [rows[from.row], rows[to.row]];
  if (before === undefined || after === undefined) return 'skipped';
  if (from.row === to.row) return stateWithin(before.state);
  if (kind === 'ya' || kind === 'tidak') return exitState(kind, before, after, from.row > to.row);
  if (before.state === 'skipped' || after.state === 'skipped') return 'skipped';
  return wasReached(before) && wasReached(after) ? 'went' : 'may';
}

function stateWithin(state: RowState): LinkState {
  if (state === 'skipped') return 'skipped';
  return state === 'next' ? 'may' : 'went';
}

/** An exit back was taken where the case was sent back; ahead it is open until the row is done. */
function exitState(kind: 'ya' | 'tidak', before: LivingRow, after: LivingRow, back: boolean): LinkState {
  if (before.exit === kind && (back || wasReached(after))) return 'went';
  if (before.state === 'done') return kind === before.exit && after.state === 'next' ? 'may' : 'skipped';
  return before.state === 'skipped' ? 'skipped' : 'may';
}

function wasReached({ state }: LivingRow): boolean {
  return state === 'done' || state === 'also' || state === 'here';
}
