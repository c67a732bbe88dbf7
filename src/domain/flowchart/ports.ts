import type { Board, BoardSymbol, Port } from './board.ts';
import type { Way } from './way.ts';

/** The outermost symbol of the row's own actors on that side; they are one node. */
export function outermost(board: Board, symbol: BoardSymbol, side: 'L' | 'R'): BoardSymbol {
  const own = (board.rows[symbol.row]?.symbols ?? []).filter(
    ({ of }) => of !== null && (of.part === 'main' || of.part === 'joined'),
  );
  if (!own.includes(symbol)) return symbol;
  return own.reduce(
    (outer, one) => ((side === 'L' ? one.x < outer.x : one.x > outer.x) ? one : outer),
    symbol,
  );
}

/** Whose port a way uses: between rows the actors of a row are one node, and its sides are the outermost's. */
export function portHolder(
  board: Board,
  { link }: Pick<Way, 'link'>,
  symbol: BoardSymbol,
  port: Port,
): BoardSymbol {
  const isAside = port === 'L' || port === 'R';
  return isAside && link.from.row !== link.to.row ? outermost(board, symbol, port) : symbol;
}

/** x of a port at the side. */
export function sidePort({ x, halfWidth }: BoardSymbol, side: 'L' | 'R'): number {
  return side === 'L' ? x - halfWidth : x + halfWidth;
}
