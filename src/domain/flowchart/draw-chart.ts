import type { ProcedureDraft, StepDraft } from '../procedures/draft.ts';
import type { Chart, ChartColumn, ChartLink, ChartRow, ChartSymbol, LinkKind, SymbolPart } from './chart.ts';
import { sidePartsOf } from './side-parts.ts';

/**
 * The flowchart of a procedure, or of a draft as somebody writes it: what points nowhere is left out, and
 * nothing throws. A return that the form prints as a note only (`returnsTo` without a question) is not drawn.
 */
export function drawChart(draft: ProcedureDraft): Chart {
  const columns = columnsOf(draft);
  const columnOf = (actor: string) => columns.findIndex(({ id }) => id === actor);
  const rows = draft.steps.map((step, row) => rowOf(draft, step, row, columnOf));
  return { columns, rows, links: [...rows.flatMap(linksWithin), ...linksBetween(rows)] };
}

function columnsOf({ actors, steps }: ProcedureDraft): readonly ChartColumn[] {
  const closer = steps.find(({ act }) => act === 'close');
  const order: string[] = [];
  for (const step of steps) {
    for (const actor of [...drawnActors(step), ...(step.copies ?? []), ...(step.delegates ?? [])]) {
      if (!order.includes(actor)) order.push(actor);
    }
  }
  const named = [...order, ...actors.map(({ id }) => id).filter((id) => !order.includes(id))];
  const closing = drawnActors(closer ?? { actors: [] }).filter(
    (actor) => steps.find((step) => drawnActors(step).includes(actor)) === closer,
  );
  return [
    ...named.filter((id) => !closing.includes(id)),
    ...named.filter((id) => closing.includes(id)),
  ].flatMap((id) => {
    const actor = actors.find((one) => one.id === id);
    return actor === undefined ? [] : [{ id, title: actor.title }];
  });
}

/** An end that only tells somebody is drawn where it is told: the case ends with the reporter. */
function drawnActors(step: Pick<StepDraft, 'actors' | 'notifies' | 'next'>): readonly string[] {
  const told = step.notifies ?? [];
  return step.next === null && told.length > 0 ? told : step.actors;
}

function rowOf(
  draft: ProcedureDraft,
  step: StepDraft,
  row: number,
  columnOf: (actor: string) => number,
): ChartRow {
  const isEnd = row === 0 || (step.exits === undefined && (step.next ?? null) === null);
  const whole = isEnd ? 'capsule' : 'box';
  const known = (actors: readonly string[]) =>
    [...new Set(actors.map(columnOf))].filter((column) => column >= 0);
  const mains = known(drawnActors(step)).map((column, place): ChartSymbol => {
    const isFirst = place === 0;
    const kind = isFirst && step.exits !== undefined ? 'diamond' : whole;
    return { row, column, kind, part: isFirst ? 'main' : 'joined' };
  });
  const decides = step.exits !== undefined;
  const own = decides && !leavesASide(mains, draft.actors.length) ? mains.slice(0, 1) : mains;
  const sides = sidePartsOf(draft, step, known).map(
    ({ part, column }): ChartSymbol => ({ row, column, kind: 'box', part }),
  );
  return {
    step,
    symbols: [...own, ...drawable(own, sides, decides, draft.actors.length)],
  };
}

/** Tidak leaves beside the outermost of the row's actors, and needs a column there. */
function leavesASide(mains: readonly ChartSymbol[], count: number): boolean {
  const columns = mains.map(({ column }) => column);
  return Math.min(...columns) > 0 || Math.max(...columns) < count - 1;
}

/**
 * A neighbour can be drawn beside the row's own symbols, not between them; one kind on each side; and beside a
 * diamond a side with a column stays free for Tidak. What cannot be drawn stays in the words of the row.
 */
function drawable(
  mains: readonly ChartSymbol[],
  sides: readonly ChartSymbol[],
  decides: boolean,
  count: number,
): readonly ChartSymbol[] {
  if (mains.length === 0) return [];
  const columns = mains.map(({ column }) => column);
  const [left, right] = [Math.min(...columns), Math.max(...columns)];
  const ofOneKind = (beside: readonly ChartSymbol[]) => beside.filter(({ part }) => part === beside[0]?.part);
  const onRight = ofOneKind(sides.filter(({ column }) => column > right));
  const onLeft = ofOneKind(sides.filter(({ column }) => column < left));
  if (!decides) return [...onRight, ...onLeft];
  const takesRight = onRight.length > 0 && left > 0;
  return takesRight ? onRight : right < count - 1 ? onLeft : [];
}

/** Lines from side to side: together, and out to whoever gets a copy, is assigned or is written to. */
function linksWithin({ symbols }: ChartRow): readonly ChartLink[] {
  const order = symbols.toSorted((a, b) => a.column - b.column);
  const isOwn = ({ part }: ChartSymbol) => part === 'main' || part === 'joined';
  return order.slice(1).map((right, place): ChartLink => {
    const left = order[place] ?? right;
    if (isOwn(left) === isOwn(right)) return { kind: 'join', from: left, to: right };
    const [from, to] = isOwn(left) ? [left, right] : [right, left];
    return { kind: kindOfSide[to.part], from, to };
  });
}

const kindOfSide: Readonly<Record<SymbolPart, LinkKind>> = {
  main: 'join',
  joined: 'join',
  copy: 'copy',
  assigned: 'assign',
  'written-to': 'write-back',
};

function linksBetween(rows: readonly ChartRow[]): readonly ChartLink[] {
  const find = (id: string | null | undefined) => rows.find(({ step }) => step.id === id);
  return rows.flatMap(({ step, symbols }): readonly ChartLink[] => {
    const [main] = symbols;
    if (main === undefined) return [];
    if (step.exits === undefined) return onwardLinks(step, symbols, find(step.next));
    const exits = (['ya', 'tidak'] as const).flatMap((exit): readonly ChartLink[] => {
      const [to] = find(step.exits?.[exit])?.symbols ?? [];
      return to === undefined ? [] : [{ kind: exit, from: main, to }];
    });
    return exits;
  });
}

/**
 * A row goes on from its first symbol, or from whom it wrote to. Whoever is assigned in the row falls to the
 * same column of the next one; whoever is assigned in the next row gets an arrow of their own.
 */
function onwardLinks(
  step: StepDraft,
  symbols: readonly ChartSymbol[],
  next: ChartRow | undefined,
): readonly ChartLink[] {
  const [target] = next?.symbols ?? [];
  const [main] = symbols;
  if (main === undefined || next === undefined || target === undefined) return [];
  const from = symbols.find(({ part }) => part === 'written-to') ?? main;
  const assigned = symbols
    .filter(({ part }) => part === 'assigned')
    .map((one): ChartLink => ({ kind: 'flow', from: one, to: sameColumn(next, one) ?? target }));
  const ahead = (step.delegates ?? []).length === 0 || assigned.length > 0 ? [] : next.symbols;
  const others = ahead
    .filter(({ part }) => part === 'assigned')
    .map((to): ChartLink => ({ kind: 'assign', from: main, to }));
  return [{ kind: 'flow', from, to: target }, ...others, ...assigned];
}

function sameColumn({ symbols }: ChartRow, { column }: ChartSymbol): ChartSymbol | undefined {
  return symbols.find((one) => one.column === column && (one.part === 'main' || one.part === 'joined'));
}
