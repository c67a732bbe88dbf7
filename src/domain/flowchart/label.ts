import type { Board, BoardLink } from './board.ts';
import { level } from './board.ts';
import type { Form } from './form.ts';
import { outermost, sidePort } from './ports.ts';
import type { Way } from './way.ts';
import { measureText } from './wrap-text.ts';

/** A word at an exit: Ya under the tip, Tidak at the side, tembusan over the gap. */
export interface Label {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly row: number;
  /** Of the symbol that it belongs to. */
  readonly column: number;
  /** Under the tip; over or under a level line; over the symbols. */
  readonly place: 'under-tip' | 'over-line' | 'under-line' | 'over-gap';
  readonly anchor: 'start' | 'end' | 'middle';
  /** The level that an upright line must not pass beside it. */
  readonly level: number;
}

export function labelOf(board: Board, way: Way, form: Form): Label | null {
  const { link } = way;
  if (link.kind === 'ya') return underTip(link, form);
  if (link.kind === 'tidak' && (way.from === 'L' || way.from === 'R'))
    return aside(board, way, way.from, form);
  if (link.kind === 'copy') return overGap(link, form);
  return null;
}

function underTip({ from }: BoardLink, form: Form): Label {
  const left = from.x + 5;
  const right = left + widthOf('Ya', form);
  return {
    text: 'Ya',
    left,
    right,
    row: from.row,
    column: from.column,
    place: 'under-tip',
    anchor: 'start',
    level: level.bottom(from.row) + 0.08,
  };
}

/** Grows away from the diamond, over its line; under it where the line turns up within the word. */
function aside(board: Board, way: Way, side: 'L' | 'R', form: Form): Label {
  const { from } = way.link;
  const tip = sidePort(outermost(board, from, side), side);
  const width = widthOf('Tidak', form);
  const [left, right] = side === 'L' ? [tip - 3 - width, tip - 3] : [tip + 3, tip + 3 + width];
  const second = way.pieces[1];
  const turnsUp =
    second?.is === 'upright' && second.end < second.start && second.x >= left - 2 && second.x <= right + 2;
  return {
    text: 'Tidak',
    left,
    right,
    row: from.row,
    column: from.column,
    place: turnsUp ? 'under-line' : 'over-line',
    anchor: side === 'L' ? 'end' : 'start',
    level: level.middle(from.row) + (turnsUp ? 0.04 : -0.04),
  };
}

/** Only where it keeps clear of the arrows into the symbols on both sides. */
function overGap({ from, to }: BoardLink, form: Form): Label | null {
  const middle = (from.x + to.x) / 2;
  const half = widthOf('tembusan', form) / 2;
  if (Math.abs(from.x - to.x) / 2 - half < 5) return null;
  return {
    text: 'tembusan',
    left: middle - half,
    right: middle + half,
    row: from.row,
    column: from.column,
    place: 'over-gap',
    anchor: 'middle',
    level: level.top(from.row) - 0.02,
  };
}

function widthOf(text: string, { label }: Form): number {
  return measureText(text, { size: label, weight: 'bold' });
}
