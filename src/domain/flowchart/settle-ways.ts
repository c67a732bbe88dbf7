import type { Board, BoardLink } from './board.ts';
import { candidateWays } from './candidate-ways.ts';
import { clashOf, meetsSymbol, type Settled, settled } from './clash.ts';
import type { Form } from './form.ts';
import { type Label, labelOf } from './label.ts';
import { lengthOf, type Way } from './way.ts';

export interface SettledWays {
  readonly ways: readonly Way[];
  readonly labels: readonly Label[];
  /** Links for which no way was free. */
  readonly stuck: readonly BoardLink[];
}

/**
 * Finds a way for every link of a page. The main path goes first, then Tidak to an end, assignments, returns,
 * copies; whoever comes later goes round. Then each is sought again among all the others, as long as that
 * takes crossings away.
 */
export function settleWays(board: Board, form: Form): SettledWays {
  let first: readonly BoardLink[] = [];
  let settledOnce = settleInOrder(board, first, form);
  // Whoever found no way goes before all others in the next round.
  for (let round = 0; round < retries && settledOnce.stuck.length > 0; round++) {
    first = [...new Set([...settledOnce.stuck, ...first])];
    settledOnce = settleInOrder(board, first, form);
  }
  return settledOnce.stuck.length === 0 ? settledOnce : withoutRegardForWords(board, settledOnce, form);
}

/**
 * An arrow that is missing is worse than a word that a line touches: who is still stuck goes as if nothing were
 * written beside the lines. They stay counted as stuck, for wider columns may help.
 */
function withoutRegardForWords(board: Board, before: SettledWays, form: Form): SettledWays {
  const wordless = (way: Way): Settled => ({ ...settled(board, way, form), label: null });
  const ways = [...before.ways];
  const labels = [...before.labels];
  for (const link of before.stuck) {
    const best = candidateWays(board, link)
      .flatMap((stage) => stage())
      .filter((way) => !meetsSymbol(board, way))
      .map(wordless)
      .find((one) => clashOf(board, one, ways.map(wordless)) !== null);
    if (best === undefined) continue;
    ways.push(best.way);
    labels.push(...[labelOf(board, best.way, form)].flatMap((label) => label ?? []));
  }
  return { ways, labels, stuck: before.stuck };
}

const retries = 3;

function settleInOrder(board: Board, first: readonly BoardLink[], form: Form): SettledWays {
  const within = board.links.filter(({ from, to }) => from.row === to.row && from.id !== to.id);
  const between = board.links
    .filter((link) => !within.includes(link))
    .toSorted(
      (a, b) =>
        Number(first.includes(b)) - Number(first.includes(a)) ||
        urgency(a) - urgency(b) ||
        a.from.row - b.from.row ||
        a.from.column - b.from.column,
    );
  const fixed = within.map((link) => settled(board, sideways(link), form));
  const found = new Map<BoardLink, Settled>();
  const stuck: BoardLink[] = [];
  for (const link of between) {
    const best = bestWay(board, link, [...fixed, ...found.values()], form);
    if (best === null) stuck.push(link);
    else found.set(link, best.way);
  }
  untangle(board, fixed, found, form);
  const all = [...fixed, ...found.values()];
  return {
    ways: all.map(({ way }) => way),
    labels: all.flatMap(({ label }) => (label === null ? [] : [label])),
    stuck,
  };
}

/** Lower goes first. */
function urgency({ kind, from, to }: BoardLink): number {
  if (to.row <= from.row) return 3;
  if (kind === 'tidak') return 1;
  return kind === 'assign' ? 2 : 0;
}

function sideways(link: BoardLink): Way {
  const { from, to } = link;
  const [start, end] =
    from.x < to.x
      ? [from.x + from.halfWidth, to.x - to.halfWidth]
      : [from.x - from.halfWidth, to.x + to.halfWidth];
  return {
    link,
    from: from.x < to.x ? 'R' : 'L',
    to: from.x < to.x ? 'L' : 'R',
    pieces: [{ is: 'level', row: from.row, inGutter: false, start, end }],
    rank: 0,
  };
}

interface Choice {
  readonly way: Settled;
  readonly crossings: number;
  readonly cost: number;
}

/** Crossings weigh most, then how far the shape is from the plainest, then length. */
function bestWay(board: Board, link: BoardLink, others: readonly Settled[], form: Form): Choice | null {
  let best: Choice | null = null;
  for (const stage of candidateWays(board, link)) {
    for (const way of stage()) {
      const most: number = best?.cost ?? Number.POSITIVE_INFINITY;
      best = choiceBelow(most, board, way, others, form) ?? best;
    }
    if (best?.crossings === 0) break;
  }
  return best;
}

/** The way, where it may run and costs less than `most`. */
function choiceBelow(
  most: number,
  board: Board,
  way: Way,
  others: readonly Settled[],
  form: Form,
): Choice | null {
  const least = way.rank * 10 + lengthOf(way) / 100;
  if (least >= most || meetsSymbol(board, way)) return null;
  const one = settled(board, way, form);
  const crossings = clashOf(board, one, others);
  const cost = (crossings ?? 0) * 1000 + least;
  return crossings === null || cost >= most ? null : { way: one, crossings, cost };
}

function untangle(board: Board, fixed: readonly Settled[], found: Map<BoardLink, Settled>, form: Form): void {
  for (let round = 0; round < 2; round++) {
    let better = false;
    for (const [link, now] of found) {
      const others = [...fixed, ...[...found.values()].filter((one) => one !== now)];
      if ((clashOf(board, now, others) ?? 0) === 0) continue;
      const best = bestWay(board, link, others, form);
      if (best === null || best.way.way === now.way) continue;
      better ||= !isSame(best.way.way, now.way);
      found.set(link, best.way);
    }
    if (!better) return;
  }
}

function isSame(a: Way, b: Way): boolean {
  return JSON.stringify(a.pieces) === JSON.stringify(b.pieces);
}
