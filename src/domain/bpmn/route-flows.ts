import type { Bounds, PlacedFlow, PlacedNode, Point, Stage } from './diagram.ts';
import type { PlannedFlow } from './plan-flows.ts';
import { labelText } from './short-text.ts';

/** Where a gateway is left above, what comes in from above stands aside. */
const aside = 12;

/** The planned flows as lines with corners, from the edge of one shape to the edge of the other. */
export function routeFlows(
  { nodes, gutterAfter }: Stage,
  ways: readonly PlannedFlow[],
  levelOf: (target: string) => number,
): readonly PlacedFlow[] {
  const leftAbove = new Set(ways.filter(goesUp).map(({ from }) => from.id));
  return ways.flatMap((way): readonly PlacedFlow[] => {
    const [from, to] = [nodes.get(way.from.id), nodes.get(way.to.id)];
    if (from === undefined || to === undefined) return [];
    const ends: Ends = {
      from,
      to,
      gutter: gutterAfter[way.from.column] ?? 0,
      level: levelOf(way.to.id),
      shift: leftAbove.has(way.to.id) ? aside : 0,
    };
    const points = pointsOf(way, ends);
    return [{ flow: way.flow, points, label: labelOf(way, points) }];
  });
}

function goesUp({ side, shape, from, to }: PlannedFlow): boolean {
  return side === 'up' || (shape === 'fan' && from.kind === 'some' && to.lane < from.lane);
}

interface Ends {
  readonly from: PlacedNode;
  readonly to: PlacedNode;
  readonly gutter: number;
  /** Of the track over the target. */
  readonly level: number;
  /** Beside the middle of the target, where it is entered from above. */
  readonly shift: number;
}

function pointsOf(way: PlannedFlow, ends: Ends): readonly Point[] {
  const { from, to } = ends;
  switch (way.shape) {
    case 'straight':
      return [rightOf(from), leftOf(to)];
    case 'fan':
      return fan(way, from, to);
    case 'elbow':
      return way.side === 'right'
        ? [rightOf(from), [ends.gutter, middle(from)], [ends.gutter, middle(to)], leftOf(to)]
        : [leaving(from, way.side), [centre(from), middle(to)], leftOf(to)];
    case 'over':
      return [...toTrack(way, ends), ...fromTrack(ends)];
  }
}

function fan({ from: source }: PlannedFlow, from: PlacedNode, to: PlacedNode): readonly Point[] {
  if (middle(from) === middle(to)) return [rightOf(from), leftOf(to)];
  const isBelow = middle(to) > middle(from);
  return source.kind === 'some'
    ? [leaving(from, isBelow ? 'down' : 'up'), [centre(from), middle(to)], leftOf(to)]
    : [rightOf(from), [centre(to), middle(from)], leaving(to, isBelow ? 'up' : 'down')];
}

function toTrack({ side }: PlannedFlow, { from, gutter, level }: Ends): readonly Point[] {
  return side === 'right'
    ? [rightOf(from), [gutter, middle(from)], [gutter, level]]
    : [leaving(from, side), [centre(from), level]];
}

function fromTrack({ to, level, shift }: Ends): readonly Point[] {
  const x = centre(to) + shift;
  return [
    [x, level],
    [x, to.y + (to.node.kind === 'task' ? 0 : shift)],
  ];
}

function leaving(from: Bounds, side: 'up' | 'down'): Point {
  return [centre(from), side === 'up' ? from.y : from.y + from.height];
}

function rightOf(from: Bounds): Point {
  return [from.x + from.width, middle(from)];
}

function leftOf(to: Bounds): Point {
  return [to.x, middle(to)];
}

function centre({ x, width }: Bounds): number {
  return x + width / 2;
}

function middle({ y, height }: Bounds): number {
  return y + height / 2;
}

/** A word stands beside the beginning of its line; at a fan, before the task. */
function labelOf({ flow, shape, side }: PlannedFlow, points: readonly Point[]): Bounds | null {
  const [start, second] = points;
  const end = points.at(-1);
  if (flow.name === '' || start === undefined || second === undefined || end === undefined) return null;
  const { width, height } = labelText(flow.name, shape === 'fan' ? 96 : 80, 4);
  const size = { width: width + 4, height: Math.max(14, height) };
  if (shape === 'fan') return { x: end[0] - 12 - size.width, y: end[1] - 6 - size.height, ...size };
  if (side === 'right') return { x: start[0] + 4, y: start[1] - 4 - size.height, ...size };
  return { x: start[0] + 5, y: side === 'down' ? start[1] + 4 : start[1] - 4 - size.height, ...size };
}
